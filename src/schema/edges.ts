import { keywordTraits } from "./keyword-traits.js";
import type { EdgeRole } from "./keyword-traits.js";
import type { CanonicalSchema, NodeId } from "./schema-graph.js";
import { hasAny } from "./schema-graph.js";

/** The way from a schema to one that it holds or refers to. */
export interface Edge {
  /** The canonical keyword, and what leads on in its value. */
  readonly tokens: readonly [keyof CanonicalSchema, ...string[]];
  readonly target: NodeId;
  readonly role: EdgeRole;
}

/** What is to be made of an edge. */
export type MakeEdge<E> = (tokens: Edge["tokens"], target: NodeId, role: EdgeRole) => E;

/** The edges of a schema, `$ref` among them, in the order in which `replaceTargets` takes their targets. */
export function listEdges(schema: boolean | CanonicalSchema): readonly Edge[] {
  return mapEdges(schema, (tokens, target, role) => ({ tokens, target, role }));
}

/** The same, each as `make` makes it. */
export function mapEdges<E>(schema: boolean | CanonicalSchema, make: MakeEdge<E>): readonly E[] {
  if (typeof schema === "boolean" || !hasAny(schema, leading)) return none;
  const edges: E[] = [];
  const add = (target: NodeId, ...tokens: Edge["tokens"]): void => {
    edges.push(make(tokens, target, keywordTraits[tokens[0]].role ?? "child"));
  };
  for (const keyword of single) {
    const target = schema[keyword];
    if (target !== undefined) add(target, keyword);
  }
  for (const keyword of lists) {
    const targets = schema[keyword];
    if (targets) for (const [index, target] of targets.entries()) add(target, keyword, `${index}`);
  }
  for (const keyword of maps) {
    const members = schema[keyword];
    if (members) for (const [name, target] of members) add(target, keyword, name);
  }
  const { contains, patternProperties } = schema;
  if (contains) add(contains.schema, "contains");
  if (patternProperties) {
    for (const { pattern, schema: target } of patternProperties)
      add(target, "patternProperties", pattern.source);
  }
  return edges;
}

const none: readonly never[] = [];

/** The keywords that lead to other schemas; most schemas have none of them. */
const leading: ReadonlySet<string> = new Set(
  Object.entries(keywordTraits).flatMap(([keyword, { role }]) => (role ? [keyword] : [])),
);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The keywords that hold one schema. */
const single = [
  "$ref",
  "items",
  "unevaluatedItems",
  "additionalProperties",
  "propertyNames",
  "unevaluatedProperties",
  "not",
  "if",
  "then",
  "else",
  "contentSchema",
] as const;

const lists = ["prefixItems", "allOf", "anyOf", "oneOf"] as const;

const maps = ["properties", "dependentSchemas"] as const;

/** The same schema with other targets, which `next` gives in the order of its edges. */
export function replaceTargets(schema: CanonicalSchema, next: () => NodeId): CanonicalSchema {
  const result: Writable<CanonicalSchema> = { ...schema };
  for (const keyword of single) if (schema[keyword] !== undefined) result[keyword] = next();
  for (const keyword of lists) {
    const targets = schema[keyword];
    if (targets) result[keyword] = targets.map(next);
  }
  for (const keyword of maps) {
    const members = schema[keyword];
    if (members) result[keyword] = new Map(Array.from(members.keys(), (name) => [name, next()]));
  }
  const { contains, patternProperties } = schema;
  if (contains) result.contains = { ...contains, schema: next() };
  if (patternProperties) {
    result.patternProperties = patternProperties.map(({ pattern }) => ({ pattern, schema: next() }));
  }
  return result;
}
