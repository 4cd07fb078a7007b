import { expect, it } from "vitest";
import { everyOwnProperty } from "../../templates/runtime/every-own-property.js";
import { everyProperty } from "../../templates/runtime/every-property.js";

type Every = typeof everyProperty;

function seenBy(every: Every, object: object): [string, unknown][] {
  const seen: [string, unknown][] = [];
  every(object, (key, value) => seen.push([key, value]) > 0);
  return seen;
}

it.each<[string, Every]>([
  ["everyProperty", everyProperty],
  ["everyOwnProperty", everyOwnProperty],
])("%s sees own enumerable string keys, with hostile names, and nothing else", (_, every) => {
  const object = Object.create({ inherited: 1 }) as object;
  Object.assign(object, { a: null, hasOwnProperty: 2, [Symbol("s")]: 3 });
  Object.defineProperty(object, "__proto__", { value: 4, enumerable: true });
  Object.defineProperty(object, "hidden", { value: 5 });
  expect(seenBy(every, object)).toEqual([
    ["a", null],
    ["hasOwnProperty", 2],
    ["__proto__", 4],
  ]);
});

it.each<[string, Every]>([
  ["everyProperty", everyProperty],
  ["everyOwnProperty", everyOwnProperty],
])("%s stops at the first property that is refused", (_, every) => {
  const seen: string[] = [];
  const accepts = (key: string): boolean => seen.push(key) < 2;
  expect(every({ a: 1, b: 2, c: 3 }, accepts)).toBe(false);
  expect(seen).toEqual(["a", "b"]);
  expect(every({}, () => false)).toBe(true);
});

it("everyProperty passes over a property whose value is undefined", () => {
  expect(seenBy(everyProperty, { a: undefined, b: 1 })).toEqual([["b", 1]]);
});

it("everyOwnProperty sees a property whose value is undefined", () => {
  expect(seenBy(everyOwnProperty, { a: undefined, b: 1 })).toEqual([
    ["a", undefined],
    ["b", 1],
  ]);
});
