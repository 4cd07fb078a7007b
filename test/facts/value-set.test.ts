import { describe, expect, it } from "vitest";
import { ValueSet } from "../../src/facts/value-set.js";

describe("a set of values", () => {
  it("keeps the first of equal values, in order", () => {
    expect(new ValueSet([2, [1], 1, 2.0, [1], { a: 1 }, { a: 1 }]).values).toEqual([2, [1], 1, { a: 1 }]);
  });

  it("has what equals one of its values", () => {
    const set = new ValueSet([0, "1", null, { a: 1, b: 2 }]);
    expect([-0, "1", null, { b: 2, a: 1 }].every((value) => set.has(value))).toBe(true);
    expect([1, "", false, {}, [], { a: 1 }].some((value) => set.has(value))).toBe(false);
  });

  it("is itself after a filter that keeps everything", () => {
    const set = new ValueSet(["a", "b"]);
    expect(set.filter(() => true)).toBe(set);
    expect(set.filter((value) => value === "b").values).toEqual(["b"]);
    expect(set.values).toEqual(["a", "b"]);
  });
});
