import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.js";
import { diagnose } from "../../src/diagnostic.js";
import type { JsonObject } from "../../src/json.js";
import type { Documents } from "../../src/load/documents.js";
import { load } from "../../src/load/load.js";
import { locate } from "../../src/load/locate.js";
import { resolvedInput } from "./resolved-input.js";
import { makeFolder, uriOf } from "./temporary-folder.js";

async function loadFiles(
  files: Readonly<Record<string, string>>,
  overlays: readonly (string | JsonObject)[] = [],
) {
  const root = await makeFolder(files);
  const documents = Object.keys(files).filter((path) => path.startsWith("lib"));
  const input = resolvedInput(root, {
    documents: documents.map((path) => join(root, path)),
    overlays: overlays.map((overlay) => (typeof overlay === "string" ? join(root, overlay) : overlay)),
  });
  const { value, diagnostics } = await load(input, () => []);
  expect(diagnostics).toEqual([]);
  return { root, documents: value };
}

function noteAt(uri: string, pointer: string): Diagnostic {
  return diagnose("keyword-unknown", "m", "h", { uri, pointer });
}

/** "file:line:column" of each pointer into the one root. */
function placesOf(documents: Documents, ...pointers: readonly string[]) {
  const uri = documents.roots[0]?.uri ?? "";
  return locate(
    documents,
    pointers.map((pointer) => noteAt(uri, pointer)),
  ).map(({ place }) => `${place?.file}:${place?.line}:${place?.column}`);
}

const schema = `{
  "type": "object",
  "properties": {
    "a": { "type": "string" }
  },
  "anyOf": [
    { "title": "0" },
    { "title": "1" },
    { "title": "2" }
  ]
}
`;

describe("locate", () => {
  it("fills in file, line, column and frame", async () => {
    const { root, documents } = await loadFiles({ "schema.json": schema });
    const diagnostic = noteAt(uriOf(root, "schema.json"), "/properties/a/type");
    expect(locate(documents, [diagnostic])).toEqual([
      {
        code: "keyword-unknown",
        severity: "note",
        message: "m",
        help: "h",
        place: {
          uri: uriOf(root, "schema.json"),
          pointer: "/properties/a/type",
          file: "schema.json",
          line: 4,
          column: 12,
          frame: [
            '  2 |   "type": "object",',
            '  3 |   "properties": {',
            '> 4 |     "a": { "type": "string" }',
            "    |            ^",
            "  5 |   },",
            '  6 |   "anyOf": [',
            '  7 |     { "title": "0" },',
          ].join("\n"),
        },
      },
    ]);
  });

  it("points at keys, at items, and else at the nearest ancestor", async () => {
    const { documents } = await loadFiles({ "schema.json": schema });
    expect(placesOf(documents, "", "/anyOf", "/anyOf/1", "/anyOf/1/none/x", "/none")).toEqual([
      "schema.json:1:1",
      "schema.json:6:3",
      "schema.json:8:5",
      "schema.json:8:5",
      "schema.json:1:1",
    ]);
  });

  it("locates in every document, in the order given", async () => {
    const { root, documents } = await loadFiles({
      "schema.json": "{}",
      "lib/a.yaml": "x:\n  y: 1\n",
      "lib/b.json": "{}",
    });
    const places = [noteAt(uriOf(root, "lib/a.yaml"), "/x/y"), noteAt(uriOf(root, "lib/b.json"), "")];
    expect(locate(documents, [...places, ...places]).map(({ place }) => [place?.file, place?.line])).toEqual([
      ["lib/a.yaml", 2],
      ["lib/b.json", 1],
      ["lib/a.yaml", 2],
      ["lib/b.json", 1],
    ]);
  });

  it("leaves alone what has no place, a line already, no known document, or no source", async () => {
    const { root, documents } = await loadFiles({ "schema.json": "{}" });
    const inline = await load(resolvedInput(root, { schema: { schema: {} } }), () => []);
    const uri = uriOf(root, "schema.json");
    const diagnostics = [
      diagnose("config-invalid", "m", "h"),
      diagnose("keyword-unknown", "m", "h", { uri, pointer: "", line: 7, column: 8 }),
      noteAt("urn:elsewhere", ""),
    ];
    expect(locate(documents, diagnostics)).toEqual(diagnostics);
    expect(locate(inline.value, [noteAt("schemist:///schema.json", "")])).toEqual([
      noteAt("schemist:///schema.json", ""),
    ]);
  });
});

describe("locate in a patched document", () => {
  const overlay = `overlay: 1.0.0
info: {title: t, version: "1"}
actions:
  - target: $.properties
    update:
      a:
        minLength: 1
      b:
        type: string
  - target: $.anyOf
    update: {title: "3"}
`;

  it("points into the overlay for what it wrote, and into the document for the rest", async () => {
    const { documents } = await loadFiles({ "schema.json": schema, "o.yaml": overlay }, ["o.yaml"]);
    const pointers = ["/properties", "/properties/a", "/properties/a/type", "/properties/a/minLength"];
    expect(placesOf(documents, ...pointers)).toEqual([
      "schema.json:3:3",
      "schema.json:4:5",
      "schema.json:4:12",
      "o.yaml:7:9",
    ]);
    expect(placesOf(documents, "/properties/b", "/properties/b/type", "/properties/b/none")).toEqual([
      "o.yaml:8:7",
      "o.yaml:9:9",
      "o.yaml:8:7",
    ]);
    expect(placesOf(documents, "/anyOf/2", "/anyOf/3", "/anyOf/3/title")).toEqual([
      "schema.json:9:5",
      "o.yaml:11:5",
      "o.yaml:11:14",
    ]);
  });

  it("finds items that moved up", async () => {
    const remove = `overlay: 1.0.0
info: {title: t, version: "1"}
actions:
  - target: $.anyOf[0]
    remove: true
`;
    const { documents } = await loadFiles({ "schema.json": schema, "o.yaml": remove }, ["o.yaml"]);
    expect(placesOf(documents, "/anyOf", "/anyOf/0", "/anyOf/1/title")).toEqual([
      "schema.json:6:3",
      "schema.json:8:5",
      "schema.json:9:7",
    ]);
  });

  it("points at the nearest ancestor in the document where an overlay without text wrote", async () => {
    const value = {
      overlay: "1.0.0",
      info: { title: "t", version: "1" },
      actions: [{ target: "$.properties", update: { b: { type: "string" } } }],
    };
    const { documents } = await loadFiles({ "schema.json": schema }, [value]);
    expect(placesOf(documents, "/properties/b/type")).toEqual(["schema.json:3:3"]);
  });
});
