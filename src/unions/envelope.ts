import type { Facts } from "../facts/facts.js";
import { nodeOf } from "../facts/conjuncts.js";
import { jsonTypesOf } from "../schema/type-set.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Branch, Tag } from "./unions.js";

/**
 * The definitions that every branch includes by `allOf` or `$ref` and that leave the tags alone, without those that another
 * of them already includes.
 */
export function findEnvelope(
  graph: SchemaGraph,
  facts: Facts,
  branches: readonly Branch[],
  tags: readonly Tag[],
): readonly NodeId[] {
  const [first, ...others] = branches.map(({ node }) => facts.conjuncts(node));
  const shared = (first ?? [])
    .filter((id) => others.every((conjuncts) => conjuncts.includes(id)))
    .filter(
      (id) => nodeOf(graph, id).parent === undefined && jsonTypesOf(facts.types(id)).join() === "object",
    )
    .filter((id) =>
      tags.every(({ path: [key] }) => key !== undefined && facts.propertySchemas(id, key).length === 0),
    );
  return shared.filter((id) => !shared.some((other) => other !== id && facts.conjuncts(other).includes(id)));
}
