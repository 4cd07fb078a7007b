import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { listConjuncts } from "../facts/keyword-table.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import type { Evaluated, EvaluatedItems, EvaluatedProperties, EvaluationCondition } from "./check-plan.js";

/** What each node evaluates of an object or an array, with all that applies in place of it. */
export interface Evaluations {
  /** `schema`: the node's keywords without the one that asks. */
  readonly properties: (schema: CanonicalSchema) => EvaluatedProperties;
  readonly items: (schema: CanonicalSchema) => EvaluatedItems;
}

/** How one kind of parts is evaluated. */
interface Kind<T> {
  readonly nothing: T;
  /** What the keywords of a schema evaluate by themselves. */
  readonly own: (schema: CanonicalSchema) => T;
  readonly unite: (left: T, right: T) => T;
}

/**
 * Prepares what nodes evaluate, in one pass in in-place order; nothing, where no schema asks.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
export function findEvaluations(graph: SchemaGraph, facts: Facts): Evaluations {
  const asks = (keyword: "unevaluatedProperties" | "unevaluatedItems"): boolean =>
    [...graph.nodes.keys()].some((id) => keywordsOf(graph, id)[keyword] !== undefined);
  return {
    properties: prepare(graph, facts, propertyKind, asks("unevaluatedProperties")),
    items: prepare(graph, facts, itemKind, asks("unevaluatedItems")),
  };
}

function prepare<T>(
  graph: SchemaGraph,
  facts: Facts,
  kind: Kind<T>,
  isAsked: boolean,
): (schema: CanonicalSchema) => Evaluated<T> {
  const known = new Map<NodeId, Evaluated<T>>();
  const nothing: Evaluated<T> = { always: kind.nothing, conditional: [] };
  const evaluatedBy = (id: NodeId | undefined): Evaluated<T> =>
    (id === undefined ? undefined : known.get(id)) ?? nothing;
  const isNothing = ({ always, conditional }: Evaluated<T>): boolean =>
    always === kind.nothing && conditional.length === 0;
  const unite = (left: Evaluated<T>, right: Evaluated<T>): Evaluated<T> => {
    if (isNothing(left)) return right;
    if (isNothing(right) || left === right) return left;
    const always = kind.unite(left.always, right.always);
    return { always, conditional: always === "all" ? [] : [...left.conditional, ...right.conditional] };
  };
  const given = (when: EvaluationCondition, then: Evaluated<T>): Evaluated<T> =>
    isNothing(then) ? nothing : { always: kind.nothing, conditional: [{ when, then }] };
  const ifValid = (node: NodeId): Evaluated<T> =>
    facts.types(node) === noTypes ? nothing : given({ kind: "valid", node }, evaluatedBy(node));
  const evaluate = (schema: CanonicalSchema): Evaluated<T> => {
    const { anyOf = [], oneOf = [], if: condition, then, else: otherwise, dependentSchemas = [] } = schema;
    const parts = [
      { always: kind.own(schema), conditional: [] },
      ...listConjuncts(schema).map(evaluatedBy),
      ...anyOf.map(ifValid),
      ...oneOf.map(ifValid),
      ...[...dependentSchemas].map(([key, node]) => given({ kind: "present", key }, evaluatedBy(node))),
    ];
    if (condition !== undefined) {
      parts.push(
        given({ kind: "valid", node: condition }, unite(evaluatedBy(condition), evaluatedBy(then))),
        given({ kind: "invalid", node: condition }, evaluatedBy(otherwise)),
      );
    }
    return parts.reduce(unite);
  };
  if (isAsked) for (const id of facts.order) known.set(id, evaluate(keywordsOf(graph, id)));
  return evaluate;
}

type Properties = EvaluatedProperties["always"];

const noProperties: Properties = { names: [], patterns: [] };

const propertyKind: Kind<Properties> = {
  nothing: noProperties,
  own: ({ properties, patternProperties, additionalProperties, unevaluatedProperties }) => {
    if ((additionalProperties ?? unevaluatedProperties) !== undefined) return "all";
    if (!properties && !patternProperties) return noProperties;
    return {
      names: [...(properties?.keys() ?? [])],
      patterns: (patternProperties ?? []).map(({ pattern }) => pattern),
    };
  },
  unite: (left, right) => {
    if (left === "all" || right === "all") return "all";
    const names = new Set([...left.names, ...right.names]);
    return { names: [...names], patterns: [...left.patterns, ...right.patterns] };
  },
};

type Items = EvaluatedItems["always"];

const noItems: Items = { prefix: 0, matching: [] };

const itemKind: Kind<Items> = {
  nothing: noItems,
  own: ({ prefixItems, items, contains, unevaluatedItems }) => {
    if ((items ?? unevaluatedItems) !== undefined) return "all";
    const matching = contains?.evaluates === true ? [contains.schema] : [];
    if (!prefixItems && matching.length === 0) return noItems;
    return { prefix: prefixItems?.length ?? 0, matching };
  },
  unite: (left, right) => {
    if (left === "all" || right === "all") return "all";
    const matching = new Set([...left.matching, ...right.matching]);
    return { prefix: Math.max(left.prefix, right.prefix), matching: [...matching] };
  },
};
