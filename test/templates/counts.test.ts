import { describe, expect, it } from "vitest";
import { containsItems } from "../../templates/runtime/contains-items.js";
import { countOwnProperties } from "../../templates/runtime/count-own-properties.js";
import { countProperties } from "../../templates/runtime/count-properties.js";
import { evaluatedOr } from "../../templates/runtime/evaluated-or.js";
import { everyUnevaluatedItem } from "../../templates/runtime/every-unevaluated-item.js";
import { unevaluatedItems } from "../../templates/runtime/unevaluated-items.js";
import { unevaluatedProperties } from "../../templates/runtime/unevaluated-properties.js";

const isNumber = (item: unknown): boolean => typeof item === "number";
const inherited = Object.create({ a: 1 }) as object;
const sparse = Object.assign([], { length: 2 }) as unknown[];

describe("properties", () => {
  it("count where they are the object's own and have a value", () => {
    expect([{}, { a: 1, b: undefined }, inherited].map(countProperties)).toEqual([0, 1, 0]);
    expect([{}, { a: 1, b: undefined }, inherited].map(countOwnProperties)).toEqual([0, 2, 0]);
  });

  it("are listed where they are not evaluated", () => {
    expect(unevaluatedProperties({ a: 1, b: 2, c: undefined }, (key) => key === "a")).toEqual([
      ["b", 2],
      ["c", undefined],
    ]);
  });

  it("are accepted where they are evaluated, or their value is", () => {
    const accepts = evaluatedOr((key) => key === "a", isNumber);
    expect([accepts("a", ""), accepts("b", 1), accepts("b", "")]).toEqual([true, true, false]);
  });
});

describe("items", () => {
  it("are contained at least and at most so often", () => {
    expect(containsItems([1, "a", 2], isNumber, 2)).toBe(true);
    expect(containsItems([1, "a"], isNumber, 2)).toBe(false);
    expect(containsItems([1, "a", 2], isNumber, 1, 1)).toBe(false);
    expect(containsItems([1, "a"], isNumber, 1, 1)).toBe(true);
    expect(containsItems([], isNumber, 0, 1)).toBe(true);
    expect(containsItems(sparse, (item) => item === undefined, 2)).toBe(true);
  });

  it("are looked at until it is known", () => {
    let looked = 0;
    const count = (): boolean => ++looked > 0;
    expect(containsItems([1, 2, 3, 4], count, 1)).toBe(true);
    expect(looked).toBe(1);
    expect(containsItems([1, 2, 3, 4], count, 0, 1)).toBe(false);
    expect(looked).toBe(3);
  });

  it("are accepted where they are evaluated, or by the predicate, if there is one", () => {
    const isFirst = (index: number): boolean => index === 0;
    expect(everyUnevaluatedItem(["a", 1], isFirst, isNumber)).toBe(true);
    expect(everyUnevaluatedItem(["a", "b"], isFirst, isNumber)).toBe(false);
    expect(everyUnevaluatedItem(["a", 1], isFirst)).toBe(false);
    expect(everyUnevaluatedItem(["a"], isFirst)).toBe(true);
    expect(everyUnevaluatedItem(sparse, isFirst, (item) => item !== undefined)).toBe(false);
    expect(unevaluatedItems(["a", "b"], isFirst)).toEqual([[1, "b"]]);
    expect(unevaluatedItems(sparse, isFirst)).toEqual([[1, undefined]]);
  });
});
