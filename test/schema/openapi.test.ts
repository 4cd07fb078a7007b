import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { lowerDocuments } from "./lower-documents.js";

const annotate = { discriminator: "annotate" } as const;
const lower30 = (Pet: JsonObject) =>
  lowerDocuments({ openapi: "3.0.3", components: { schemas: { Pet, Other: { type: "string" } } } }, annotate);
const petOf = ({ schema }: ReturnType<typeof lowerDocuments>) => schema("/components/schemas/Pet");
const told = ({ diagnostics }: ReturnType<typeof lowerDocuments>) =>
  diagnostics.map(({ code, place }) => [code, place?.pointer.replace("/components/schemas/Pet", "")]);

describe("openapi-3.0: nullable", () => {
  it("adds null to the type beside it", () => {
    const lowered = lower30({ type: "string", nullable: true });
    expect(petOf(lowered)).toEqual({ type: ["string", "null"] });
    expect(lowered.diagnostics).toEqual([]);
    expect(petOf(lower30({ nullable: true, type: "integer" }))).toEqual({ type: ["integer", "null"] });
    expect(petOf(lower30({ nullable: false, type: "integer" }))).toEqual({ type: ["integer"] });
  });

  it("does nothing without a type, and says so", () => {
    const others = [
      { allOf: [{ $ref: "#/components/schemas/Other" }] },
      { properties: {} },
      { enum: ["a", null] },
    ];
    for (const other of others) {
      const lowered = lower30({ ...other, nullable: true });
      expect(petOf(lowered).type).toBeUndefined();
      expect(told(lowered)).toEqual([["keyword-ignored", "/nullable"]]);
    }
  });

  it("adds nothing to an enum, which has null or has not", () => {
    const without = lower30({ type: "string", nullable: true, enum: ["a"] });
    expect(petOf(without)).toEqual({ type: ["string", "null"], enum: ["a"] });
    expect(told(without)).toEqual([["keyword-ignored", "/nullable"]]);
    expect(told(lower30({ type: "string", nullable: true, enum: ["a", null] }))).toEqual([]);
  });

  it("does not count beside a reference", () => {
    const lowered = lower30({ $ref: "#/components/schemas/Other", nullable: true, description: "A name." });
    expect(petOf(lowered)).toEqual({ $ref: "file:///root.json#/components/schemas/Other" });
    expect(lowered.node("/components/schemas/Pet").annotations).toEqual({ description: "A name." });
    expect(told(lowered)).toEqual([["keyword-ignored", "/nullable"]]);
    expect(lowered.diagnostics[0]?.help).toBe("Put the $ref into an allOf beside it.");
  });

  it("must be true or false", () => {
    expect(told(lower30({ type: "string", nullable: "yes" }))).toEqual([["keyword-invalid", "/nullable"]]);
  });
});

describe("openapi-3.0: what differs from JSON Schema", () => {
  it("has one type, and none of null; others are read with a warning", () => {
    const array = lower30({ type: ["string", "null"] });
    expect(petOf(array)).toEqual({ type: ["string", "null"] });
    expect(told(array)).toEqual([["keyword-tolerated", "/type"]]);
    expect(told(lower30({ type: "null" }))).toEqual([["keyword-tolerated", "/type"]]);
    expect(told(lower30({ type: "file" }))).toEqual([["keyword-invalid", "/type"]]);
  });

  it("makes limits exclusive by true beside them", () => {
    const limits = {
      type: "number",
      minimum: 0,
      exclusiveMinimum: true,
      maximum: 9,
      exclusiveMaximum: false,
    };
    expect(petOf(lower30(limits))).toEqual({ type: ["number"], exclusiveMinimum: 0, maximum: 9 });
  });

  it("knows no keywords of later drafts", () => {
    const lowered = lower30({ const: 1, patternProperties: { "^a": false }, $id: "a" });
    expect(petOf(lowered)).toEqual({});
    expect(told(lowered)).toEqual([
      ["keyword-unknown", "/const"],
      ["keyword-unknown", "/patternProperties"],
      ["keyword-unknown", "/$id"],
    ]);
  });

  it("has formats as annotations", () => {
    expect(petOf(lower30({ type: "integer", format: "int64" })).format).toEqual({
      name: "int64",
      asserted: false,
    });
  });
});

describe("OpenAPI's annotations", () => {
  const more = {
    discriminator: { propertyName: "kind", mapping: { dog: "#/components/schemas/Other" } },
    xml: { name: "pet" },
    externalDocs: { url: "https://example.com" },
    example: { kind: "dog" },
  };
  const { example, ...kept } = more;

  it.each(["3.0.3", "3.1.0", "3.2.0"])("are kept in %s, and change no verdict", (openapi) => {
    const lowered = lowerDocuments({ openapi, components: { schemas: { Pet: more } } }, annotate);
    expect(petOf(lowered)).toEqual({});
    expect(lowered.node("/components/schemas/Pet").annotations).toEqual({ ...kept, examples: [example] });
    expect(lowered.diagnostics).toEqual([]);
  });

  it("are kept beside a reference in 3.0, but for the discriminator", () => {
    const lowered = lower30({ $ref: "#/components/schemas/Other", ...more });
    const { annotations } = lowered.node("/components/schemas/Pet");
    expect(annotations).toEqual({ xml: more.xml, externalDocs: more.externalDocs, examples: [example] });
    expect(told(lowered)).toEqual([["keyword-ignored", "/discriminator"]]);
  });

  it("have their kind of value", () => {
    const lowered = lower30({ discriminator: "kind", xml: 1, externalDocs: [] });
    expect(told(lowered)).toEqual([
      ["keyword-invalid", "/discriminator"],
      ["keyword-invalid", "/xml"],
      ["keyword-invalid", "/externalDocs"],
    ]);
  });

  it("are AsyncAPI's too, where a discriminator is a name", () => {
    const lower = (Pet: JsonObject) =>
      lowerDocuments({ asyncapi: "3.0.0", components: { schemas: { Pet } } }, annotate);
    const lowered = lower({ discriminator: "kind", externalDocs: more.externalDocs, deprecated: true });
    expect(lowered.node("/components/schemas/Pet").annotations).toEqual({
      discriminator: "kind",
      externalDocs: more.externalDocs,
      deprecated: true,
    });
    expect(lowered.diagnostics).toEqual([]);
    expect(told(lower({ discriminator: {} }))).toEqual([["keyword-invalid", "/discriminator"]]);
  });
});
