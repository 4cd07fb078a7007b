import { jsonTypesOf } from "../schema/type-set.js";
import type { Facts } from "../facts/facts.js";
import { keywordsOf } from "../facts/conjuncts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";

/**
 * The members of the `oneOf` or `anyOf` that a node consists of, unions among them flattened. Undefined where the node is no
 * union of objects, or says more than the union, which then is no longer its members alone.
 */
export function findBranches(graph: SchemaGraph, facts: Facts, start: NodeId): readonly NodeId[] | undefined {
  const members = membersOf(graph, start);
  if (members === undefined) return undefined;
  const branches = new Set<NodeId>();
  const visited = new Set<NodeId>();
  const queue = [...members];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const branch = facts.resolve(id);
    if (visited.has(branch)) continue;
    visited.add(branch);
    const nested = membersOf(graph, branch);
    if (nested) queue.unshift(...nested);
    else branches.add(branch);
  }
  const areObjects = [...branches].every((id) => jsonTypesOf(facts.types(id)).join() === "object");
  return branches.size > 1 && areObjects ? [...branches] : undefined;
}

function membersOf(graph: SchemaGraph, id: NodeId): readonly NodeId[] | undefined {
  const keywords = keywordsOf(graph, id);
  const { anyOf, oneOf, type, ...rest } = keywords;
  if (Object.keys(rest).length > 0) return undefined;
  if (type !== undefined && type.join() !== "object") return undefined;
  return anyOf && oneOf ? undefined : (anyOf ?? oneOf);
}
