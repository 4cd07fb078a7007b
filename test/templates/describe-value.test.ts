import * as fc from "fast-check";
import { expect, it } from "vitest";
import { describeValue } from "../../templates/runtime/describe-value.js";
import { jsonTypeOf } from "../../templates/runtime/json-type.js";

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

const hostile = {
  toJSON: (): never => {
    throw new Error("toJSON was called");
  },
  toString: (): never => {
    throw new Error("toString was called");
  },
};

it.each<[unknown, string, string]>([
  ["a", '"a"', "string"],
  ['say "hi"\n', '"say \\"hi\\"\\n"', "string"],
  [1.5, "1.5", "number"],
  [-0, "0", "number"],
  [NaN, "NaN", "NaN"],
  [-Infinity, "-Infinity", "-Infinity"],
  [true, "true", "boolean"],
  [null, "null", "null"],
  [undefined, "undefined", "undefined"],
  [12n, "12", "bigint"],
  [Symbol("s"), "Symbol(s)", "symbol"],
  [[1, 2, 3], "array of length 3", "array"],
  [{ a: 1 }, "object of size 1", "object"],
  [cyclic, "object of size 1", "object"],
  [Object.create(null), "object of size 0", "object"],
  [hostile, "object of size 2", "object"],
  [Object.assign(() => 1, hostile), "function", "function"],
])("describes %o as %s, of the type %s", (value, described, type) => {
  expect(describeValue(value)).toBe(described);
  expect(jsonTypeOf(value)).toBe(type);
});

it("cuts long texts to 60 characters", () => {
  expect(describeValue("a".repeat(58))).toBe(`"${"a".repeat(58)}"`);
  expect(describeValue("a".repeat(59))).toBe(`"${"a".repeat(58)}…`);
  expect(describeValue("a".repeat(1_000_000))).toBe(`"${"a".repeat(58)}…`);
  expect(describeValue(10n ** 100n)).toHaveLength(60);
});

it("never cuts a character in two", () => {
  expect(describeValue(`a${"😀".repeat(40)}`)).toBe(`"a${"😀".repeat(28)}…`);
  expect(describeValue("😀".repeat(40))).toBe(`"${"😀".repeat(29)}…`);
});

it("never throws and stays short", () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
      (value) => {
        expect(describeValue(value).length).toBeLessThanOrEqual(60);
      },
    ),
  );
});
