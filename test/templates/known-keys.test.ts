import { describe, expect, it } from "vitest";
import { countOwnProperties } from "../../templates/runtime/count-own-properties.js";
import { hasOnlyKeys } from "../../templates/runtime/has-only-keys.js";
import { hasOnlyOwnKeys } from "../../templates/runtime/has-only-own-keys.js";
import { hasAtMost } from "../../templates/runtime/has-at-most.js";

const inherited = Object.assign(Object.create({ c: 1 }) as object, { a: 1, b: 2 });
const withUndefined = { a: 1, b: 2, c: undefined };

describe("the count of properties", () => {
  it("leaves out what is undefined or inherited", () => {
    const objects = [{ a: 1, b: 2 }, withUndefined, inherited, JSON.parse('{ "a": 1, "__proto__": 2 }')];
    expect(objects.map((object: object) => hasAtMost(object, 2))).toEqual([true, true, true, true]);
    expect(hasAtMost({}, 0)).toBe(true);
  });

  it("finds others beside as many", () => {
    const objects = [{ a: 1, b: 2, c: 3 }, withUndefined];
    expect(objects.map((object) => hasAtMost(object, 1))).toEqual([false, false]);
  });

  it("does not ask for what is no own property", () => {
    expect(hasAtMost({}, 1)).toBe(true);
  });

  it("has undefined among them where that is a value", () => {
    expect([withUndefined, inherited, {}].map(countOwnProperties)).toEqual([3, 2, 0]);
  });
});

describe("known keys", () => {
  const names = ["a", "b", "toString"];

  it.each([
    ["in their order", { a: 1, b: 2, toString: 3 }],
    ["in another order", { toString: 1, b: 2, a: 3 }],
    ["with gaps", { b: 1, toString: 2 }],
    ["beside inherited ones", inherited],
    ["of nothing", {}],
  ])("are all that is there, %s", (_, object) => {
    expect([hasOnlyKeys(object, names), hasOnlyOwnKeys(object, names)]).toEqual([true, true]);
  });

  it.each([
    ["first", { c: 1, a: 2 }],
    ["last", { a: 1, b: 2, toString: 3, c: 4 }],
    ["by a name that objects inherit", { a: 1, valueOf: 2 }],
  ])("are not all that is there: another is %s", (_, object) => {
    expect([hasOnlyKeys(object, names), hasOnlyOwnKeys(object, names)]).toEqual([false, false]);
  });

  it("have one of undefined beside them, unless that is a value", () => {
    expect([hasOnlyKeys(withUndefined, names), hasOnlyOwnKeys(withUndefined, names)]).toEqual([true, false]);
  });
});
