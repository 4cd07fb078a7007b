import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { allTypes, typeSetOf } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { NodePlan, Site } from "./check-plan.js";

/**
 * The types that are tested: those that are stated, or, where nothing else refuses what is no JSON, those that are proved. `inline`:
 * the schemas whose keywords make up the node's plan.
 */
export function planTypes(
  graph: SchemaGraph,
  facts: Facts,
  node: NodeId,
  inline: readonly NodeId[],
): NodePlan["types"] {
  const stating = inline.filter((id) => keywordsOf(graph, id).type !== undefined);
  const set = stating.reduce((types, id) => types & typeSetOf(keywordsOf(graph, id).type ?? []), allTypes);
  const [first] = stating;
  if (first !== undefined) return { set, site: { node: first, tokens: ["type"] } };
  if (facts.enforcesTypes(node) || inline.every((id) => isOpenToAll(keywordsOf(graph, id)))) return undefined;
  return { set: facts.types(node), site: narrowingSite(graph, facts, node, inline) };
}

/** Keywords that leave the type `unknown`: what they do not speak of need not be JSON. */
const open: ReadonlySet<keyof CanonicalSchema> = new Set<keyof CanonicalSchema>([
  "$ref",
  "allOf",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "contains",
  "minContains",
  "maxContains",
  "uniqueItems",
  "unevaluatedItems",
  "propertyNames",
  "minProperties",
  "maxProperties",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedProperties",
  "extensions",
  "contentSchema",
]);

function isOpenToAll(schema: CanonicalSchema): boolean {
  return (Object.keys(schema) as (keyof CanonicalSchema)[]).every((keyword) => open.has(keyword));
}

/** The keyword that takes JSON types away without stating any; the schema as a whole where none does. */
function narrowingSite(graph: SchemaGraph, facts: Facts, node: NodeId, inline: readonly NodeId[]): Site {
  if (facts.types(node) !== allTypes) {
    for (const id of inline) {
      const { anyOf, oneOf, not, if: condition } = keywordsOf(graph, id);
      if (narrows(facts, anyOf)) return { node: id, tokens: ["anyOf"] };
      if (narrows(facts, oneOf)) return { node: id, tokens: ["oneOf"] };
      if (not !== undefined) return { node: id, tokens: ["not"] };
      if (condition !== undefined) return { node: id, tokens: ["if"] };
    }
  }
  return { node, tokens: [] };
}

function narrows(facts: Facts, branches: readonly NodeId[] | undefined): boolean {
  if (branches === undefined) return false;
  return branches.reduce((types, id) => types | facts.types(id), 0) !== allTypes;
}

/** The keyword to blame where nothing is valid; the schema as a whole where it is `false`. */
export function neverSite(graph: SchemaGraph, node: NodeId): Site {
  const schema = keywordsOf(graph, node);
  const keyword = ["type", "enum", "const", "not", "allOf", "anyOf", "oneOf", "$ref", "then", "else"].find(
    (each) => each in schema,
  );
  return { node, tokens: keyword === undefined ? [] : [keyword] };
}
