import { expect, it } from "vitest";
import { everyItem } from "../../templates/runtime/every-item.js";

const isNumber = (item: unknown): boolean => typeof item === "number";

it("holds where each item is accepted", () => {
  expect(everyItem([1, 2], 0, isNumber)).toBe(true);
  expect(everyItem([1, "2"], 0, isNumber)).toBe(false);
  expect(everyItem([], 0, isNumber)).toBe(true);
});

it("starts at the given index", () => {
  expect(everyItem(["1", 2], 1, isNumber)).toBe(true);
  expect(everyItem(["1"], 5, isNumber)).toBe(true);
});

it("reads holes as undefined", () => {
  expect(everyItem(Object.assign([], { length: 2 }), 0, isNumber)).toBe(false);
});

it("stops at the first item that is refused", () => {
  const seen: unknown[] = [];
  everyItem([1, 2, 3], 0, (item) => seen.push(item) < 2);
  expect(seen).toEqual([1, 2]);
});
