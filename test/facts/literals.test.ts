import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { at, proveDocuments } from "./prove-documents.js";

type Case = [string, { given: JsonValue; want: readonly JsonValue[] | undefined }];

function literalsOf(schema: JsonValue): readonly JsonValue[] | undefined {
  return proveDocuments({
    $ref: "#/$defs/of",
    $defs: { of: schema, letters: { enum: ["a", "b"] } },
  }).literals("/$defs/of");
}

describe("the values that a valid instance may have", () => {
  it.for<Case>([
    ["are not listed where nothing lists any", { given: { type: "string" }, want: undefined }],
    ["are not listed of booleans and null", { given: { type: ["boolean", "null"] }, want: undefined }],
    ["are not listed of true", { given: true, want: undefined }],
    ["are those of `enum`, in its order", { given: { enum: ["b", "a"] }, want: ["b", "a"] }],
    [
      "are listed once each, 1.0 being 1",
      { given: { enum: [1, "a", 1.0, "a", [1], [1.0]] }, want: [1, "a", [1]] },
    ],
    ['keep 1, true and "1" apart', { given: { enum: [1, true, "1"] }, want: [1, true, "1"] }],
    ["are that of `const`, null too", { given: { const: null }, want: [null] }],
    [
      "are those of `const` and `enum` that are equal",
      { given: { const: { a: 1, b: 2 }, enum: [{ b: 2, a: 1 }, 3] }, want: [{ b: 2, a: 1 }] },
    ],
    ["are none where `const` and `enum` contradict each other", { given: { const: 1, enum: [2] }, want: [] }],
    [
      "have a type that is left",
      { given: { type: ["integer", "null"], enum: [1, 1.5, null, "a"] }, want: [1, null] },
    ],
    ["are those of a reference", { given: { $ref: "#/$defs/letters" }, want: ["a", "b"] }],
    [
      "are those of a reference that its siblings leave",
      { given: { $ref: "#/$defs/letters", enum: ["c", "b"] }, want: ["b"] },
    ],
    [
      "are those that all of `allOf` leave",
      { given: { allOf: [{ enum: [1, 2, 3] }, {}, { enum: [3, 2] }] }, want: [2, 3] },
    ],
    [
      "are those of all branches of `anyOf`",
      { given: { anyOf: [{ const: 1 }, { enum: [2, 1] }] }, want: [1, 2] },
    ],
    [
      "are not listed where one branch lists none",
      { given: { anyOf: [{ const: 1 }, { type: "string" }] }, want: undefined },
    ],
    [
      "leave out branches that nothing meets",
      { given: { anyOf: [{ const: 1 }, false, { type: "string", const: 2 }] }, want: [1] },
    ],
    ["are none where nothing meets any branch", { given: { anyOf: [false] }, want: [] }],
    [
      "are those that some branch leaves room for",
      {
        given: {
          enum: ["a", "b", 1, 2],
          anyOf: [
            { type: "string", const: "a" },
            { type: "number", minimum: 5 },
          ],
        },
        want: ["a", 1, 2],
      },
    ],
    [
      "are those of all branches of `oneOf`",
      { given: { oneOf: [{ const: 1 }, { enum: [2, 3] }] }, want: [1, 2, 3] },
    ],
    [
      "keep what two branches of `oneOf` list",
      { given: { oneOf: [{ enum: [1, 2] }, { enum: [2, 3] }] }, want: [1, 2, 3] },
    ],
    ["are those that a negation leaves", { given: { enum: [1, 2, 3], not: { enum: [2] } }, want: [1, 3] }],
    [
      "are those that a negated reference leaves",
      { given: { enum: ["a", "c"], not: { $ref: "#/$defs/letters" } }, want: ["c"] },
    ],
    [
      "are those that a negated union leaves",
      { given: { enum: ["a", "c", null], not: { anyOf: [{ const: "c" }, { const: null }] } }, want: ["a"] },
    ],
    [
      "keep what two branches of a negated `oneOf` list",
      { given: { enum: ["a"], not: { oneOf: [{ const: "a" }, { enum: ["a", "b"] }] } }, want: ["a"] },
    ],
    [
      "keep what a negation may pass",
      { given: { enum: ["a", "bb"], not: { enum: ["a", "bb"], maxLength: 1 } }, want: ["a", "bb"] },
    ],
    [
      "are those of the types that a negation leaves",
      { given: { enum: ["a", 1], not: { type: "string" } }, want: [1] },
    ],
  ])("%s", ([, { given, want }]) => {
    expect(literalsOf(given)).toEqual(want);
  });

  it("narrow the types to their own", () => {
    const { types } = proveDocuments({ enum: ["a", 1], allOf: [{ enum: ["a", 2] }] });
    expect(types()).toEqual(["string"]);
  });

  it("leave no type where there are none", () => {
    expect(proveDocuments({ const: 1, enum: [2] }).types()).toEqual([]);
  });

  it("hold a member called __proto__", () => {
    const value = JSON.parse('{"__proto__": 1}') as JsonValue;
    const { facts } = proveDocuments({ const: value, enum: [{}, value] });
    expect(JSON.stringify(facts.literals(at("")))).toBe('[{"__proto__":1}]');
  });

  it("are read from nested unions of thousands of values in one go", () => {
    const values = Array.from({ length: 5_000 }, (_, index) => `v${index}`);
    const oneOf = values.map((value) => ({ const: value }));
    expect(proveDocuments({ oneOf }).literals()).toEqual(values);
  });
});
