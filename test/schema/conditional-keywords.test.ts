import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { lowerDocuments, root } from "./lower-documents.js";

const at = (pointer: string) => `${root}#${pointer}`;

function lowerRoot(schema: JsonValue, dialect = "2020-12") {
  const { schema: canonical, diagnostics } = lowerDocuments(schema, { dialect });
  return { schema: canonical(""), codes: diagnostics.map(({ code, place }) => [code, place?.pointer]) };
}

describe("keywords that need another beside them", () => {
  it("keep then and else beside if alone", () => {
    expect(lowerRoot({ if: {}, then: {}, else: {} }).schema).toEqual({
      if: at("/if"),
      then: at("/then"),
      else: at("/else"),
    });
    expect(lowerRoot({ then: {}, else: {} }).schema).toEqual({});
  });

  it("keep minContains and maxContains beside contains alone", () => {
    expect(lowerRoot({ contains: {}, minContains: 0, maxContains: 2 }).schema).toEqual({
      contains: { schema: at("/contains"), evaluates: true },
      minContains: 0,
      maxContains: 2,
    });
    expect(lowerRoot({ minContains: 1 }).schema).toEqual({});
    expect(lowerRoot({ minContains: -1 }).codes).toEqual([["keyword-invalid", "/minContains"]]);
  });

  it("let contains evaluate nothing in 2019-09", () => {
    expect(lowerRoot({ contains: {} }, "2019-09").schema).toEqual({
      contains: { schema: at("/contains"), evaluates: false },
    });
  });
});

describe("dependencies", () => {
  it("are two keywords since 2019-09", () => {
    const schema = { dependentRequired: { a: ["b", "b"] }, dependentSchemas: { a: {} } };
    expect(lowerRoot(schema).schema).toEqual({
      dependentRequired: new Map([["a", ["b"]]]),
      dependentSchemas: new Map([["a", at("/dependentSchemas/a")]]),
    });
  });

  it("are one before, which is read as the two", () => {
    expect(lowerRoot({ dependencies: { a: ["b"], c: false, d: [] } }, "draft-07").schema).toEqual({
      dependentRequired: new Map([
        ["a", ["b"]],
        ["d", []],
      ]),
      dependentSchemas: new Map([["c", at("/dependencies/c")]]),
    });
    expect(lowerRoot({ dependencies: { a: "b" } }, "draft-03").schema).toEqual({
      dependentRequired: new Map([["a", ["b"]]]),
    });
  });

  it("are refused where they are neither names nor schemas", () => {
    expect(lowerRoot({ dependentRequired: { a: "b" } }).codes).toEqual([
      ["keyword-invalid", "/dependentRequired"],
    ]);
    expect(lowerRoot({ dependencies: { a: [1] } }, "draft-07").codes).toEqual([
      ["keyword-invalid", "/dependencies"],
    ]);
  });
});

describe("counts", () => {
  it("are kept, and uniqueItems where it asks for something", () => {
    expect(lowerRoot({ minProperties: 1, maxProperties: 2, uniqueItems: true }).schema).toEqual({
      minProperties: 1,
      maxProperties: 2,
      uniqueItems: true,
    });
    expect(lowerRoot({ uniqueItems: false }).schema).toEqual({});
    expect(lowerRoot({ uniqueItems: 1, maxProperties: 1.5 }).codes).toEqual([
      ["keyword-invalid", "/uniqueItems"],
      ["keyword-invalid", "/maxProperties"],
    ]);
  });
});

describe("content", () => {
  it("is an annotation, with a schema that the package may name", () => {
    const schema = { contentEncoding: "base64", contentMediaType: "application/json", contentSchema: {} };
    const { node } = lowerDocuments(schema);
    expect(node("").annotations).toEqual({ contentEncoding: "base64", contentMediaType: "application/json" });
    expect(node("").schema).toEqual({ contentSchema: at("/contentSchema") });
  });
});

describe("draft 3", () => {
  const lower3 = (schema: JsonValue) => lowerDocuments(schema, { dialect: "draft-03" });

  it("has schemas among types", () => {
    const { schema } = lower3({ type: ["string", { minimum: 1 }, "null"] });
    expect(schema("")).toEqual({ anyOf: [at("/type/types"), at("/type/1")] });
    expect(schema("/type/types")).toEqual({ type: ["string", "null"] });
    expect(schema("/type/1")).toEqual({ minimum: 1 });
  });

  it("has a type that is any", () => {
    expect(lower3({ type: ["any", "string"] }).schema("")).toEqual({});
    expect(lower3({ type: "integer" }).schema("")).toEqual({ type: ["integer"] });
  });

  it("disallows types and schemas", () => {
    const { schema } = lower3({ disallow: ["string", { minimum: 1 }] });
    expect(schema("")).toEqual({ not: at("/disallow") });
    expect(schema("/disallow")).toEqual({ anyOf: [at("/disallow/types"), at("/disallow/1")] });
    expect(lower3({ disallow: "any" }).schema("/disallow")).toEqual({});
  });

  it("extends one schema or several, divides, and requires in the property itself", () => {
    expect(lower3({ extends: { divisibleBy: 2 } }).schema("")).toEqual({ allOf: [at("/extends")] });
    expect(lower3({ extends: [{}, {}] }).schema("")).toEqual({ allOf: [at("/extends/0"), at("/extends/1")] });
    expect(lower3({ divisibleBy: 0.5 }).schema("")).toEqual({ multipleOf: 0.5 });
    const { schema } = lower3({ properties: { a: { required: true }, b: { required: false } } });
    expect(schema("")).toEqual({
      properties: new Map([
        ["a", at("/properties/a")],
        ["b", at("/properties/b")],
      ]),
      required: ["a"],
    });
  });

  it("has formats that are called otherwise today", () => {
    const names = ["host-name", "ip-address", "time", "color", "date"];
    const lowered = names.map((format) => lower3({ format }).schema("").format?.name);
    expect(lowered).toEqual(["hostname", "ipv4", "partial-time", "css-color", "date"]);
  });
});
