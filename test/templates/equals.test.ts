import * as fc from "fast-check";
import { expect, it } from "vitest";
import { equals } from "../../templates/runtime/equals.js";

/** JSON text with sorted keys; equal exactly where two values are equal as JSON. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item)}`);
  return `{${members.sort().join()}}`;
}

/** Few names and values, so that two random values are often equal or nearly so. */
const { value: arbitraryJson } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, 0, -0, 1, 1.5, "", "1", "a"),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b", "__proto__", "toString", "1"), tie("value"), { maxKeys: 2 }),
  ),
}));

function nest(depth: number, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

it("agrees with the JSON text under sorted keys", () => {
  fc.assert(
    fc.property(arbitraryJson, arbitraryJson, (left, right) => {
      expect(equals(left, right)).toBe(canonicalText(left) === canonicalText(right));
    }),
    { numRuns: 2_000 },
  );
});

it("equals its own copy with the keys reversed", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const reversed: unknown = JSON.parse(JSON.stringify(value), (_, item: unknown) =>
        typeof item === "object" && item !== null && !Array.isArray(item)
          ? Object.fromEntries(Object.entries(item).reverse())
          : item,
      );
      expect(equals(value, reversed)).toBe(true);
    }),
  );
});

it.each<[unknown, unknown, boolean]>([
  [1, 1.0, true],
  [0, -0, true],
  [1, "1", false],
  [0, false, false],
  [null, undefined, false],
  [{}, [], false],
  [[], {}, false],
  [{}, null, false],
  [[1, 2], [2, 1], false],
  [[1], [1, undefined], false],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [{ 0: "a" }, ["a"], false],
  [{ length: 0 }, [], false],
  [1, NaN, false],
  [1, 1n, false],
  ["a", Symbol("a"), false],
  [{}, () => 1, false],
])("%j and %o: %s", (constant, value, expected) => {
  expect(equals(constant, value)).toBe(expected);
});

it("does not take what a prototype has for a property", () => {
  expect(equals({ toString: 1 }, { a: 1 })).toBe(false);
  expect(equals({ a: 1 }, Object.create({ a: 1 }))).toBe(false);
  expect(equals(JSON.parse('{"__proto__": {}}'), { a: {} })).toBe(false);
  expect(equals(JSON.parse('{"__proto__": {}}'), {})).toBe(false);
  expect(equals(JSON.parse('{"__proto__": {"a": 1}}'), JSON.parse('{"__proto__": {"a": 1}}'))).toBe(true);
});

it("counts a property whose value is undefined as absent", () => {
  expect(equals({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(equals({ a: 1, b: 2 }, { a: 1, b: undefined })).toBe(false);
});

it("compares objects without a prototype", () => {
  expect(equals({ a: 1 }, Object.assign(Object.create(null) as object, { a: 1 }))).toBe(true);
});

it("does not overflow the stack", () => {
  expect(equals(nest(200_000, 1), nest(200_000, 1))).toBe(true);
  expect(equals(nest(200_000, 1), nest(200_000, 2))).toBe(false);
});

it("refuses a cyclic value", () => {
  const cyclic: { a?: unknown } = {};
  cyclic.a = cyclic;
  expect(equals({ a: { a: {} } }, cyclic)).toBe(false);
});
