import { invariant } from "../invariant.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { listConjuncts } from "./keyword-table.js";

export function nodeOf(graph: SchemaGraph, id: NodeId): SchemaNode {
  const node = graph.nodes.get(id);
  invariant(node, "no node", id);
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
    for (const child of listConjuncts(keywordsOf(graph, id)).reverse()) stack.push(child);
  }
  return [...found];
}

/**
 * The schemas that all apply to property `key` of an instance, over the conjuncts. Within one schema, `additionalProperties` applies
 * where no name and no pattern does.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 */
export function findPropertySchemas(graph: SchemaGraph, conjuncts: readonly NodeId[], key: string): NodeId[] {
  const found = new Set<NodeId>();
  for (const id of conjuncts) {
    const { properties, patternProperties = [], additionalProperties } = keywordsOf(graph, id);
    const named = properties?.get(key);
    const claimed = patternProperties
      .filter(({ pattern }) => new RegExp(pattern.source, pattern.flags).test(key))
      .map(({ schema }) => schema);
    if (named !== undefined) claimed.unshift(named);
    if (claimed.length === 0 && additionalProperties !== undefined) claimed.push(additionalProperties);
    for (const schema of claimed) found.add(schema);
  }
  return [...found];
}
