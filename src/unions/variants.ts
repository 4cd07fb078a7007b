import type { NodeId } from "../schema/schema-graph.js";
import type { Branch, Part, Tag, TagValue, Variant, VariantId } from "./unions.js";

/** A variant for each value of the first tag, and, with a second tag, a leaf for each pair that a branch has. */
export function cutVariants(
  node: NodeId,
  [first, second]: readonly [Tag] | readonly [Tag, Tag],
  branches: readonly Branch[],
): readonly Variant[] {
  const byValue = groupByValue(branches, 0);
  return first.values.map((value) => {
    const having = byValue.get(value) ?? [];
    const isWhole = ({ values }: Branch): boolean => values[0]?.length === 1;
    const variant = cutPart(nameCut(node, [value]), value, having, isWhole);
    return { ...variant, leaves: second ? cutLeaves(node, value, having) : [] };
  });
}

/** The leaves of the branches that have `value`, in the order of their second tag's values. */
function cutLeaves(node: NodeId, value: TagValue, branches: readonly Branch[]): Part[] {
  const isWhole = ({ values }: Branch): boolean => values.every((each) => each?.length === 1);
  return [...groupByValue(branches, 1)].map(([leaf, having]) =>
    cutPart(nameCut(node, [value, leaf]), leaf, having, isWhole),
  );
}

/** The branches by each value that they have for a tag. */
function groupByValue(branches: readonly Branch[], tag: 0 | 1): ReadonlyMap<TagValue, readonly Branch[]> {
  const groups = new Map<TagValue, Branch[]>();
  for (const branch of branches) {
    for (const value of branch.values[tag] ?? []) {
      const group = groups.get(value);
      if (group) group.push(branch);
      else groups.set(value, [branch]);
    }
  }
  return groups;
}

function cutPart(
  id: VariantId,
  value: TagValue,
  branches: readonly Branch[],
  isWhole: (branch: Branch) => boolean,
): Part {
  return { id, value, branches: branches.map(({ node }) => node), isCut: !branches.every(isWhole) };
}

export function nameCut(node: NodeId, values: readonly TagValue[]): VariantId {
  return `${node}?${values.map((value) => encodeURIComponent(JSON.stringify(value))).join("&")}`;
}
