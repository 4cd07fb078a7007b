import type { NodeId } from "../schema/schema-graph.js";
import type { Member } from "./branches.js";
import type { Branch, Part, Tag, TagValue, Union, Variant, VariantId } from "./unions.js";

/** What the parts of a union are cut from. */
export interface Cutting extends Pick<Union, "node" | "form" | "branches"> {
  readonly tags: readonly [Tag] | readonly [Tag, Tag];
  /** By way of which unions each branch is one. */
  readonly members: readonly Member[];
}

/** The unions among the members by way of which each branch is one, and all the branches of each of those. */
interface Nesting {
  readonly via: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly within: ReadonlyMap<NodeId, readonly NodeId[]>;
}

interface Cut extends Cutting {
  readonly nesting: Nesting;
}

function readNesting(members: readonly Member[]): Nesting {
  const via = new Map<NodeId, readonly NodeId[]>();
  const within = new Map<NodeId, NodeId[]>();
  for (const member of members) {
    via.set(member.node, member.via);
    for (const union of member.via) {
      const nodes = within.get(union);
      if (nodes) nodes.push(member.node);
      else within.set(union, [member.node]);
    }
  }
  return { via, within };
}

/** A variant for each value of the first tag, and, with a second tag, a leaf for each pair that a branch has. */
export function cutVariants(given: Cutting): readonly Variant[] {
  const cutting = { ...given, nesting: readNesting(given.members) };
  const { tags, branches } = cutting;
  const [first, second] = tags;
  const byValue = groupByValue(branches, 0);
  return first.values.map((value) => {
    const having = byValue.get(value) ?? [];
    const isWhole = ({ values }: Branch): boolean => values[0]?.length === 1;
    const leaves = second ? cutLeaves(cutting, value, having) : [];
    const areTold = having.length < 2 || having.every(({ values }) => values[1] !== undefined);
    return { ...cutPart(cutting, [value], having, { isWhole, areTold }), leaves };
  });
}

/** The leaves of the branches that have `value`, in the order of their second tag's values. */
function cutLeaves(cutting: Cut, value: TagValue, branches: readonly Branch[]): Part[] {
  const isWhole = ({ values }: Branch): boolean => values.every((each) => each?.length === 1);
  return [...groupByValue(branches, 1)].map(([leaf, having]) =>
    cutPart(cutting, [value, leaf], having, { isWhole, areTold: having.length < 2 }),
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

/** `areTold`: what one of the branches admits no other does. */
function cutPart(
  cutting: Cut,
  values: readonly TagValue[],
  having: readonly Branch[],
  { isWhole, areTold }: { readonly isWhole: (branch: Branch) => boolean; readonly areTold: boolean },
): Part {
  const isOfUnion = cutting.form !== "branches" || !areTold;
  const branches = having.map(({ node }) => node);
  const isCut = cutting.form !== "branches" || !having.every(isWhole);
  return {
    id: nameCut(cutting.node, values),
    value: values.at(-1),
    branches: isCut ? branches : uniteMembers(cutting, branches),
    isCut,
    isOfUnion,
  };
}

/** The branches, but for all of a union among the members that union itself. */
function uniteMembers({ nesting }: Cut, branches: readonly NodeId[]): readonly NodeId[] {
  if (branches.length < 2) return branches;
  const having = new Set(branches);
  const united = branches.map((node) => {
    const whole = nesting.via.get(node)?.find((union) => {
      const inner = nesting.within.get(union) ?? [];
      return inner.length <= having.size && inner.every((each) => having.has(each));
    });
    return whole ?? node;
  });
  return [...new Set(united)];
}

/** Of what is absent nothing is written. */
export function nameCut(node: NodeId, values: readonly TagValue[]): VariantId {
  return `${node}?${values.map((value) => (value === undefined ? "" : encodeURIComponent(JSON.stringify(value)))).join("&")}`;
}
