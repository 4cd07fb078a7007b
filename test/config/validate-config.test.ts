import { describe, expect, it } from "vitest";
import { validateConfig } from "../../src/config/validate-config.js";

/** What is said of an input that is right but for these members. */
function validateInput(members: Readonly<Record<string, unknown>>) {
  const diagnostics = validateConfig(
    { inputs: [{ schema: "a.json", output: "out", ...members }] },
    undefined,
  );
  return diagnostics.map(({ message, help, place }) => [place?.pointer, message, help]);
}

function pointersOf(members: Readonly<Record<string, unknown>>) {
  return validateInput(members).map(([pointer]) => pointer);
}

describe("validateConfig", () => {
  it("accepts every option with each of its values", () => {
    const inputs = [
      {
        schema: { uri: "urn:a", schema: { type: "string" }, dialect: "draft-07" },
        documents: ["a.json", "b/*.yaml"],
        overlays: ["a.yaml", { overlay: "1.0.0" }],
        output: "out",
        package: { name: "@example/event", version: "1.0.0-beta.1+5", description: "x", license: "MIT" },
        extensions: {
          module: "@example/rules",
          version: "^1.0.0",
          formats: { "order-number": "isOrderNumber" },
          keywords: { "x-luhn": "$é1" },
        },
        unions: { Event: { tags: ["resource", "type"], open: true, names: { files: "File" } }, Other: {} },
        name: "Event",
        dialect: "2020-12",
        untyped: "exact",
        formats: "assert",
        exactOptional: true,
        discriminator: "annotate",
        readWrite: "split",
        oneOf: "exclusive",
        remote: ["example.com"],
        types: "schemist",
        declarations: "type",
        readonly: true,
        brands: true,
        enums: "const",
        documentation: false,
        names: { event: "Event" },
        layout: "single-file",
        runtime: ["guards"],
        format: false,
        banner: "x",
        importExtension: "",
      },
      { schema: "a.json", output: "b", documents: { "urn:a": true }, remote: false, banner: undefined },
      { schema: "a.json", output: "c", documents: () => undefined },
    ];
    expect(validateConfig({ $schema: "x", root: "..", inputs }, undefined)).toEqual([]);
  });

  it("names the file, and the key of package.json", () => {
    expect(validateConfig({ inputs: 1 }, "/p/schemist.config.json")).toEqual([
      {
        code: "config-invalid",
        severity: "error",
        message: '"inputs" must be an array, but is 1.',
        help: "Write an array.",
        place: { uri: "file:///p/schemist.config.json", pointer: "/inputs", file: "/p/schemist.config.json" },
      },
    ]);
    expect(validateConfig({ inputs: 1 }, "/p/package.json")[0]?.place?.pointer).toBe("/schemist/inputs");
    expect(validateConfig({ inputs: 1 }, undefined)[0]?.place).toEqual({ uri: "config", pointer: "/inputs" });
  });

  it.each([null, undefined, "x", [], () => ({})])("refuses a config that is no object: %s", (config) => {
    expect(validateConfig(config, undefined)[0]?.message).toMatch(/^The config must be an object, but is /);
  });

  it("tells all mistakes at once", () => {
    const inputs = [{ schema: 1 }, { output: "x", schema: "a", readonly: "yes" }, "a"];
    expect(validateConfig({ inputs, output: "b" }, undefined).map(({ place }) => place?.pointer)).toEqual([
      "/inputs/0/schema",
      "/inputs/0/output",
      "/inputs/1/readonly",
      "/inputs/2",
      "/output",
    ]);
  });

  it("tells more mistakes than a validator tells by itself", () => {
    const inputs = Array.from({ length: 150 }, () => ({ schema: "a.json" }));
    expect(validateConfig({ inputs }, undefined)).toHaveLength(150);
  });

  it("wants at least one input", () => {
    expect(validateConfig({ inputs: [] }, undefined)).toMatchObject([
      {
        message: '"inputs" has 0 items, fewer than 1.',
        help: "Write at least 1.",
        place: { pointer: "/inputs" },
      },
    ]);
  });

  it("says what a missing option looks like", () => {
    expect(validateConfig({ inputs: [{ schema: "a.json" }] }, undefined)).toMatchObject([
      {
        message: '"inputs[0].output" is missing.',
        help: 'Add it. Write a string, such as "generated/event".',
      },
    ]);
  });

  it("suggests the option that an unknown one resembles, or lists them all", () => {
    expect(validateInput({ exactOptonal: true })).toEqual([
      ["/inputs/0/exactOptonal", '"inputs[0].exactOptonal" is not an option.', "Did you mean exactOptional?"],
    ]);
    expect(validateInput({ unions: { Event: { discriminatedBy: "a" } } })).toEqual([
      [
        "/inputs/0/unions/Event/discriminatedBy",
        '"inputs[0].unions.Event.discriminatedBy" is not an option.',
        "The options here are tags, open, names.",
      ],
    ]);
  });

  it("takes the names of Object.prototype for unknown options", () => {
    expect(pointersOf({ toString: 1, constructor: 1 })).toEqual([
      "/inputs/0/toString",
      "/inputs/0/constructor",
    ]);
  });

  it("suggests the value that a wrong one resembles, or lists them all", () => {
    expect(validateInput({ untyped: "exat" })).toEqual([
      [
        "/inputs/0/untyped",
        '"inputs[0].untyped" must be "infer" or "exact", but is "exat".',
        'Did you mean "exact"?',
      ],
    ]);
    expect(validateInput({ format: true })).toEqual([
      [
        "/inputs/0/format",
        '"inputs[0].format" must be "prettier" or false, but is true.',
        'Write "prettier" or false.',
      ],
    ]);
  });

  it("tells what either form of an option must be", () => {
    expect(validateInput({ remote: true })).toEqual([
      [
        "/inputs/0/remote",
        '"inputs[0].remote" must be false or an array, but is true.',
        'Write false or an array, such as ["example.com"].',
      ],
    ]);
    expect(pointersOf({ remote: ["a", 1] })).toEqual(["/inputs/0/remote/1"]);
    expect(validateInput({ schema: { uri: "urn:a" } })).toEqual([
      [
        "/inputs/0/schema/schema",
        '"inputs[0].schema.schema" is missing.',
        "Add it. Write true, false or an object.",
      ],
    ]);
    expect(pointersOf({ documents: { "urn:a/b": 1 } })).toEqual(["/inputs/0/documents/urn:a~1b"]);
  });

  it("tells what is wrong inside the form that an option has", () => {
    expect(pointersOf({ documents: ["a.json", 1, ""] })).toEqual([
      "/inputs/0/documents/1",
      "/inputs/0/documents/2",
    ]);
    expect(validateInput({ schema: "" })).toEqual([
      ["/inputs/0/schema", '"inputs[0].schema" is empty.', expect.stringContaining("a string or an object")],
    ]);
    expect(validateInput({ documents: 5, overlays: [5] }).map(([, message]) => message)).toEqual([
      '"inputs[0].documents" must be an array or an object, but is 5.',
      '"inputs[0].overlays[0]" must be a string or an object, but is 5.',
    ]);
  });

  it("takes a function for a lookup of documents alone", () => {
    expect(pointersOf({ documents: () => undefined })).toEqual([]);
    expect(validateInput({ schema: () => true, overlays: () => [] }).map(([, message]) => message)).toEqual([
      '"inputs[0].schema" must be a string or an object, but is a function.',
      '"inputs[0].overlays" must be an array, but is a function.',
    ]);
  });

  it.each([
    [{ name: "My Package", version: "1.0.0" }, "/inputs/0/package/name"],
    [{ name: "event", version: "1.0" }, "/inputs/0/package/version"],
  ])("refuses a package that cannot be published: %j", (value, pointer) => {
    expect(pointersOf({ package: value })).toEqual([pointer]);
  });

  it("takes a tag outside the value, and refuses what it does not know there", () => {
    const tags = [{ external: "event", values: { Ping: "ping" } }, "action"];
    expect(pointersOf({ unions: { E: { tags } } })).toEqual([]);
    expect(pointersOf({ unions: { E: { tags: [{ external: "", value: {} }] } } })).toEqual([
      "/inputs/0/unions/E/tags/0/external",
      "/inputs/0/unions/E/tags/0/value",
    ]);
    expect(pointersOf({ unions: { E: { tags: [{}] } } })).toEqual(["/inputs/0/unions/E/tags/0/external"]);
  });

  it("refuses three tags, none, and an empty one", () => {
    expect(pointersOf({ unions: { E: { tags: ["a", "b", "c"] } } })).toEqual(["/inputs/0/unions/E/tags"]);
    expect(pointersOf({ unions: { E: { tags: [] } } })).toEqual(["/inputs/0/unions/E/tags"]);
    expect(pointersOf({ unions: { E: { tags: [""] } } })).toEqual(["/inputs/0/unions/E/tags/0"]);
  });

  it("refuses a name of a tag value that is none", () => {
    expect(pointersOf({ unions: { E: { names: { a: "" } } } })).toEqual(["/inputs/0/unions/E/names/a"]);
    expect(pointersOf({ unions: { E: { names: { a: 1 } } } })).toEqual(["/inputs/0/unions/E/names/a"]);
  });

  it("takes what registries show, and refuses what they do not know", () => {
    const takes = (options: object) => pointersOf({ package: { name: "a", version: "1.0.0", ...options } });
    expect(takes({ repository: "github:example/a", author: "Example", bugs: "https://example.com" })).toEqual(
      [],
    );
    expect(takes({ publishConfig: { access: "public", provenance: true } })).toEqual([]);
    expect(takes({ publishConfig: { access: "all" } })).toEqual(["/inputs/0/package/publishConfig/access"]);
    expect(takes({ keywords: ["a", ""] })).toEqual(["/inputs/0/package/keywords/1"]);
    expect(takes({ scripts: {} })).toEqual(["/inputs/0/package/scripts"]);
    expect(takes({ repository: { url: "x" } })).not.toEqual([]);
  });

  it("refuses a set of helpers that there is not", () => {
    expect(pointersOf({ runtime: ["guards", "standard-schema"] })).toEqual([]);
    expect(pointersOf({ runtime: ["guards", "standard"] })).toEqual(["/inputs/0/runtime/1"]);
  });

  it.each([
    [5n, "5"],
    [Symbol("a"), "Symbol(a)"],
    [null, "null"],
    [Number.NaN, "NaN"],
  ])("tells values that JSON does not have: %s", (value, text) => {
    expect(validateInput({ readonly: value })[0]?.[1]).toBe(
      `"inputs[0].readonly" must be true or false, but is ${text}.`,
    );
  });

  it("cuts a long value short", () => {
    const [entry] = validateInput({ untyped: "x".repeat(1000) });
    expect(entry?.[1]?.length).toBeLessThan(150);
  });

  it("wants a module of extensions, and names of exports that can be imported", () => {
    expect(pointersOf({ extensions: {} })).toEqual(["/inputs/0/extensions/module"]);
    const keywords = { "x-luhn": "passes-luhn", "x-b": () => true };
    expect(validateInput({ extensions: { module: "a", keywords } })).toMatchObject([
      [
        "/inputs/0/extensions/keywords/x-luhn",
        expect.stringContaining("does not have the form"),
        'Write a string, such as "isOrderNumber".',
      ],
      ["/inputs/0/extensions/keywords/x-b", expect.stringContaining("but is a function"), expect.any(String)],
    ]);
  });
});
