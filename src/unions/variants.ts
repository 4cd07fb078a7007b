import type { NodeId } from "../schema/schema-graph.js";
import type { Branch, Part, Tag, TagValue, Variant, VariantId } from "./unions.js";

/** A variant for each value of the first tag, and, with a second tag, a leaf for each pair that a branch has. */
export function cutVariants(
  node: NodeId,
  tags: readonly Tag[],
  branches: readonly Branch[],
): readonly Variant[] {
  const [first, second] = tags as readonly [Tag, Tag?];
  return first.values.map((value) => {
    const having = branches.filter((branch) => branch.values[0]?.includes(value));
    const variant = cutPart(
      `${node}?${describe([value])}`,
      value,
      having,
      (branch) => branch.values[0]?.length === 1,
    );
    const leaves = (second?.values ?? [])
      .filter((leaf) => having.some((branch) => branch.values[1]?.includes(leaf)))
      .map((leaf) =>
        cutPart(
          `${node}?${describe([value, leaf])}`,
          leaf,
          having.filter((branch) => branch.values[1]?.includes(leaf)),
          (branch) => branch.values.every((values) => values.length === 1),
        ),
      );
    return { ...variant, leaves };
  });
}

function cutPart(
  id: VariantId,
  value: TagValue,
  branches: readonly Branch[],
  isWhole: (branch: Branch) => boolean,
): Part {
  return { id, value, branches: branches.map(({ node }) => node), isCut: !branches.every(isWhole) };
}

function describe(values: readonly TagValue[]): string {
  return values.map((value) => encodeURIComponent(JSON.stringify(value))).join("&");
}
