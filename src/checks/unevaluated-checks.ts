import { nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import type { ArrayCheck, ObjectCheck, Others, RestCheck } from "./check-plan.js";
import type { Evaluations } from "./evaluated.js";

/** What must hold of the parts that a keyword such as `additionalProperties` is about; undefined where all is free. */
export function planOthers(
  graph: SchemaGraph,
  facts: Facts,
  node: NodeId,
  keyword: "additionalProperties" | "unevaluatedProperties" | "unevaluatedItems",
  schema: NodeId | undefined,
): Others | undefined {
  if (schema === undefined || nodeOf(graph, schema).schema === true) return undefined;
  const site = { node, tokens: [keyword] };
  return facts.types(schema) === noTypes ? { forbidden: site } : { node: schema, site };
}

const none: readonly never[] = [];
const noParts = { rests: none, objects: none };

/**
 * What a schema asks of properties that nothing has evaluated: a plain look at the others where it is known beforehand which
 * those are.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11.3
 */
export function planUnevaluatedProperties(
  graph: SchemaGraph,
  facts: Facts,
  evaluations: Evaluations,
  node: NodeId,
  schema: CanonicalSchema,
): { rests: readonly RestCheck[]; objects: readonly ObjectCheck[] } {
  if (schema.unevaluatedProperties === undefined) return noParts;
  const { unevaluatedProperties, ...rest } = schema;
  const others = planOthers(graph, facts, node, "unevaluatedProperties", unevaluatedProperties);
  if (!others) return noParts;
  const evaluated = evaluations.properties(rest);
  const { always, conditional } = evaluated;
  if (always === "all") return noParts;
  if (conditional.length > 0)
    return { rests: [], objects: [{ kind: "unevaluatedProperties", evaluated, others }] };
  const patterns = always.patterns.map((pattern) => ({ pattern, value: undefined }));
  return { rests: [{ named: always.names, patterns, others }], objects: [] };
}

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-11.2 */
export function planUnevaluatedItems(
  graph: SchemaGraph,
  facts: Facts,
  evaluations: Evaluations,
  node: NodeId,
  schema: CanonicalSchema,
): readonly ArrayCheck[] {
  if (schema.unevaluatedItems === undefined) return none;
  const { unevaluatedItems, ...rest } = schema;
  const others = planOthers(graph, facts, node, "unevaluatedItems", unevaluatedItems);
  if (!others) return none;
  const evaluated = evaluations.items(rest);
  const { always, conditional } = evaluated;
  if (always === "all") return none;
  if (conditional.length > 0 || always.matching.length > 0)
    return [{ kind: "unevaluatedItems", evaluated, others }];
  if ("forbidden" in others) return [{ kind: "noItems", from: always.prefix, site: others.forbidden }];
  return [{ kind: "items", from: always.prefix, value: others }];
}
