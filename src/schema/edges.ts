import { keywordTraits } from "./keyword-traits.js";
import type { EdgeRole } from "./keyword-traits.js";
import type { CanonicalSchema, NodeId } from "./schema-graph.js";

/** The way from a schema to one that it holds or refers to. */
export interface Edge {
  /** The canonical keyword, and what leads on in its value. */
  readonly tokens: readonly [keyof CanonicalSchema, ...string[]];
  readonly target: NodeId;
  readonly role: EdgeRole;
}

/** The edges of a schema, `$ref` among them, in the order in which `replaceTargets` asks for their targets. */
export function listEdges(schema: boolean | CanonicalSchema): readonly Edge[] {
  if (typeof schema === "boolean" || !Object.keys(schema).some((keyword) => leading.has(keyword)))
    return none;
  const edges: Edge[] = [];
  replaceTargets(schema, (edge) => {
    edges.push(edge);
    return edge.target;
  });
  return edges;
}

const none: readonly Edge[] = [];

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

/** The same schema with other targets. */
export function replaceTargets(schema: CanonicalSchema, replace: (edge: Edge) => NodeId): CanonicalSchema {
  const result: Writable<CanonicalSchema> = { ...schema };
  const at = (target: NodeId, ...tokens: Edge["tokens"]): NodeId =>
    replace({ tokens, target, role: keywordTraits[tokens[0]].role ?? "child" });
  for (const keyword of single) {
    const target = schema[keyword];
    if (target !== undefined) result[keyword] = at(target, keyword);
  }
  for (const keyword of ["prefixItems", "allOf", "anyOf", "oneOf"] as const) {
    const targets = schema[keyword];
    if (targets) result[keyword] = targets.map((target, index) => at(target, keyword, `${index}`));
  }
  for (const keyword of ["properties", "dependentSchemas"] as const) {
    const members = schema[keyword];
    if (!members) continue;
    result[keyword] = new Map(
      [...members].map(([name, target]) => [name, at(target, keyword, name)] as const),
    );
  }
  const { contains, patternProperties } = schema;
  if (contains) result.contains = { ...contains, schema: at(contains.schema, "contains") };
  if (patternProperties) {
    result.patternProperties = patternProperties.map(({ pattern, schema: target }) => ({
      pattern,
      schema: at(target, "patternProperties", pattern.source),
    }));
  }
  return result;
}
