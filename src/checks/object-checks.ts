import { keywordsOf } from "../facts/conjuncts.js";
import { includesValue } from "../facts/equal-values.js";
import type { Facts } from "../facts/facts.js";
import { noTypes } from "../schema/type-set.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Applied, LiteralCheck, PropertyCheck, RestCheck, Site } from "./check-plan.js";

/** The named properties of all `nodes`, which apply to the same object: each name once, in the order of the schemas. */
export function planProperties(graph: SchemaGraph, facts: Facts, nodes: readonly NodeId[]): PropertyCheck[] {
  const required = new Map<string, Site>();
  const values = new Map<string, Applied[]>();
  for (const node of nodes) {
    const schema = keywordsOf(graph, node);
    for (const key of schema.required ?? []) {
      if (!required.has(key)) required.set(key, { node, keyword: "required" });
    }
    for (const [key, value] of schema.properties ?? []) {
      const site = { node, keyword: `properties/${key.replaceAll("~", "~0").replaceAll("/", "~1")}` };
      values.set(key, [...(values.get(key) ?? []), { node: value, site }]);
    }
  }
  const keys = new Set([...values.keys(), ...required.keys()]);
  return [...keys].map((key) => planProperty(graph, facts, key, required.get(key), values.get(key) ?? []));
}

function planProperty(
  graph: SchemaGraph,
  facts: Facts,
  key: string,
  required: Site | undefined,
  values: readonly Applied[],
): PropertyCheck {
  const forbidden = values.find(({ node }) => facts.types(node) === noTypes)?.site;
  const literals = values.length > 1 ? meetLiterals(facts, values) : undefined;
  const saysMore = ({ node }: Applied): boolean =>
    !Object.keys(keywordsOf(graph, node)).every((keyword) => keyword === "const" || keyword === "enum");
  return { key, required, forbidden, literals, values: literals ? values.filter(saysMore) : values };
}

/** Several schemas with literals are one check of those that all of them have. */
function meetLiterals(facts: Facts, values: readonly Applied[]): LiteralCheck | undefined {
  const sets = values.map(({ node }) => facts.literals(node)).filter((set) => set !== undefined);
  const [first, ...others] = sets;
  const site = values.find(({ node }) => facts.literals(node) !== undefined)?.site;
  if (!first || !site || others.length === 0) return undefined;
  return { values: first.filter((value) => others.every((set) => includesValue(set, value))), site };
}

/**
 * `patternProperties` and `additionalProperties` of one schema; undefined where neither says anything.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 */
export function planRest(graph: SchemaGraph, facts: Facts, node: NodeId): RestCheck | undefined {
  const { properties, patternProperties = [], additionalProperties } = keywordsOf(graph, node);
  const patterns = patternProperties.map(({ pattern, schema }) => ({
    pattern,
    value: {
      node: schema,
      site: {
        node,
        keyword: `patternProperties/${pattern.source.replaceAll("~", "~0").replaceAll("/", "~1")}`,
      },
    },
  }));
  const others = planOthers(graph, facts, node, additionalProperties);
  if (patterns.length === 0 && others === undefined) return undefined;
  return { named: [...(properties?.keys() ?? [])], patterns, others };
}

function planOthers(
  graph: SchemaGraph,
  facts: Facts,
  node: NodeId,
  additional: NodeId | undefined,
): RestCheck["others"] {
  if (additional === undefined || graph.nodes.get(additional)?.schema === true) return undefined;
  const site = { node, keyword: "additionalProperties" };
  return facts.types(additional) === noTypes ? { forbidden: site } : { node: additional, site };
}
