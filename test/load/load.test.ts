import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import type { Diagnostic } from "../../src/diagnostic.js";
import type { Documents } from "../../src/load/documents.js";
import { load } from "../../src/load/load.js";
import { resolvedInput } from "./resolved-input.js";
import { makeFolder, uriOf } from "./temporary-folder.js";

const findNothing = () => [];

/** Asks for every `$ref` of the documents' roots, as a linker would. */
function findRefs({ documents }: Documents): string[] {
  return [...documents.values()].flatMap(({ uri, value }) => {
    const { $ref } = value as { $ref?: string };
    const target = $ref === undefined ? uri : new URL($ref, uri).href;
    return documents.has(target) ? [] : [target];
  });
}

function messagesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe("the schema of an input", () => {
  it("is read from a path", async () => {
    const root = await makeFolder({ "schema.json": '{"type": "string"}' });
    const { value, diagnostics } = await load(resolvedInput(root, {}), findNothing);
    const uri = uriOf(root, "schema.json");
    expect(diagnostics).toEqual([]);
    expect(value.roots).toEqual([{ uri, pointer: "" }]);
    expect([...value.documents]).toEqual([
      [
        uri,
        {
          uri,
          value: { type: "string" },
          source: { file: "schema.json", text: '{"type": "string"}', syntax: "json" },
          patches: [],
          dialect: undefined,
        },
      ],
    ]);
    expect(value.unavailable.size).toBe(0);
  });

  it("is named by its path from the root, also outside of it", async () => {
    const root = await makeFolder({ "a/b.yaml": "type: string" });
    const { value } = await load(
      resolvedInput(join(root, "c"), { schema: join(root, "a/b.yaml") }),
      findNothing,
    );
    expect(value.documents.get(uriOf(root, "a/b.yaml"))?.source?.file).toBe("../a/b.yaml");
  });

  it.each([
    ["#/$defs/A", "/$defs/A"],
    ["#", ""],
    ["#/$defs/a%20b~1c", "/$defs/a b~1c"],
  ])("is the part that %s names", async (fragment, pointer) => {
    const root = await makeFolder({ "schema.json": {} });
    const schema = join(root, "schema.json") + fragment;
    const { value } = await load(resolvedInput(root, { schema }), findNothing);
    expect(value.roots).toEqual([{ uri: uriOf(root, "schema.json"), pointer }]);
  });

  it.each(["c#/schema.json", "100%25.json", "a[1] (2).json", "{x}.json", "*.json", "é ?.json"])(
    "may be a file named %s",
    async (name) => {
      const root = await makeFolder({ [name]: { title: name } });
      const { value, diagnostics } = await load(
        resolvedInput(root, { schema: join(root, name) }),
        findNothing,
      );
      expect(diagnostics).toEqual([]);
      expect(value.documents.get(uriOf(root, name))).toMatchObject({
        value: { title: name },
        source: { file: name },
      });
    },
  );

  it("may be a file URL with a pointer", async () => {
    const root = await makeFolder({ "a b.json": {} });
    const uri = uriOf(root, "a b.json");
    const { value, diagnostics } = await load(
      resolvedInput(root, { schema: `${uri}#/$defs/A` }),
      findNothing,
    );
    expect(diagnostics).toEqual([]);
    expect(value.roots).toEqual([{ uri, pointer: "/$defs/A" }]);
    expect(value.documents.has(uri)).toBe(true);
  });

  it("may be a glob, whose matches are roots in the order of their paths", async () => {
    const root = await makeFolder({
      "b.json": {},
      "a.json": {},
      "c/d.json": {},
      "c/e.yaml": "{}",
      "B.json": {},
    });
    const schema = join(root, "**/*.json#/$defs/X");
    const { value } = await load(resolvedInput(root, { schema }), findNothing);
    expect(value.roots).toEqual(
      ["B.json", "a.json", "b.json", "c/d.json"].map((path) => ({
        uri: uriOf(root, path),
        pointer: "/$defs/X",
      })),
    );
  });

  it("is an error where the file is not there", async () => {
    const root = await makeFolder({});
    const { value, diagnostics } = await load(resolvedInput(root, {}), findNothing);
    expect(diagnostics).toEqual([
      {
        code: "document-unreadable",
        severity: "error",
        message: "schema.json cannot be read: There is no such file.",
        help: "Correct the path, or make the file readable.",
        place: { uri: uriOf(root, "schema.json"), pointer: "", file: "schema.json" },
      },
    ]);
    expect(value.roots).toEqual([]);
    expect([...value.unavailable]).toEqual([[uriOf(root, "schema.json"), "There is no such file."]]);
  });

  it("is an error where it is a folder", async () => {
    const root = await makeFolder({ "schema.json/x": "" });
    const { diagnostics } = await load(resolvedInput(root, {}), findNothing);
    expect(messagesOf(diagnostics)).toEqual([
      "document-unreadable: schema.json cannot be read: It is a folder.",
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("is an error where permissions forbid it", async () => {
    const root = await makeFolder({ "schema.json": "{}" });
    await chmod(join(root, "schema.json"), 0);
    const { diagnostics } = await load(resolvedInput(root, {}), findNothing);
    expect(messagesOf(diagnostics)).toEqual([
      "document-unreadable: schema.json cannot be read: Its permissions forbid it.",
    ]);
  });

  it("is an error where a glob matches nothing", async () => {
    const root = await makeFolder({});
    const schema = join(root, "*.json");
    const { diagnostics } = await load(resolvedInput(root, { schema }), findNothing);
    expect(messagesOf(diagnostics)).toEqual([`glob-matches-nothing: No file matches ${schema}.`]);
  });

  it.each(["urn:example:schema", "ftp://example.com/schema.json", "http://["])(
    "cannot be %s",
    async (schema) => {
      const { diagnostics } = await load(resolvedInput(await makeFolder({}), { schema }), findNothing);
      expect(messagesOf(diagnostics)).toEqual([
        `document-unreadable: ${schema} cannot be read: Nothing can be read from ${schema}.`,
      ]);
    },
  );

  it("may be a scalar, which is for later stages to refuse", async () => {
    const root = await makeFolder({ "schema.json": "true" });
    const { value } = await load(resolvedInput(root, {}), findNothing);
    expect(value.documents.get(uriOf(root, "schema.json"))?.value).toBe(true);
  });

  it("may nest to any depth in JSON, with identifiers that ref-parser would walk for", async () => {
    const text = `{"$id":"x","not":${'{"not":'.repeat(50_000)}true${"}".repeat(50_000)}}`;
    const root = await makeFolder({ "schema.json": text });
    const { value, diagnostics } = await load(resolvedInput(root, {}), findNothing);
    expect(diagnostics).toEqual([]);
    expect(value.documents.size).toBe(1);
  });
});

describe("syntax errors", () => {
  it("are all reported, of all files, with line, column and frame", async () => {
    const root = await makeFolder({
      "schema.json": '{\n  "a": ,\n  "b" 1\n}\n',
      "other.yaml": "a: 1\na: 2\n",
    });
    const input = resolvedInput(root, { documents: [join(root, "other.yaml")] });
    const { value, diagnostics } = await load(input, findNothing);
    expect(diagnostics.map(({ place }) => [place?.file, place?.line, place?.column])).toEqual([
      ["schema.json", 2, 8],
      ["schema.json", 3, 7],
      ["other.yaml", 2, 1],
    ]);
    expect(diagnostics[0]).toEqual({
      code: "document-syntax",
      severity: "error",
      message: "This is not JSON: a value is expected.",
      help: "Correct the JSON here.",
      place: {
        uri: uriOf(root, "schema.json"),
        pointer: "",
        file: "schema.json",
        line: 2,
        column: 8,
        frame: ["  1 | {", '> 2 |   "a": ,', "    |        ^", '  3 |   "b" 1', "  4 | }", "  5 |"].join(
          "\n",
        ),
      },
    });
    expect(value.documents.size).toBe(0);
  });

  it("of a document that is only referred to are reported too, and it is unavailable", async () => {
    const root = await makeFolder({ "schema.json": { $ref: "b.json" }, "b.json": "{" });
    const { value, diagnostics } = await load(resolvedInput(root, {}), findRefs);
    expect(diagnostics).toMatchObject([
      { code: "document-syntax", place: { file: "b.json", line: 1, column: 2 } },
    ]);
    expect([...value.unavailable]).toEqual([
      [uriOf(root, "b.json"), "It has errors that keep it from being read."],
    ]);
  });

  it("that are warnings leave the document readable", async () => {
    const root = await makeFolder({ "schema.yaml": "title: !x y" });
    const { value, diagnostics } = await load(
      resolvedInput(root, { schema: join(root, "schema.yaml") }),
      findNothing,
    );
    expect(diagnostics).toMatchObject([
      { code: "document-doubtful", severity: "warning", place: { line: 1, column: 8 } },
    ]);
    expect(value.documents.get(uriOf(root, "schema.yaml"))?.value).toEqual({ title: "y" });
  });
});

describe("documents given by path", () => {
  it("are read, and are no roots", async () => {
    const root = await makeFolder({ "schema.json": {}, "lib/b.json": {}, "lib/a.json": {}, "c.yaml": "{}" });
    const documents = [join(root, "lib/*.json"), join(root, "c.yaml"), join(root, "schema.json")];
    const { value } = await load(resolvedInput(root, { documents }), findNothing);
    expect(value.roots).toHaveLength(1);
    expect([...value.documents.values()].map(({ source }) => source?.file)).toEqual([
      "schema.json",
      "c.yaml",
      "lib/a.json",
      "lib/b.json",
    ]);
  });

  it("must all be there", async () => {
    const root = await makeFolder({ "schema.json": {} });
    const documents = [join(root, "a.json"), join(root, "x/*.json"), join(root, "b.json")];
    const { diagnostics } = await load(resolvedInput(root, { documents }), findNothing);
    expect(messagesOf(diagnostics)).toEqual([
      `glob-matches-nothing: No file matches ${join(root, "x/*.json")}.`,
      "document-unreadable: a.json cannot be read: There is no such file.",
      "document-unreadable: b.json cannot be read: There is no such file.",
    ]);
  });

  it("keep their order when there are more of them than are read at once", async () => {
    const names = Array.from({ length: 200 }, (_, index) => `${String(index).padStart(3, "0")}.json`);
    const root = await makeFolder(Object.fromEntries(names.map((name) => [name, { title: name }])));
    const { value } = await load(resolvedInput(root, { schema: join(root, "*.json") }), findNothing);
    expect([...value.documents.values()].map(({ source }) => source?.file)).toEqual(names);
  });
});

describe("the worklist", () => {
  it("reads what is missing until nothing new is, and asks once for each", async () => {
    const root = await makeFolder({
      "schema.json": { $ref: "b.json" },
      "b.json": { $ref: "sub/c.yaml" },
      "sub/c.yaml": "$ref: ../none.json",
    });
    const seen: number[] = [];
    const { value, diagnostics } = await load(resolvedInput(root, {}), (documents) => {
      seen.push(documents.documents.size);
      return findRefs(documents);
    });
    expect(seen).toEqual([1, 2, 3, 3]);
    expect(diagnostics).toEqual([]);
    expect([...value.documents.keys()]).toEqual(
      ["schema.json", "b.json", "sub/c.yaml"].map((path) => uriOf(root, path)),
    );
    expect([...value.unavailable]).toEqual([[uriOf(root, "none.json"), "There is no such file."]]);
  });

  it("gives each round documents of its own", async () => {
    const root = await makeFolder({ "schema.json": { $ref: "b.json" }, "b.json": {} });
    const rounds: Documents[] = [];
    await load(resolvedInput(root, {}), (documents) => {
      rounds.push(documents);
      return findRefs(documents);
    });
    expect(rounds.map(({ documents }) => documents.size)).toEqual([1, 2]);
  });

  it.each([
    ["https://example.com/a.json", "The host example.com is not among those that may be read."],
    ["urn:example:a", "Nothing can be read from urn:example:a."],
    ["file://elsewhere/a.json", expect.stringMatching(/^File URL host must be/)],
  ])("notes that %s is unavailable", async (uri, reason) => {
    const root = await makeFolder({ "schema.json": {} });
    const { value, diagnostics } = await load(resolvedInput(root, {}), () => [uri, uri]);
    expect(diagnostics).toEqual([]);
    expect([...value.unavailable]).toEqual([[uri, reason]]);
  });
});

describe("a schema given as a value", () => {
  const missing = "file:///nowhere/at/all.json";

  it("has its URI without fragment, and its dialect", async () => {
    const schema = {
      uri: "https://example.com/s#",
      schema: { type: "string" },
      dialect: "draft-07",
    } as const;
    const { value } = await load(resolvedInput("/nowhere", { schema }), findNothing);
    expect(value.roots).toEqual([{ uri: "https://example.com/s", pointer: "" }]);
    expect(value.documents.get("https://example.com/s")).toEqual({
      uri: "https://example.com/s",
      value: schema.schema,
      source: undefined,
      patches: [],
      dialect: "draft-07",
    });
  });

  it("has a URI of ours where it has none", async () => {
    const { value } = await load(resolvedInput("/nowhere", { schema: { schema: true } }), findNothing);
    expect(value.roots).toEqual([{ uri: "schemist:///schema.json", pointer: "" }]);
  });

  it("finds documents in a record, by URI and relative to its own", async () => {
    const documents = {
      "b.json": { title: "b" },
      "urn:example:c": true,
      "https://example.com/d#": { title: "d" },
    };
    const { value } = await load(
      resolvedInput("/nowhere", { schema: { schema: {} }, documents }),
      findNothing,
    );
    expect([...value.documents].map(([uri, { value }]) => [uri, value])).toEqual([
      ["schemist:///schema.json", {}],
      ["schemist:///b.json", { title: "b" }],
      ["https://example.com/d", { title: "d" }],
      ["urn:example:c", true],
    ]);
  });

  it("touches no file", async () => {
    const root = await makeFolder({ "b.json": {} });
    const schema = { schema: {} };
    const { value } = await load(resolvedInput(root, { schema }), () => [uriOf(root, "b.json"), missing]);
    const reason = "No file is read for a schema that is given as a value.";
    expect([...value.unavailable]).toEqual([
      [uriOf(root, "b.json"), reason],
      [missing, reason],
    ]);
  });

  it("reads files where documents are named by path", async () => {
    const root = await makeFolder({ "a.json": {}, "b.json": { title: "b" } });
    const input = resolvedInput(root, { schema: { schema: {} }, documents: [join(root, "a.json")] });
    const { value } = await load(input, () => [uriOf(root, "b.json")]);
    expect([...value.documents.keys()]).toEqual([
      "schemist:///schema.json",
      uriOf(root, "a.json"),
      uriOf(root, "b.json"),
    ]);
  });

  it("must be JSON", async () => {
    const schema: Record<string, unknown> = { type: "object", minimum: Number.NaN, not: { at: new Date(0) } };
    schema["properties"] = { self: schema };
    const input = resolvedInput("/nowhere", { schema: { schema: schema as JsonSchema } });
    const { value, diagnostics } = await load(input, findNothing);
    expect(diagnostics.map(({ code, message, place }) => [code, message, place])).toEqual([
      [
        "document-not-json",
        "This is NaN, which JSON cannot hold.",
        { uri: "schemist:///schema.json", pointer: "/minimum" },
      ],
      [
        "document-not-json",
        "This is [object Date], which JSON cannot hold.",
        { uri: "schemist:///schema.json", pointer: "/not/at" },
      ],
      [
        "document-not-json",
        "This value contains itself, which JSON cannot hold.",
        { uri: "schemist:///schema.json", pointer: "/properties/self" },
      ],
    ]);
    expect(value.roots).toEqual([]);
  });

  it("may share values and nest to any depth", async () => {
    let deep: JsonSchema = true;
    for (let depth = 0; depth < 50_000; depth++) deep = { not: deep };
    const input = resolvedInput("/nowhere", { schema: { schema: { allOf: [deep, deep] } } });
    expect((await load(input, findNothing)).diagnostics).toEqual([]);
  });
});

describe("a function that has documents", () => {
  it("is asked before files, once for each URI", async () => {
    const root = await makeFolder({ "schema.json": { $ref: "b.json" }, "b.json": { title: "file" } });
    const asked: string[] = [];
    const documents = (uri: string) => {
      asked.push(uri);
      return uri === uriOf(root, "b.json") ? { title: "value" } : undefined;
    };
    const { value } = await load(resolvedInput(root, { documents }), findRefs);
    expect(asked).toEqual([uriOf(root, "schema.json"), uriOf(root, "b.json")]);
    expect(value.documents.get(uriOf(root, "b.json"))).toMatchObject({
      value: { title: "value" },
      source: undefined,
    });
  });

  it("may be asynchronous, and serves what nothing else can be read from", async () => {
    const documents = async (uri: string) => (uri === "urn:example:a" ? { title: "a" } : undefined);
    const input = resolvedInput("/nowhere", { schema: { schema: {} }, documents });
    const { value } = await load(input, () => ["urn:example:a", "urn:example:b"]);
    expect([...value.documents.keys()]).toEqual(["schemist:///schema.json", "urn:example:a"]);
    expect([...value.unavailable.keys()]).toEqual(["urn:example:b"]);
  });

  it("that fails makes the document unavailable", async () => {
    const documents = () => {
      throw new Error("no such key");
    };
    const input = resolvedInput("/nowhere", { schema: { schema: {} }, documents });
    const { value } = await load(input, () => ["urn:example:a"]);
    expect([...value.unavailable.values()]).toEqual(["The `documents` function failed: no such key."]);
  });
});

describe("the contract", () => {
  it("leaves files as they were", async () => {
    const text = '{ "$ref": "b.json" }';
    const root = await makeFolder({ "schema.json": text, "b.json": "{}" });
    await load(resolvedInput(root, {}), findRefs);
    expect(await readFile(join(root, "schema.json"), "utf8")).toBe(text);
  });
});
