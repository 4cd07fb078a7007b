import { describe, expect, it } from "vitest";
import type { Branch, Tag, TagValue } from "../../src/unions/unions.js";
import { cutVariants } from "../../src/unions/variants.js";

const branch = (node: string, ...values: TagValue[][]): Branch => ({ node, values });
const tag = (...values: TagValue[]): Tag => ({ kind: "property", path: ["t"], values });

describe("variants", () => {
  it("are their one branch itself where it has no other value", () => {
    expect(cutVariants("U", [tag("a", "b")], [branch("A", ["a"]), branch("B", ["b"])])).toEqual([
      { id: "U?%22a%22", value: "a", branches: ["A"], isCut: false, leaves: [] },
      { id: "U?%22b%22", value: "b", branches: ["B"], isCut: false, leaves: [] },
    ]);
  });

  it("are cut from a branch with several values", () => {
    expect(cutVariants("U", [tag("a", "b")], [branch("A", ["a", "b"])])).toEqual([
      { id: "U?%22a%22", value: "a", branches: ["A"], isCut: true, leaves: [] },
      { id: "U?%22b%22", value: "b", branches: ["A"], isCut: true, leaves: [] },
    ]);
  });

  it("are all branches with their value, whole only where all of them are", () => {
    const [whole, cut] = cutVariants(
      "U",
      [tag("a", "b"), tag("x", "y", "z")],
      [branch("A", ["a"], ["x"]), branch("B", ["a"], ["y"]), branch("C", ["a", "b"], ["z"])],
    );
    expect(whole).toMatchObject({ branches: ["A", "B", "C"], isCut: true });
    expect(cut).toMatchObject({ branches: ["C"], isCut: true });
  });

  it("have names of their own for values that look alike", () => {
    const values = [1, "1", true, "true", null, "null", "", "a&b", "\u{1F600}", "\uD800"];
    const ids = cutVariants("U", [tag(...values)], [branch("A", values)]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(values.length);
    expect(ids.every((id) => id.startsWith("U?"))).toBe(true);
  });
});

describe("leaves", () => {
  const variants = cutVariants(
    "U",
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
      { id: "U?%22a%22&%22x%22", value: "x", branches: ["A"], isCut: false },
      { id: "U?%22a%22&%22y%22", value: "y", branches: ["B"], isCut: true },
      { id: "U?%22a%22&%22x2%22", value: "x2", branches: ["B"], isCut: true },
    ]);
  });

  it("are cut where their branch has another value of the first tag", () => {
    const [variant] = cutVariants("U", [tag("a", "b"), tag("x")], [branch("A", ["a", "b"], ["x"])]);
    expect(variant?.leaves).toEqual([{ id: "U?%22a%22&%22x%22", value: "x", branches: ["A"], isCut: true }]);
  });
});
