import { keywordsOf } from "../facts/conjuncts.js";
import { includesValue } from "../facts/equal-values.js";
import type { Facts } from "../facts/facts.js";
import { noTypes } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Applied, LiteralCheck, ObjectCheck, PropertyCheck, RestCheck, Site } from "./check-plan.js";
import { isLiteralAlone } from "./literal-nodes.js";
import { planOthers } from "./unevaluated-checks.js";

/** The named properties of all `nodes`, which apply to the same object: each name once, in the order of the schemas. */
export function planProperties(graph: SchemaGraph, facts: Facts, nodes: readonly NodeId[]): PropertyCheck[] {
  const required = new Map<string, Site>();
  const values = new Map<string, Applied[]>();
  for (const node of nodes) {
    const schema = keywordsOf(graph, node);
    for (const key of schema.required ?? []) {
      if (!required.has(key)) required.set(key, { node, tokens: ["required"] });
    }
    for (const [key, value] of schema.properties ?? []) {
      const applied = { node: value, site: { node, tokens: ["properties", key] } };
      const others = values.get(key);
      if (others) others.push(applied);
      else values.set(key, [applied]);
    }
  }
  for (const key of required.keys()) if (!values.has(key)) values.set(key, []);
  return Array.from(values, ([key, applied]) => planProperty(graph, facts, key, required.get(key), applied));
}

function planProperty(
  graph: SchemaGraph,
  facts: Facts,
  key: string,
  required: Site | undefined,
  values: readonly Applied[],
): PropertyCheck {
  const forbidden = values.find(({ node }) => facts.types(node) === noTypes)?.site;
  const literals = values.length > 1 ? meetLiterals(graph, facts, values) : undefined;
  const kept = literals ? values.filter(({ node }) => !isLiteralAlone(graph, facts, node)) : values;
  return { key, required, forbidden, literals, values: kept };
}

/** Several schemas with literals are one check of those that all of them have; the shortest list is to blame. */
function meetLiterals(
  graph: SchemaGraph,
  facts: Facts,
  values: readonly Applied[],
): LiteralCheck | undefined {
  const sets = values.flatMap(({ node }) => {
    const literals = facts.literals(node);
    return literals ? [{ node, literals }] : [];
  });
  if (sets.length < 2) return undefined;
  const { node, literals } = sets.reduce((least, set) =>
    set.literals.length < least.literals.length ? set : least,
  );
  const met = literals.filter((value) => sets.every((set) => includesValue(set.literals, value)));
  return { values: met, site: literalSite(graph, facts, node) };
}

/** The keyword that lists the literals of a node, in it or in what it includes; the schema as a whole where none does. */
function literalSite(graph: SchemaGraph, facts: Facts, node: NodeId): Site {
  for (const id of facts.conjuncts(node)) {
    const schema = keywordsOf(graph, id);
    if (schema.const) return { node: id, tokens: ["const"] };
    if (schema.enum) return { node: id, tokens: ["enum"] };
  }
  return { node, tokens: [] };
}

/**
 * `patternProperties` and `additionalProperties` of one schema; undefined where neither says anything.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 */
export function planRest(graph: SchemaGraph, facts: Facts, node: NodeId): RestCheck | undefined {
  const { properties, patternProperties = [], additionalProperties } = keywordsOf(graph, node);
  const patterns = patternProperties.map(({ pattern, schema }) => ({
    pattern,
    value: { node: schema, site: { node, tokens: ["patternProperties", pattern.source] } },
  }));
  const others = planOthers(graph, facts, node, "additionalProperties", additionalProperties);
  if (patterns.length === 0 && others === undefined) return undefined;
  return { named: [...(properties?.keys() ?? [])], patterns, others };
}

/**
 * What one schema asks of an object as a whole.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5
 */
export function planObjects(node: NodeId, schema: CanonicalSchema): ObjectCheck[] {
  const { propertyNames, dependentRequired = [], dependentSchemas = [] } = schema;
  const checks: ObjectCheck[] = [];
  for (const kind of ["minProperties", "maxProperties"] as const) {
    const limit = schema[kind];
    if (limit !== undefined) checks.push({ kind, limit, site: { node, tokens: [kind] } });
  }
  if (propertyNames !== undefined) {
    const value = { node: propertyNames, site: { node, tokens: ["propertyNames"] } };
    checks.push({ kind: "propertyNames", value });
  }
  for (const [key, names] of dependentRequired) {
    const site = { node, tokens: ["dependentRequired", key] };
    if (names.length > 0) checks.push({ kind: "dependentRequired", key, names, site });
  }
  for (const [key, dependent] of dependentSchemas) {
    const value = { node: dependent, site: { node, tokens: ["dependentSchemas", key] } };
    checks.push({ kind: "dependentSchema", key, value });
  }
  return checks;
}
