import { describe, expect, it } from "vitest";
import { neverType, uniteTypes, unknownType, wholeTypes } from "../../src/types/algebra.js";
import type { Member, Type } from "../../src/types/type-model.js";
import { uniteCases } from "../../src/types/unite-cases.js";

const { string, number } = wholeTypes;
const unite = (...types: readonly Type[]): Type => uniteCases(types, (type) => type);

/** An object of members, `?` behind the keys of those that may be missing. */
function object(members: Readonly<Record<string, Type>>, bases: readonly string[] = []): Type {
  return {
    kind: "object",
    bases,
    members: Object.entries(members).map(([key, type]): Member => ({
      key: key.replace("?", ""),
      type,
      isOptional: key.endsWith("?"),
      source: undefined,
    })),
    indexes: [],
  };
}

function literal(value: string): Type {
  return { kind: "literal", value };
}

describe("of the cases of a schema", () => {
  it("one that another admits altogether vanishes", () => {
    const wide = object({ a: string, "b?": number });
    expect(unite(object({ a: literal("x"), b: number }), wide)).toEqual(wide);
    expect(unite(wide, object({ a: string, "b?": neverType }))).toEqual(wide);
  });

  it("one that says nothing of a key that another limits stays", () => {
    const types = [object({ a: literal("x") }), object({ a: string, "b?": number })];
    expect(unite(...types)).toEqual(uniteTypes(types));
  });

  it("an open string stays, with all that any case knows", () => {
    const open = (...values: string[]): Type => ({ kind: "open-string", values });
    expect(unite(string, open("x"))).toEqual(open("x"));
    expect(unite(literal("y"), open("x"))).toEqual(open("y", "x"));
    expect(unite(open("x", "y"), open("y"), literal("x"))).toEqual(open("x", "y"));
    const wide = object({ a: open("x"), "b?": number });
    expect(unite(object({ a: literal("x"), b: number }), wide)).toEqual(wide);
    expect(unite(object({ a: open("x") }), object({ a: literal("y") }))).toEqual(
      object({ a: open("x", "y") }),
    );
  });

  it("what a reference without a name stands for counts", () => {
    const reference: Type = { kind: "reference", target: "n" };
    const wide = object({ a: reference });
    const resolve = (type: Type): Type => (type === reference ? string : type);
    expect(uniteCases([object({ a: literal("x") }), wide], resolve)).toEqual(wide);
  });

  it("two that differ in one member are one with the union of it", () => {
    const left = object({ a: literal("x"), b: number });
    expect(unite(left, object({ a: literal("y"), b: number }))).toEqual(
      object({ a: uniteTypes([literal("x"), literal("y")]), b: number }),
    );
    expect(unite(object({ a: string, b: number }), object({ "a?": neverType, b: number }))).toEqual(
      object({ "a?": string, b: number }),
    );
  });

  it("it goes on until nothing changes", () => {
    const values = ["x", "y", "z"].flatMap((a) =>
      ["x", "y"].map((b) => object({ a: literal(a), b: literal(b) })),
    );
    expect(unite(...values)).toEqual(
      object({
        a: uniteTypes(["x", "y", "z"].map(literal)),
        b: uniteTypes(["x", "y"].map(literal)),
      }),
    );
  });

  it("two that differ in two members stay apart", () => {
    const types = [object({ a: string, "b?": neverType }), object({ "a?": neverType, b: string })];
    expect(unite(...types)).toEqual(uniteTypes(types));
  });

  it("members that all have alike stand once, where they are many or inherited", () => {
    const shared = { k1: string, k2: string, k3: string, k4: string, k5: string };
    const [left, right] = [
      { a: string, "b?": neverType },
      { "a?": neverType, b: string },
    ];
    expect(unite(object({ ...shared, ...left }), object({ ...shared, ...right }))).toEqual({
      kind: "intersection",
      members: [object(shared), uniteTypes([object(left), object(right)])],
    });
    expect(unite(object(left, ["base"]), object(right, ["base"]))).toEqual({
      kind: "intersection",
      members: [object({}, ["base"]), uniteTypes([object(left), object(right)])],
    });
  });

  it("choices that have nothing to do with each other are unions that are met", () => {
    const kinds = ["x", "y", "z"].map((kind) => ({ kind: literal(kind), [kind]: string }));
    const coupons = [
      { coupon: string, customer: string },
      { "coupon?": neverType, "customer?": string },
    ];
    const all = { x: neverType, y: neverType, z: neverType };
    const full = kinds.map((kind) => ({ ...all, ...kind }));
    const united = unite(
      ...full.flatMap((kind) => coupons.map((coupon) => object({ amount: number, ...kind, ...coupon }))),
    );
    expect(united.kind === "intersection" && united.members.map(({ kind }) => kind)).toEqual([
      "object",
      "union",
      "union",
    ]);
    expect(
      united.kind === "intersection" &&
        united.members.map((each) => (each.kind === "union" ? each.members.length : 1)),
    ).toEqual([1, 3, 2]);
  });

  it("choices that depend on each other are not parted", () => {
    const pairs = [
      ["x", "x"],
      ["x", "y"],
      ["y", "y"],
    ].map(([a = "", b = ""]) => object({ a: literal(a), b: literal(b), [`for${a}${b}`]: string }));
    expect(unite(...pairs)).toEqual(uniteTypes(pairs));
  });

  it("lists vanish beside those that admit all their lengths and items", () => {
    const tuple = (elements: readonly Type[], required: number, rest?: Type): Type => ({
      kind: "tuple",
      elements,
      required,
      rest,
    });
    const wide = tuple([string, number], 1);
    expect(unite(tuple([literal("x")], 1), wide)).toEqual(wide);
    expect(unite(wide, { kind: "array", item: unknownType })).toEqual({ kind: "array", item: unknownType });
    const apart = [tuple([], 0), wide];
    expect(unite(...apart)).toEqual(uniteTypes(apart));
  });
});
