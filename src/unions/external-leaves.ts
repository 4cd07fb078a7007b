import { keywordsOf } from "../facts/conjuncts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { findBranches } from "./branches.js";
import { findDefinition } from "./external-members.js";
import type { TagSource } from "./tags.js";
import { certainValuesOf, readTag } from "./tags.js";
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
  source: TagSource,
  member: NodeId,
  path: readonly string[],
): readonly ExternalLeaf[] {
  const leaves: ExternalLeaf[] = [];
  const seen = new Set<NodeId>();
  const stack = [member];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const target = source.facts.resolve(id);
    const own = readValues(source, target, path);
    const rows = own ? [own] : readUnion(source, target, path);
    if (rows === undefined) return [];
    const values = [...new Set(rows.flat())];
    // Of a union of one, its member has the better name.
    const isSplit = own === undefined && (values.length > 1 || rows.length === 1);
    if (isSplit) stack.push(...listMembers(source.graph, target).toReversed());
    else leaves.push({ node: id, values });
  }
  return leaves;
}

/** The values of each schema that a union flattens to; undefined where one has none, or more stands beside them. */
function readUnion(
  source: TagSource,
  node: NodeId,
  path: readonly string[],
): readonly (readonly TagValue[])[] | undefined {
  const [branches, ...others] = findBranches(source, node);
  if (branches?.kind !== "members" || branches.isBased || others.length > 0) return undefined;
  const rows = branches.members.map((member) => readValues(source, member.node, path));
  const known = rows.filter((row) => row !== undefined);
  return known.length === rows.length ? known : undefined;
}

/** The values that a schema requires. */
function readValues(
  source: TagSource,
  node: NodeId,
  path: readonly string[],
): readonly TagValue[] | undefined {
  return certainValuesOf(readTag(source, [node], path));
}

function listMembers(graph: SchemaGraph, node: NodeId): NodeId[] {
  const { anyOf, oneOf } = keywordsOf(graph, node);
  return (anyOf ?? oneOf ?? []).map((each) => findDefinition(graph, each));
}
