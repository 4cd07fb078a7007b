import { describe, expect, it } from "vitest";
import { type Input, optionDefaults } from "../../src/config/config.js";
import { resolveConfig, resolveReference } from "../../src/config/resolve-config.js";

function resolveOne(input: Partial<Input>, root = "/project") {
  const [resolved] = resolveConfig({ inputs: [{ schema: "event.json", output: "out", ...input }] }, root);
  return resolved;
}

describe("resolveConfig", () => {
  it("gives every option its default", () => {
    expect(resolveOne({})).toEqual({
      ...optionDefaults,
      root: "/project",
      schema: "/project/event.json",
      documents: [],
      overlays: [],
      output: "/project/out",
      package: undefined,
      unions: {},
      name: undefined,
    });
  });

  it("takes the dialect beside a schema value for its documents too, unless another is named", () => {
    const schema = { schema: true, dialect: "draft-07" };
    expect(resolveOne({ schema })?.dialect).toBe("draft-07");
    expect(resolveOne({ schema, dialect: "draft-06" })?.dialect).toBe("draft-06");
  });

  it("keeps what the input says, false and empty too", () => {
    expect(
      resolveOne({ format: false, importExtension: "", untyped: "exact", runtime: [], name: "Event" }),
    ).toMatchObject({
      format: false,
      importExtension: "",
      untyped: "exact",
      runtime: [],
      name: "Event",
      declarations: "interface",
    });
  });

  it("takes undefined for absent", () => {
    const input = { layout: undefined } as unknown as Partial<Input>;
    expect(resolveOne(input)?.layout).toBe("modules");
  });

  it.each([
    ["./extensions.ts", "/project/extensions.ts"],
    ["../extensions.ts", "/extensions.ts"],
    ["/a/extensions.ts", "/a/extensions.ts"],
    ["extensions", "extensions"],
    ["@example/rules/card.js", "@example/rules/card.js"],
  ])("takes the module of extensions %s for %s", (module, resolved) => {
    expect(resolveOne({ extensions: { module, keywords: { a: "b" } } })?.extensions).toEqual({
      module: resolved,
      version: undefined,
      formats: {},
      keywords: { a: "b" },
    });
  });

  it("starts paths from the config's root, which starts from the given one", () => {
    const config = { root: "../schemas", inputs: [{ schema: "event.json", output: "out" }] };
    expect(resolveConfig(config, "/project")).toMatchObject([
      { root: "/schemas", schema: "/schemas/event.json", output: "/schemas/out" },
    ]);
  });

  it("makes documents and overlays absolute, and leaves values alone", () => {
    const documents = ["parts/*.json", "https://example.com/part.json"];
    const overlay = { overlay: "1.0.0" };
    expect(resolveOne({ documents, overlays: ["one.yaml", overlay] })).toMatchObject({
      documents: ["/project/parts/*.json", "https://example.com/part.json"],
      overlays: ["/project/one.yaml", overlay],
    });
  });

  it("leaves a schema value, a record of documents and a lookup as they are", () => {
    const schema = { uri: "urn:event", schema: true };
    const record = { "urn:part": { type: "string" } };
    const lookup = () => undefined;
    expect(resolveOne({ schema, documents: record })).toMatchObject({ schema, documents: record });
    expect(resolveOne({ documents: lookup })?.documents).toBe(lookup);
  });
});

describe("resolveReference", () => {
  it.each([
    ["schemas/event.json", "/project/schemas/event.json"],
    ["../event.json", "/event.json"],
    ["/other/event.json", "/other/event.json"],
    ["api.yaml#/components/schemas/Event", "/project/api.yaml#/components/schemas/Event"],
    ["api.yaml#/a/../b/", "/project/api.yaml#/a/../b/"],
    ["api.yaml#", "/project/api.yaml#"],
    ["c#sharp.json", "/project/c#sharp.json"],
    ["../schemas/**/*.json", "/schemas/**/*.json"],
    ["https://example.com/a.json#/$defs/x", "https://example.com/a.json#/$defs/x"],
    ["file:///a.json", "file:///a.json"],
  ])("%s is %s", (reference, expected) => {
    expect(resolveReference(reference, "/project")).toBe(expected);
  });

  it("keeps brackets in the root's name out of a pattern, and in a plain path as they are", () => {
    expect(resolveReference("*.json", "/[a]")).toBe("/\\[a\\]/*.json");
    expect(resolveReference("event.json", "/[a]")).toBe("/[a]/event.json");
  });
});
