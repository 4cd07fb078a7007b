import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equals } from "../../templates/runtime/equals.js";
import { hasUniqueItems } from "../../templates/runtime/has-unique-items.js";

/** Few names and values, so that two items are often equal or nearly so. */
const { value: arbitraryJson } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, -0, 1, "", "1", "a", undefined),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b", "__proto__", "toString", "0", "a:1,b"), tie("value"), {
      maxKeys: 2,
    }),
  ),
}));

it("agrees with a comparison of all pairs", () => {
  const verdicts = { true: 0, false: 0 };
  fc.assert(
    fc.property(fc.array(arbitraryJson, { maxLength: 5 }), (items) => {
      const isUnique = items.every(
        (item, index) => !items.slice(index + 1).some((other) => equals(item, other)),
      );
      expect(hasUniqueItems(items)).toBe(isUnique);
      verdicts[`${isUnique}`]++;
    }),
    { numRuns: 5_000 },
  );
  expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(500);
});

it.each<[unknown[], boolean]>([
  [[], true],
  [[1], true],
  [[1, 1.0], false],
  [[0, -0], false],
  [[1, "1", true], true],
  [[0, false, null, ""], true],
  [[null, null], false],
  [["a", "b", "a"], false],
  [[{}, []], true],
  [
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    false,
  ],
  [
    [
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ],
    true,
  ],
  [[{ a: 1, b: undefined }, { a: 1 }], false],
  [
    [
      [1, 2],
      [2, 1],
    ],
    true,
  ],
  [
    [
      [[1], [2]],
      [[1], [2]],
    ],
    false,
  ],
  [[[[1], [2]], [[1, 2]]], true],
  [[{ 0: "a" }, ["a"]], true],
  [[{ a: false }, { a: 0 }, { a: null }, { a: "" }, {}], true],
  [[["1"], [1]], true],
  [[{ "a,b": 1 }, { a: 1, b: 1 }], true],
])("%j: %s", (items, expected) => {
  expect(hasUniqueItems(items)).toBe(expected);
});

describe("values of any size", () => {
  const nest = (depth: number, last: unknown): unknown => {
    let value = last;
    for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
    return value;
  };

  it("are compared to the bottom, 100,000 levels deep", () => {
    expect(hasUniqueItems([nest(100_000, 1), nest(100_000, 2)])).toBe(true);
    expect(hasUniqueItems([nest(100_000, 1), nest(100_000, 1)])).toBe(false);
    expect(hasUniqueItems([nest(100_000, 1), nest(100_001, 1), nest(100_002, 1)])).toBe(true);
  });

  it("are compared 100,000 at once, each a little different", () => {
    const rows = Array.from({ length: 100_000 }, (_, id) => ({ id, name: "same", at: [id % 10, { x: 0 }] }));
    expect(hasUniqueItems(rows)).toBe(true);
    expect(hasUniqueItems([...rows, { at: [7, { x: 0 }], name: "same", id: 77_777 }])).toBe(false);
    expect(hasUniqueItems(Array.from({ length: 1_000_000 }, (_, index) => index))).toBe(true);
  }, 30_000);

  it("are compared where they share their parts", () => {
    let value: unknown = 1;
    let other: unknown = 1;
    for (let level = 0; level < 1_000; level++)
      [value, other] = [
        [value, value],
        [other, other],
      ];
    expect(hasUniqueItems([value, other])).toBe(false);
    expect(hasUniqueItems([value, [value, other], [other, 1]])).toBe(true);
  });

  it("come to an end where they hold themselves", () => {
    const one: unknown[] = [];
    one.push(one, { one });
    const other: Record<string, unknown> = {};
    other["self"] = { other, one };
    expect(hasUniqueItems([one, other, {}, []])).toBe(true);
    expect(hasUniqueItems([one, other, one])).toBe(false);
  });
});

it("never throws, whatever the items", () => {
  const sparse: unknown[] = [];
  sparse.length = 4_000_000_000;
  const bare: unknown = Object.assign(Object.create(null) as object, { a: 1 });
  expect(hasUniqueItems([sparse, bare, () => 1, Symbol("a"), 1n, undefined, new Date(0)])).toBe(true);
  expect(hasUniqueItems([bare, { a: 1 }])).toBe(false);
  expect(hasUniqueItems(sparse)).toBe(false);
  expect(hasUniqueItems([{ a: 1n }, { a: 1 }])).toBe(true);
});
