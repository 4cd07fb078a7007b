import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { nodeOf } from "../facts/conjuncts.js";
import type { NodeId, SchemaNode } from "../schema/schema-graph.js";
import type { Members } from "./branches.js";
import { listPaths } from "./paths.js";
import type { TagSource } from "./tags.js";
import { readTag } from "./tags.js";
import type { TagValue } from "./unions.js";

/** A clash on a path where most members have values. */
interface Clash {
  readonly path: readonly string[];
  readonly first: NodeId;
  readonly second: NodeId;
  /** What both have there; undefined where the second has no listed values. */
  readonly value: { readonly shared: TagValue } | undefined;
}

/** A note where a property would tell the members of a union apart, but for some of them: which, and on what they clash. */
export function reportUntold(source: TagSource, { id, place }: SchemaNode, union: Members): Diagnostic[] {
  const nodesOf = (node: NodeId): readonly NodeId[] => (union.isBased ? [id, node] : [node]);
  const paths = listPaths(
    source,
    union.members.map(({ node }) => nodesOf(node)),
  );
  let clash: Clash | undefined;
  for (const { path } of paths) {
    clash = findClash(source, union, nodesOf, path);
    if (clash) break;
  }
  if (!clash) return [];
  const [one, other] = [clash.first, clash.second].map(
    (node) => `\`${nodeOf(source.graph, node).place.pointer}\``,
  );
  const tag = clash.path.join(".");
  const reason = clash.value
    ? `both have ${clash.value.shared === undefined ? "none" : JSON.stringify(clash.value.shared)}`
    : `the second may have any that the first has`;
  return [
    diagnose(
      "union-untold",
      `\`${tag}\` does not tell all members of this union apart, so it gets no helpers: of ${one} and ${other} ${reason}.`,
      `Give each member values of its own for \`${tag}\`, or name a second tag under \`unions\` in the config.`,
      place,
    ),
  ];
}

function findClash(
  source: TagSource,
  { members }: Members,
  nodesOf: (node: NodeId) => readonly NodeId[],
  path: readonly string[],
): Clash | undefined {
  const taken = new Map<TagValue, NodeId>();
  let clash: Clash | undefined;
  let listed = 0;
  let [first] = members.map(({ node }) => node);
  for (const { node } of members) {
    const reading = readTag(source, nodesOf(node), path);
    if (reading.kind !== "values") {
      if (first !== undefined && first !== node) clash ??= { path, first, second: node, value: undefined };
      continue;
    }
    listed++;
    first = node;
    for (const value of reading.values) {
      const other = taken.get(value);
      if (other !== undefined) clash ??= { path, first: other, second: node, value: { shared: value } };
      taken.set(value, node);
    }
  }
  // What few of them list is no tag that was meant as one.
  return listed * 2 > members.length && taken.size > 1 ? clash : undefined;
}
