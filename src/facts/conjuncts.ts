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
  return keywordsIn(nodeOf(graph, id));
}

/** The same of a node that is at hand. */
export function keywordsIn({ schema }: SchemaNode): CanonicalSchema {
  return typeof schema === "boolean" ? nothing : schema;
}

const nothing: CanonicalSchema = {};

/** The conjuncts of one node: see Facts.conjuncts. */
export function findConjuncts(graph: SchemaGraph, start: NodeId): readonly NodeId[] {
  const { $ref, allOf } = keywordsOf(graph, start);
  if ($ref === undefined && allOf === undefined) return [start];
  const found = new Set<NodeId>();
  const stack = [start];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const child of listConjuncts(keywordsOf(graph, id)).toReversed()) stack.push(child);
  }
  return [...found];
}

/** More conjuncts than this are found each time: to keep what each link of a long chain includes takes the square of its length. */
export const keptConjuncts = 256;

/** See Facts.conjuncts. */
export function proveConjuncts(graph: SchemaGraph): (node: NodeId) => readonly NodeId[] {
  const known = new Map<NodeId, readonly NodeId[]>();
  return (node) => {
    const kept = known.get(node);
    if (kept) return kept;
    const found = findConjuncts(graph, node);
    if (found.length <= keptConjuncts) known.set(node, found);
    return found;
  };
}

/** What one schema says of properties, ready to be asked for many. */
export interface PropertyClaims {
  readonly named: ReadonlyMap<string, NodeId> | undefined;
  readonly patterns: readonly { readonly expression: RegExp; readonly schema: NodeId }[];
  readonly others: NodeId | undefined;
}

export function compileProperties(schema: CanonicalSchema): PropertyClaims {
  const { properties: named, patternProperties = [], additionalProperties: others } = schema;
  const patterns = patternProperties.map(({ pattern, schema: claiming }) => ({
    expression: new RegExp(pattern.source, pattern.flags),
    schema: claiming,
  }));
  return { named, patterns, others };
}

/** The schemas of property `key` by one schema. */
export function claimProperty({ named, patterns, others }: PropertyClaims, key: string): readonly NodeId[] {
  const own = named?.get(key);
  const claimed = own === undefined ? [] : [own];
  for (const { expression, schema } of patterns) if (expression.test(key)) claimed.push(schema);
  if (claimed.length === 0 && others !== undefined) claimed.push(others);
  return claimed;
}

/** The schemas of property `key` by all of the schemas, each once. */
export function claimAll(claims: readonly PropertyClaims[], key: string): readonly NodeId[] {
  const [first] = claims;
  // Mostly there is but one, and no pattern.
  if (first && claims.length === 1 && first.patterns.length === 0) return claimProperty(first, key);
  return [...new Set(claims.flatMap((each) => claimProperty(each, key)))];
}
