import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import { generateText, importText } from "../emit/generate-module.js";

type Guard = (value: unknown) => boolean;

async function guardOf(schema: JsonSchema, documents: Readonly<Record<string, JsonSchema>> = {}) {
  const { isRoot } = await importText(await generateText(schema, { documents }));
  return isRoot as Guard;
}

describe("a schema of a custom meta-schema", () => {
  const meta = "https://example.com/meta";
  const vocabulary = (name: string) => `https://json-schema.org/draft/2020-12/vocab/${name}`;
  const metaSchema = (...names: readonly string[]): Readonly<Record<string, JsonSchema>> => ({
    [meta]: {
      $id: meta,
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $vocabulary: Object.fromEntries(names.map((name) => [vocabulary(name), false])),
    },
  });

  it("is checked by the keywords of its vocabularies alone", async () => {
    const schema = { $schema: meta, properties: { never: false, number: { minimum: 10 } } };
    const isRoot = await guardOf(schema, metaSchema("core", "applicator"));
    expect(isRoot({ never: 1 })).toBe(false);
    expect(isRoot({ number: 1 })).toBe(true);
  });

  it("is checked by formats where a vocabulary says so", async () => {
    const schema = { $schema: meta, format: "ipv4" };
    const asserts = await guardOf(schema, metaSchema("format-assertion"));
    expect([asserts("127.0.0.1"), asserts("localhost"), asserts(1)]).toEqual([true, false, true]);
    const annotates = await guardOf(schema, metaSchema("format-annotation"));
    expect(annotates("localhost")).toBe(true);
  });
});

describe("a schema of v1", () => {
  it.each(["https://json-schema.org/v1", "https://json-schema.org/v1/2026"])(
    "is checked by formats, by the name %s",
    async ($schema) => {
      const isRoot = await guardOf({ $schema, format: "ipv4" });
      expect([isRoot("127.0.0.1"), isRoot("localhost")]).toEqual([true, false]);
    },
  );
});

describe("a reference into a document of another dialect", () => {
  it("leads to what that dialect makes of it", async () => {
    const uri = "https://example.com/old";
    const old = {
      $schema: "http://json-schema.org/draft-07/schema#",
      definitions: { pair: { items: [{ type: "string" }] } },
    };
    const isRoot = await guardOf({ type: "array", $ref: `${uri}#/definitions/pair` }, { [uri]: old });
    expect([isRoot(["a", 1]), isRoot([1])]).toEqual([true, false]);
  });
});
