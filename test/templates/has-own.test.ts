import { expect, it } from "vitest";
import { hasOwn } from "../../templates/runtime/has-own.js";

it("finds own properties, whatever their name and value", () => {
  const object = JSON.parse('{"__proto__": 1, "hasOwnProperty": 2, "constructor": null}') as object;
  for (const key of ["__proto__", "hasOwnProperty", "constructor"]) expect(hasOwn(object, key)).toBe(true);
});

it("does not find what the prototype has", () => {
  for (const key of ["__proto__", "hasOwnProperty", "constructor", "toString"]) {
    expect(hasOwn({}, key)).toBe(false);
  }
});

it("works on objects without a prototype", () => {
  expect(hasOwn(Object.create(null) as object, "a")).toBe(false);
});
