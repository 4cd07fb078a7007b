import type { NodeId } from "../schema/schema-graph.js";
import type { TaggedBranches } from "./search-tags.js";
import type { TagSource } from "./tags.js";
import { isForbidden, isRequired, listKeys } from "./tags.js";

/** More members than this are not compared with each other. */
const memberBudget = 64;

/** The tag of members that are told apart by which property is there. */
export function searchPresence(
  source: TagSource,
  members: readonly NodeId[],
  nodesOf: (node: NodeId) => readonly NodeId[],
): TaggedBranches | undefined {
  const values = findKeys(source, members, nodesOf);
  const branches = members.map((node, index) => ({ node, values: [[values?.[index]]] }));
  return values && { tags: [{ kind: "presence", values }], branches, fallback: undefined };
}

/** For each member, in their order, a property that it requires and that no other may have; undefined where one has none. */
export function findKeys(
  source: TagSource,
  members: readonly NodeId[],
  nodesOf: (node: NodeId) => readonly NodeId[],
): readonly string[] | undefined {
  const { facts } = source;
  if (members.length > memberBudget || members.length < 2) return undefined;
  const groups = members.map((node) => ({ node, nodes: nodesOf(node) }));
  const keys: string[] = [];
  for (const { node, nodes } of groups) {
    const own = listKeys(source, nodes).find(
      (key) =>
        isRequired(facts, nodes, key) &&
        groups.every((other) => (other.node === node) !== isForbidden(source, other.nodes, key)),
    );
    if (own === undefined) return undefined;
    keys.push(own);
  }
  return keys;
}
