import { assert, jsonValue, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { areEqual, includesValue } from "../../src/facts/equal-values.js";
import type { JsonValue } from "../../src/json.js";
import { spell } from "./is-valid.js";

const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);

function nest(depth: number, core: JsonValue): JsonValue {
  let value = core;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

describe("equality of JSON values", () => {
  it.for<[string, { given: [JsonValue, JsonValue]; want: boolean }]>([
    [
      "leaves the order of members aside",
      {
        given: [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        want: true,
      },
    ],
    [
      "minds the order of items",
      {
        given: [
          [1, 2],
          [2, 1],
        ],
        want: false,
      },
    ],
    ["takes 1.0 for 1", { given: [1.0, 1], want: true }],
    ["takes -0 for 0, also inside", { given: [[-0], [0]], want: true }],
    ["keeps types apart", { given: [1, "1"], want: false }],
    ["keeps false and 0 apart", { given: [false, 0], want: false }],
    ["keeps null and an empty object apart", { given: [null, {}], want: false }],
    ["keeps an empty array and an empty object apart", { given: [[], {}], want: false }],
    ["keeps an array and an object with its indexes apart", { given: [["a"], { "0": "a" }], want: false }],
    ["asks for the same names, not only as many", { given: [{ a: 1 }, { b: 1 }], want: false }],
    ["asks for all names of both", { given: [{ a: 1 }, { a: 1, b: 1 }], want: false }],
    [
      "does not take what the prototype has for a member",
      { given: [JSON.parse('{"toString": 1}') as JsonValue, { a: 1 }], want: false },
    ],
    ["compares what is inside", { given: [{ a: [{ b: null }] }, { a: [{ b: null }] }], want: true }],
    ["sees a difference inside", { given: [{ a: [{ b: null }] }, { a: [{ b: 0 }] }], want: false }],
  ])("%s", ([, { given, want }]) => {
    expect(areEqual(...given)).toBe(want);
    expect(areEqual(given[1], given[0])).toBe(want);
  });

  it("reaches any depth", () => {
    expect(areEqual(nest(100_000, 1), nest(100_000, 1))).toBe(true);
    expect(areEqual(nest(100_000, 1), nest(100_000, 2))).toBe(false);
  });

  it(`is that of their canonical texts (seed ${seed})`, () => {
    const value = jsonValue({ maxDepth: 2 });
    assert(
      property(value, value, (left, right) => {
        const [a, b] = [left, right] as [JsonValue, JsonValue];
        return areEqual(a, b) === (spell(a) === spell(b)) && areEqual(a, structuredClone(a));
      }),
      { seed, numRuns: 1_000 },
    );
  });
});

it("finds a value among others by equality", () => {
  expect(includesValue([1, { a: [0] }], { a: [-0] })).toBe(true);
  expect(includesValue([1, { a: [0] }], { a: [1] })).toBe(false);
});
