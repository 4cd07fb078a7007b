import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { findBranches } from "./branches.js";
import { findDefinition } from "./external-members.js";
import { readTag } from "./tags.js";
import type { TagValue } from "./unions.js";

/** What stands below a member, and the values that it has for the second tag. */
export interface ExternalLeaf {
  readonly node: NodeId;
  readonly values: readonly TagValue[];
}

/**
 * The schemas below a member that a tag tells apart, each as the author has it: a union whose members all have one value is one leaf.
 * None where not every value of the member has the tag.
 */
export function findLeaves(
  graph: SchemaGraph,
  facts: Facts,
  member: NodeId,
  path: readonly string[],
): readonly ExternalLeaf[] {
  const leaves: ExternalLeaf[] = [];
  const seen = new Set<NodeId>();
  const stack = [member];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const target = facts.resolve(id);
    const own = readTag(facts, target, path);
    const rows = own.kind === "values" ? [own.values] : readUnion(graph, facts, target, path);
    if (rows === undefined) return [];
    const values = [...new Set(rows.flat())];
    // Of a union of one, its member has the better name.
    const isSplit = own.kind === "gap" && (values.length > 1 || rows.length === 1);
    if (isSplit) stack.push(...listMembers(graph, target).toReversed());
    else leaves.push({ node: id, values });
  }
  return leaves;
}

/** The values of each schema that a union flattens to; undefined where one has none. */
function readUnion(
  graph: SchemaGraph,
  facts: Facts,
  node: NodeId,
  path: readonly string[],
): readonly (readonly TagValue[])[] | undefined {
  const branches = findBranches(graph, facts, node);
  if (branches.kind !== "members") return undefined;
  const readings = branches.nodes.map((each) => readTag(facts, each, path));
  const rows = readings.flatMap((reading) => (reading.kind === "values" ? [reading.values] : []));
  return rows.length === readings.length ? rows : undefined;
}

function listMembers(graph: SchemaGraph, node: NodeId): NodeId[] {
  const { anyOf, oneOf } = keywordsOf(graph, node);
  return (anyOf ?? oneOf ?? []).map((each) => findDefinition(graph, each));
}
