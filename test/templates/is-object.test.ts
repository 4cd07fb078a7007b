import { expect, expectTypeOf, it } from "vitest";
import { isObject } from "../../templates/runtime/is-object.js";

it("accepts objects, also those without a prototype", () => {
  for (const value of [{}, { a: 1 }, Object.create(null), new Map()]) expect(isObject(value)).toBe(true);
});

it("refuses null, arrays, functions and scalars", () => {
  for (const value of [null, undefined, [], () => 1, "a", 1, true, 1n, Symbol("a")]) {
    expect(isObject(value)).toBe(false);
  }
});

it("lets the named properties be read as unknown, and no others", () => {
  const value: unknown = { id: 1 };
  if (!isObject<"id" | "name">(value)) throw new Error("not an object");
  expectTypeOf(value.id).toBeUnknown();
  expectTypeOf(value).toEqualTypeOf<object & { readonly id: unknown; readonly name: unknown }>();
  // @ts-expect-error -- "other" was not named
  expect(value.other).toBeUndefined();
});

it("takes the keys of a type with an index signature", () => {
  const value: unknown = { id: 1 };
  if (isObject<keyof { [key: string]: number }>(value)) expectTypeOf(value["id"]).toBeUnknown();
});
