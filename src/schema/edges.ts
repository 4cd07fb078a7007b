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

/** The edges of a schema, `$ref` among them. */
export function listEdges(schema: boolean | CanonicalSchema): Edge[] {
  const edges: Edge[] = [];
  if (typeof schema === "boolean") return edges;
  replaceTargets(schema, (edge) => {
    edges.push(edge);
    return edge.target;
  });
  return edges;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The same schema with other targets. */
export function replaceTargets(schema: CanonicalSchema, replace: (edge: Edge) => NodeId): CanonicalSchema {
  const result: Writable<CanonicalSchema> = { ...schema };
  const at = (target: NodeId, ...tokens: Edge["tokens"]): NodeId =>
    replace({ tokens, target, role: keywordTraits[tokens[0]].role ?? "child" });
  for (const keyword of ["$ref", "items", "additionalProperties", "not"] as const) {
    const target = schema[keyword];
    if (target !== undefined) result[keyword] = at(target, keyword);
  }
  for (const keyword of ["prefixItems", "allOf", "anyOf", "oneOf"] as const) {
    const targets = schema[keyword];
    if (targets) result[keyword] = targets.map((target, index) => at(target, keyword, `${index}`));
  }
  const { properties, patternProperties } = schema;
  if (properties) {
    const members = [...properties].map(([name, target]) => [name, at(target, "properties", name)] as const);
    result.properties = new Map(members);
  }
  if (patternProperties) {
    result.patternProperties = patternProperties.map(({ pattern, schema: target }) => ({
      pattern,
      schema: at(target, "patternProperties", pattern.source),
    }));
  }
  return result;
}
