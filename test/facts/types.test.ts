import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import type { TypeName } from "../../src/schema/schema-graph.js";
import { allTypes, numberKindOf } from "../../src/schema/type-set.js";
import { at, proveDocuments } from "./prove-documents.js";

const everyType: readonly TypeName[] = ["string", "number", "boolean", "null", "array", "object"];

describe("the types that a valid instance may have", () => {
  it.for<[string, { given: JsonValue; want: readonly TypeName[] }]>([
    ["are all where nothing is said", { given: {}, want: everyType }],
    ["are all of true", { given: true, want: everyType }],
    ["are none of false", { given: false, want: [] }],
    ["are those of `type`", { given: { type: ["null", "string"] }, want: ["string", "null"] }],
    [
      "are those of the values of `enum`",
      { given: { enum: ["a", 1, [], {}] }, want: ["string", "integer", "array", "object"] },
    ],
    ["are that of `const`", { given: { const: null }, want: ["null"] }],
    ["count 1.0 as an integer", { given: { const: 1.0 }, want: ["integer"] }],
    [
      "are those that `type` and `enum` both leave",
      { given: { type: "string", enum: ["a", 1] }, want: ["string"] },
    ],
    [
      "are not narrowed by keywords about one type",
      { given: { required: ["a"], minimum: 1, minLength: 1, minItems: 1 }, want: everyType },
    ],
    [
      "are those of what a reference leads to",
      { given: { $ref: "#/$defs/a", $defs: { a: { type: "array" } } }, want: ["array"] },
    ],
    [
      "are those that a reference and its siblings both leave",
      {
        given: { $ref: "#/$defs/a", type: ["string", "null"], $defs: { a: { type: ["string", "array"] } } },
        want: ["string"],
      },
    ],
    [
      "are those that all of `allOf` leave",
      { given: { allOf: [{ type: ["string", "null"] }, { type: ["null", "object"] }] }, want: ["null"] },
    ],
    [
      "are those that one of `anyOf` leaves",
      { given: { anyOf: [{ type: "string" }, { const: 1 }] }, want: ["string", "integer"] },
    ],
    [
      "are those of the types beside `anyOf` too",
      { given: { type: ["string", "null"], anyOf: [{ type: "string" }, { const: 1 }] }, want: ["string"] },
    ],
    [
      "are all of `anyOf` with a branch that says nothing",
      { given: { anyOf: [{ type: "string" }, {}] }, want: everyType },
    ],
    [
      "are those that one of `oneOf` leaves",
      { given: { oneOf: [{ type: "string" }, { type: "null" }] }, want: ["string", "null"] },
    ],
    [
      "keep what two of `oneOf` admit",
      {
        given: { oneOf: [{ type: ["string", "null"] }, { type: ["null", "boolean"] }] },
        want: ["string", "boolean", "null"],
      },
    ],
    [
      "are those of `anyOf` and `oneOf` together",
      {
        given: {
          anyOf: [{ type: "string" }, { type: "null" }],
          oneOf: [{ type: "null" }, { type: "array" }],
        },
        want: ["null"],
      },
    ],
  ])("%s", ([, { given, want }]) => {
    expect(proveDocuments(given).types()).toEqual(want);
  });

  it("tell integers from other numbers", () => {
    const { facts } = proveDocuments({ type: "number", not: { type: "integer" } });
    expect(numberKindOf(facts.types(at("")))).toBe("fraction");
  });

  it("are read through references in definitions of another document", () => {
    const { types } = proveDocuments(
      { allOf: [{ $ref: "other.json#/$defs/a" }] },
      {},
      {
        "file:///other.json": { $defs: { a: { type: "object" } } },
      },
    );
    expect(types()).toEqual(["object"]);
  });

  it("are those of the type that is inferred", () => {
    const { types } = proveDocuments({ properties: { a: {} } }, { untyped: "infer" });
    expect(types()).toEqual(["object"]);
  });
});

describe("the types that `not` leaves", () => {
  const typesOfNot = (not: JsonValue): readonly TypeName[] => proveDocuments({ not }).types();

  it.for<[string, { given: JsonValue; want: readonly TypeName[] }]>([
    ["none, where everything is refused", { given: {}, want: [] }],
    ["all, where nothing is", { given: false, want: everyType }],
    [
      "all but the type that is refused whole",
      { given: { type: ["object", "null"] }, want: ["string", "number", "boolean", "array"] },
    ],
    [
      "the type of which only some values are refused",
      { given: { type: "string", minLength: 2 }, want: everyType },
    ],
    [
      "one type, where the refused schema bears on that type alone",
      { given: { required: ["a"] }, want: ["object"] },
    ],
    ["numbers, where only integers are refused", { given: { type: "integer" }, want: everyType }],
    [
      "not null, where null is refused as a value",
      { given: { const: null }, want: ["string", "number", "boolean", "array", "object"] },
    ],
    [
      "no boolean, where both are refused",
      { given: { enum: [true, "a", false] }, want: ["string", "number", "null", "array", "object"] },
    ],
    ["booleans, where one of them is refused", { given: { enum: [true] }, want: everyType }],
    ["what is refused twice", { given: { not: { type: "string" } }, want: ["string"] }],
    [
      "none of the types that some branch refuses whole",
      {
        given: { anyOf: [{ type: "string" }, { type: "number", minimum: 1 }] },
        want: ["number", "boolean", "null", "array", "object"],
      },
    ],
    [
      "all but the types that every conjunct refuses whole",
      {
        given: { allOf: [{ type: ["string", "null"] }, { type: ["null", "array"] }] },
        want: ["string", "number", "boolean", "array", "object"],
      },
    ],
    [
      "what two branches of `oneOf` admit",
      {
        given: { oneOf: [{ type: ["string", "null"] }, { type: ["null", "array"] }] },
        want: ["number", "boolean", "null", "object"],
      },
    ],
    [
      "what one branch of `oneOf` admits whole and another in part",
      { given: { oneOf: [{ type: "string" }, { const: "a" }] }, want: everyType },
    ],
    [
      "all, where the format is asserted and may be about any type",
      { given: { type: "string", format: "date" }, want: everyType },
    ],
  ])("%s", ([, { given, want }]) => {
    expect(proveDocuments({ not: given }, { formats: "assert" }).types()).toEqual(want);
  });

  it("are those that a refused reference leaves", () => {
    const { types } = proveDocuments({ not: { $ref: "#/$defs/a" }, $defs: { a: { type: "array" } } });
    expect(types()).toEqual(["string", "number", "boolean", "null", "object"]);
  });

  it("are not widened by a format that is only an annotation", () => {
    expect(typesOfNot({ type: "string", format: "date" })).toEqual([
      "number",
      "boolean",
      "null",
      "array",
      "object",
    ]);
  });
});

describe("whether the types are enforced by what states them", () => {
  it.for<[string, { given: JsonValue; want: boolean }]>([
    ["by `type`", { given: { type: "string" }, want: true }],
    ["by `enum`", { given: { enum: [1] }, want: true }],
    ["by `const`, null too", { given: { const: null }, want: true }],
    ["by false", { given: false, want: true }],
    ["by a reference", { given: { $ref: "#/$defs/stated" }, want: true }],
    ["by one of `allOf`", { given: { allOf: [{}, { type: "string" }] }, want: true }],
    ["by all of `anyOf`", { given: { anyOf: [{ const: 1 }, { $ref: "#/$defs/stated" }] }, want: true }],
    ["by all of `oneOf`", { given: { oneOf: [{ const: 1 }, { type: "null" }] }, want: true }],
    ["not by true", { given: true, want: false }],
    ["not by some of `anyOf`", { given: { anyOf: [{ const: 1 }, {}] }, want: false }],
    [
      "not by `not`, though it leaves one type",
      { given: { not: { type: ["string", "number", "boolean", "null", "array"] } }, want: false },
    ],
    ["not by keywords about one type", { given: { properties: {}, required: ["a"] }, want: false }],
  ])("%s", ([, { given, want }]) => {
    const $defs = { of: given, stated: { type: "string" } };
    const { facts } = proveDocuments({ $ref: "#/$defs/of", $defs });
    expect(facts.enforcesTypes(at("/$defs/of"))).toBe(want);
  });
});

it("leaves a schema whose circle is an error unrestricted", () => {
  const { facts } = proveDocuments({ $ref: "#" });
  expect(facts.types(at(""))).toBe(allTypes);
});
