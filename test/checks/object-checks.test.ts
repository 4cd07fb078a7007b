import { describe, expect, it } from "vitest";
import { planSchema, pointerOf } from "./plan-schema.js";

describe("properties", () => {
  it("are each there once, over everything that is inline, in the order in which they are named", () => {
    const { properties } = planSchema({
      properties: { a: { type: "string" }, b: {} },
      required: ["c"],
      allOf: [{ properties: { a: { minLength: 1 }, d: {} }, required: ["a"] }],
    }).at("");
    expect(properties.map(({ key }) => key)).toEqual(["a", "b", "d", "c"]);
    expect(properties[0]?.values.map(({ site }) => pointerOf(site))).toEqual([
      "/properties/a",
      "/allOf/0/properties/a",
    ]);
    expect(properties.map(({ required }) => required && pointerOf(required))).toEqual([
      "/allOf/0/required",
      undefined,
      undefined,
      "/required",
    ]);
  });

  it("are forbidden where a schema of theirs admits nothing", () => {
    const [a, b] = planSchema({ properties: { a: false, b: { allOf: [false] } } }).at("").properties;
    expect(a?.forbidden && pointerOf(a.forbidden)).toBe("/properties/a");
    expect(b?.forbidden && pointerOf(b.forbidden)).toBe("/properties/b");
  });

  it("may have names that objects have anyway, and any character", () => {
    const schema = JSON.parse('{"properties": {"__proto__": {"type": "string"}, "a/b": {}}}') as never;
    const { properties } = planSchema(schema).at("");
    expect(properties.map(({ key, values: [value] }) => [key, value?.site.tokens])).toEqual([
      ["__proto__", ["properties", "__proto__"]],
      ["a/b", ["properties", "a/b"]],
    ]);
  });

  it("with literals in several schemas have one list of those that all of them have, by the shortest", () => {
    const { properties } = planSchema({
      properties: { kind: { $ref: "#/$defs/Kind" } },
      allOf: [{ properties: { kind: { const: "b" } } }, { properties: { kind: { minLength: 1 } } }],
      $defs: { Kind: { type: "string", enum: ["a", "b", "c"] } },
    }).at("");
    const [kind] = properties;
    expect(kind?.literals?.values).toEqual(["b"]);
    expect(kind?.literals && pointerOf(kind.literals.site)).toBe("/allOf/0/properties/kind/const");
    expect(kind?.values.map(({ site }) => pointerOf(site))).toEqual(["/allOf/1/properties/kind"]);
  });

  it("with literals in one schema leave them to it", () => {
    const [kind] = planSchema({
      properties: { kind: { const: "b" } },
      allOf: [{ properties: { kind: { minLength: 1 } } }],
    }).at("").properties;
    expect(kind?.literals).toBeUndefined();
    expect(kind?.values).toHaveLength(2);
  });
});

describe("the rest", () => {
  it("is what neither a name nor a pattern of the same schema claims", () => {
    const { rests } = planSchema({
      properties: { a: {}, b: {} },
      patternProperties: { "^x": { type: "string" } },
      additionalProperties: { type: "number" },
      allOf: [{ properties: { c: {} }, additionalProperties: { minimum: 1 } }],
    }).at("");
    expect(rests).toHaveLength(2);
    expect(rests[0]?.named).toEqual(["a", "b"]);
    expect(
      rests[0]?.patterns.map(({ pattern, value }) => [pattern.source, value && pointerOf(value.site)]),
    ).toEqual([["^x", "/patternProperties/^x"]]);
    expect(rests[1]?.named).toEqual(["c"]);
    expect(rests[1]?.others).toMatchObject({ site: { tokens: ["additionalProperties"] } });
  });

  it("is forbidden where its schema admits nothing, and free where it admits everything", () => {
    const { rests } = planSchema({ additionalProperties: { not: {} } }).at("");
    expect(rests).toMatchObject([{ others: { forbidden: { tokens: ["additionalProperties"] } } }]);
    expect(planSchema({ additionalProperties: true }).at("").rests).toEqual([]);
  });

  it("may have patterns alone", () => {
    const { rests } = planSchema({ patternProperties: { a: {} } }).at("");
    expect(rests).toMatchObject([{ named: [], others: undefined }]);
  });
});
