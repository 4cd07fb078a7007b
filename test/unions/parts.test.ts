import { describe, expect, it } from "vitest";
import { listConstructible, listFilledTags } from "../../src/unions/parts.js";
import type { Part, PropertyTag, Tag, TagValue, Union, Variant } from "../../src/unions/unions.js";
import { leafGuardBudget } from "../../src/unions/unions.js";

const property = (key: string): PropertyTag => ({ kind: "property", path: [key], values: [] });
const part = (value: TagValue, branches: readonly string[] = ["a"]): Part => ({
  id: `?${String(value)}`,
  value,
  branches,
  isCut: true,
  isOfUnion: false,
});
const variantOf = (value: TagValue, leaves: readonly Part[], branches?: readonly string[]): Variant => ({
  ...part(value, branches),
  leaves,
});
const unionOf = (tags: readonly Tag[], variants: readonly Variant[] = []): Union => ({
  node: "#",
  form: "branches",
  tags: tags as unknown as Union["tags"],
  branches: [],
  variants,
  isOpen: false,
  envelope: [],
  fallback: undefined,
});

const one = unionOf([property("kind")]);
const two = unionOf([property("resource"), property("type")]);
const kind = { path: ["kind"], value: "a" };
const resource = { path: ["resource"], value: "a" };
const type = { path: ["type"], value: "x" };

describe("the tags that are filled in", () => {
  it("are those with one value in the part", () => {
    expect(listFilledTags(one, variantOf("a", []))).toEqual([kind]);
    const variant = variantOf("a", [part("x"), part("y")]);
    expect(listFilledTags(two, variant)).toEqual([resource]);
    expect(listFilledTags(two, variant, part("x"))).toEqual([resource, type]);
  });

  it("are both for a variant with one leaf, if that is of all its branches", () => {
    expect(listFilledTags(two, variantOf("a", [part("x")]))).toEqual([resource, type]);
    expect(listFilledTags(two, variantOf("a", [part("x")], ["a", "b"]))).toEqual([resource]);
    expect(listFilledTags(two, variantOf("a", []))).toEqual([resource]);
  });

  it("are none of those that are absent, or no properties", () => {
    expect(listFilledTags(one, variantOf(undefined, []))).toEqual([]);
    expect(listFilledTags(two, variantOf("a", [part(undefined)]))).toEqual([resource]);
    expect(listFilledTags(unionOf([{ kind: "presence", values: ["a"] }]), variantOf("a", []))).toEqual([]);
    const mixed = unionOf([{ kind: "presence", values: ["a"] }, property("type")]);
    expect(listFilledTags(mixed, variantOf("a", [part("x")]))).toEqual([type]);
  });
});

describe("what a function can make", () => {
  const variants = (count: number): readonly Variant[] => [
    variantOf(undefined, []),
    variantOf(
      "a",
      Array.from({ length: count }, (_, index) => part(index)),
    ),
  ];

  it("is what has a tag to fill in, and leaves while they are few", () => {
    const countOf = (count: number): number =>
      listConstructible(unionOf([property("resource"), property("type")], variants(count))).length;
    expect(countOf(leafGuardBudget)).toBe(leafGuardBudget + 1);
    expect(countOf(leafGuardBudget + 1)).toBe(1);
  });

  it("is what has a second tag, where the first stands outside the value", () => {
    const external: Tag = { kind: "external", name: "event", values: ["a"] };
    const made = listConstructible(unionOf([external, property("type")], variants(2)));
    expect(made.map(({ leaf }) => leaf?.value)).toEqual([0, 1]);
    expect(listConstructible(unionOf([external], variants(0)))).toEqual([]);
  });
});
