import { nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { admits } from "../schema/type-set.js";
import { areObjects } from "./tags.js";
import type { Tag } from "./unions.js";
import { pathOf } from "./unions.js";

/**
 * `groups`: for each branch the schemas that all say what it is. The definitions that every one includes by `allOf` or `$ref` and that leave room for an unknown tag, without those that another
 * of them already includes.
 */
export function findEnvelope(
  graph: SchemaGraph,
  facts: Facts,
  groups: readonly (readonly NodeId[])[],
  tags: readonly Tag[],
): readonly NodeId[] {
  const [first, ...others] = groups.map((nodes) => nodes.flatMap((id) => facts.conjuncts(id)));
  const sets = others.map((conjuncts) => new Set(conjuncts));
  const shared = (first ?? []).filter(
    (id) =>
      sets.every((conjuncts) => conjuncts.has(id)) &&
      nodeOf(graph, id).parent === undefined &&
      areObjects(facts, [id]) &&
      tags.every((tag) => isOpenAt(facts, id, pathOf(tag))),
  );
  return removeIncluded(facts, shared);
}

/** Whether a schema says nothing of a tag but what any string meets by its type. Of a path, it may not even say what holds the tag. */
function isOpenAt(facts: Facts, id: NodeId, [key = "", ...rest]: readonly string[]): boolean {
  const schemas = facts.propertySchemas(id, key);
  if (rest.length > 0) return schemas.length === 0;
  return schemas.every((each) => admits(facts.types(each), "string") && facts.literals(each) === undefined);
}

/** Those of the nodes that are no conjunct of another. */
function removeIncluded(facts: Facts, nodes: readonly NodeId[]): readonly NodeId[] {
  const included = new Set<NodeId>();
  for (const node of nodes) {
    if (included.has(node)) continue;
    for (const id of facts.conjuncts(node)) if (id !== node) included.add(id);
  }
  return nodes.filter((node) => !included.has(node));
}
