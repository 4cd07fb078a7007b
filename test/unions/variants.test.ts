import { describe, expect, it } from "vitest";
import type { Member } from "../../src/unions/branches.js";
import type { Branch, Tag, TagValue, Variant } from "../../src/unions/unions.js";
import { cutVariants } from "../../src/unions/variants.js";

const branch = (node: string, ...values: TagValue[][]): Branch => ({ node, values, chain: [node] });
const tag = (...values: TagValue[]): Tag => ({ kind: "property", path: ["t"], values });

function cut(tags: readonly [Tag] | readonly [Tag, Tag], branches: readonly Branch[]): readonly Variant[] {
  const members = branches.map(({ node, chain }) => ({ node, chain, via: [] }));
  return cutVariants({ node: "U", form: "branches", tags, branches, members });
}

describe("variants", () => {
  it("are their one branch itself where it has no other value", () => {
    expect(cut([tag("a", "b")], [branch("A", ["a"]), branch("B", ["b"])])).toEqual([
      { id: "U?%22a%22", value: "a", branches: ["A"], isCut: false, isOfUnion: false, leaves: [] },
      { id: "U?%22b%22", value: "b", branches: ["B"], isCut: false, isOfUnion: false, leaves: [] },
    ]);
  });

  it("are cut from a branch with several values", () => {
    expect(cut([tag("a", "b")], [branch("A", ["a", "b"])])).toEqual([
      { id: "U?%22a%22", value: "a", branches: ["A"], isCut: true, isOfUnion: false, leaves: [] },
      { id: "U?%22b%22", value: "b", branches: ["A"], isCut: true, isOfUnion: false, leaves: [] },
    ]);
  });

  it("are all branches with their value, whole only where all of them are", () => {
    const [whole, part] = cut(
      [tag("a", "b"), tag("x", "y", "z")],
      [branch("A", ["a"], ["x"]), branch("B", ["a"], ["y"]), branch("C", ["a", "b"], ["z"])],
    );
    expect(whole).toMatchObject({ branches: ["A", "B", "C"], isCut: true });
    expect(part).toMatchObject({ branches: ["C"], isCut: true, isOfUnion: false });
  });

  it("have names of their own for values that look alike", () => {
    const values = [1, "1", true, "true", null, "null", "", "a&b", "\u{1F600}", "\uD800"];
    const ids = cut([tag(...values)], [branch("A", values)]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(values.length);
    expect(ids.every((id) => id.startsWith("U?"))).toBe(true);
  });
});

describe("leaves", () => {
  const variants = cut(
    [tag("a", "b"), tag("x", "y")],
    [branch("A", ["a"], ["x"]), branch("B", ["a"], ["y", "x2"]), branch("C", ["b"], ["x"])],
  );

  it("are the pairs that some branch has", () => {
    expect(variants.map(({ value, leaves }) => [value, leaves.map((leaf) => leaf.value)])).toEqual([
      ["a", ["x", "y", "x2"]],
      ["b", ["x"]],
    ]);
  });

  it("are whole where their branch has no other pair", () => {
    expect(variants[0]?.leaves).toEqual([
      { id: "U?%22a%22&%22x%22", value: "x", branches: ["A"], isCut: false, isOfUnion: false },
      { id: "U?%22a%22&%22y%22", value: "y", branches: ["B"], isCut: true, isOfUnion: false },
      { id: "U?%22a%22&%22x2%22", value: "x2", branches: ["B"], isCut: true, isOfUnion: false },
    ]);
  });

  it("are cut where their branch has another value of the first tag", () => {
    const [variant] = cut([tag("a", "b"), tag("x")], [branch("A", ["a", "b"], ["x"])]);
    expect(variant?.leaves).toEqual([
      { id: "U?%22a%22&%22x%22", value: "x", branches: ["A"], isCut: true, isOfUnion: false },
    ]);
  });
});

describe("parts that only the union can decide", () => {
  const member = (node: string, ...via: string[]): Member => ({ node, via, chain: [...via, node] });
  const base = { node: "U", form: "branches" } as const;

  it("are values that several branches share, which nothing else tells apart", () => {
    const branches = [branch("A", ["a", undefined]), branch("B", ["b", undefined])];
    const [a, absent] = cut([tag("a", undefined, "b")], branches);
    expect(a).toMatchObject({ branches: ["A"], isCut: true, isOfUnion: false });
    expect(absent).toMatchObject({ id: "U?", branches: ["A", "B"], isCut: true, isOfUnion: true });
  });

  it("are all parts of a union that says more than its members", () => {
    const branches = [branch("A", ["a"])];
    const [a] = cutVariants({ ...base, form: "based", tags: [tag("a")], branches, members: [member("A")] });
    expect(a).toMatchObject({ isCut: true, isOfUnion: true });
  });

  it("are the union among the members that has all of their branches, where there is one", () => {
    const branches = [branch("A", ["a"], ["x"]), branch("B", ["a"], ["y"]), branch("C", ["c"], ["x"])];
    const members = [member("A", "N"), member("B", "N"), member("C")];
    const variants = cutVariants({ ...base, tags: [tag("a", "c"), tag("x", "y")], branches, members });
    expect(variants.map((variant) => variant.branches)).toEqual([["N"], ["C"]]);
    expect(variants[0]?.leaves.map((leaf) => leaf.branches)).toEqual([["A"], ["B"]]);
  });
});
