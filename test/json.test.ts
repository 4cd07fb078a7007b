import { describe, expect, it } from "vitest";
import type { JsonValue } from "../src/json.js";
import { isNestedBeyond, stringifyJson } from "../src/json.js";

function nest(levels: number, innermost: JsonValue = 1): JsonValue {
  let value = innermost;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

describe("the text of a JSON value", () => {
  it.for<JsonValue>([
    null,
    "a\n\ud800",
    0,
    [],
    {},
    [1, [], "b", { c: [null] }],
    { 'a"': 1, b: {}, c: [false] },
  ])("is that of the platform: %j", (value) => {
    expect(stringifyJson(value)).toBe(JSON.stringify(value));
    const deep = stringifyJson(nest(100_000, value));
    expect(deep.slice(300_000, -100_000)).toBe(JSON.stringify(value));
  });

  it("keeps `__proto__` as a name", () => {
    expect(stringifyJson(JSON.parse('{"__proto__":{"a":1}}') as JsonValue)).toBe('{"__proto__":{"a":1}}');
  });

  it("does not overflow the stack", () => {
    expect(stringifyJson(nest(100_000))).toHaveLength(50_000 * 2 + 50_000 * 6 + 1);
  });
});

describe("how deep a value is nested", () => {
  it("counts arrays and objects that hold each other", () => {
    expect([1, [], {}].map((value) => isNestedBeyond(0, value))).toEqual([false, false, false]);
    expect([[1], { a: 1 }, [[]]].map((value) => isNestedBeyond(1, value))).toEqual([false, false, false]);
    expect([isNestedBeyond(50, nest(50)), isNestedBeyond(50, nest(51))]).toEqual([false, true]);
  });
});
