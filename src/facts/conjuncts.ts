import { invariant } from "../invariant.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";

export function nodeOf(graph: SchemaGraph, id: NodeId): SchemaNode {
  const node = graph.nodes.get(id);
  invariant(node, `no node ${id}`);
  return node;
}

/** The node's keywords; none for the schema `true`. `false` is for the caller to ask. */
export function keywordsOf(graph: SchemaGraph, id: NodeId): CanonicalSchema {
  const { schema } = nodeOf(graph, id);
  return typeof schema === "boolean" ? {} : schema;
}

/** See Facts.conjuncts. */
export function findConjuncts(graph: SchemaGraph, start: NodeId): readonly NodeId[] {
  const found = new Set<NodeId>();
  const stack = [start];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const { $ref, allOf } = keywordsOf(graph, id);
    stack.push(...(allOf ?? []).toReversed());
    if ($ref !== undefined) stack.push($ref);
  }
  return [...found];
}

/** See Facts.resolve. */
export function resolveAlias(graph: SchemaGraph, start: NodeId): NodeId {
  const seen = new Set<NodeId>();
  let id = start;
  while (!seen.has(id)) {
    seen.add(id);
    const keywords = keywordsOf(graph, id);
    if (keywords.$ref === undefined || Object.keys(keywords).length > 1) return id;
    id = keywords.$ref;
  }
  return id;
}

/** See Facts.propertySchemas. Within one schema, `additionalProperties` applies where no name and no pattern does. */
export function findPropertySchemas(graph: SchemaGraph, conjuncts: readonly NodeId[], key: string): NodeId[] {
  const found: NodeId[] = [];
  for (const id of conjuncts) {
    const { properties, patternProperties, additionalProperties } = keywordsOf(graph, id);
    const own = properties?.get(key);
    const byPattern = (patternProperties ?? [])
      .filter(({ pattern }) => new RegExp(pattern.source, pattern.flags).test(key))
      .map(({ schema }) => schema);
    if (own !== undefined) found.push(own);
    found.push(...byPattern);
    if (own === undefined && byPattern.length === 0 && additionalProperties !== undefined) {
      found.push(additionalProperties);
    }
  }
  return [...new Set(found)];
}
