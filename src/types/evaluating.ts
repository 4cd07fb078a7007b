import { keywordsOf } from "../facts/conjuncts.js";
import { listConjuncts } from "../facts/keyword-table.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import type { Case } from "./case.js";
import type { Projecting } from "./projection.js";

/**
 * The schemas whose keywords evaluate parts for the `unevaluated…` keyword of `asking`, in one case: its own without that keyword, and
 * those of all that it holds in place and that the case does not exclude.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
export function listEvaluating(
  projecting: Projecting,
  of: Case,
  asking: NodeId,
  keyword: "unevaluatedProperties" | "unevaluatedItems",
): readonly CanonicalSchema[] {
  const found = new Map<NodeId, CanonicalSchema>();
  const stack = [asking];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (found.has(id)) continue;
    const schema = keywordsOf(projecting.graph, id);
    const { [keyword]: _, ...others } = schema;
    found.set(id, id === asking ? others : schema);
    stack.push(...listConjuncts(schema), ...listChosen(projecting, of, schema));
  }
  return [...found.values()];
}

/** Whether the case leaves it open which of the schemas that evaluate parts apply. */
export function leavesRestOpen(
  { facts }: Projecting,
  of: Case,
  schemas: readonly CanonicalSchema[],
): boolean {
  return schemas.some(({ anyOf = [], oneOf = [], if: condition, dependentSchemas = [] }) => {
    const isOpen = (id: NodeId): boolean =>
      !of.refuted.has(id) && !of.asserted.includes(id) && facts.types(id) !== noTypes;
    return (
      [...anyOf, ...oneOf].some(isOpen) ||
      (condition !== undefined && isOpen(condition)) ||
      [...dependentSchemas].some(([key]) => !of.absent.has(key) && !of.present.has(key))
    );
  });
}

/** The subschemas under conditions that the case leaves open or has chosen. */
function listChosen({ facts }: Projecting, of: Case, schema: CanonicalSchema): NodeId[] {
  const { anyOf = [], oneOf = [], if: condition, then, else: otherwise, dependentSchemas = [] } = schema;
  const isOpen = (id: NodeId): boolean => !of.refuted.has(id) && facts.types(id) !== noTypes;
  const found = [...anyOf, ...oneOf].filter(isOpen);
  for (const [key, id] of dependentSchemas) if (!of.absent.has(key)) found.push(id);
  if (condition === undefined) return found;
  if (isOpen(condition)) found.push(condition, ...(then === undefined ? [] : [then]));
  if (!of.asserted.includes(condition) && otherwise !== undefined) found.push(otherwise);
  return found;
}

/** The keys that are evaluated; undefined where all are. */
export interface EvaluatedKeys {
  readonly names: ReadonlySet<string>;
  readonly patterns: NonNullable<CanonicalSchema["patternProperties"]>;
}

export function findEvaluatedKeys(schemas: readonly CanonicalSchema[]): EvaluatedKeys | undefined {
  const isAll = ({ additionalProperties, unevaluatedProperties }: CanonicalSchema): boolean =>
    (additionalProperties ?? unevaluatedProperties) !== undefined;
  if (schemas.some(isAll)) return undefined;
  return {
    names: new Set(schemas.flatMap(({ properties }) => [...(properties?.keys() ?? [])])),
    patterns: schemas.flatMap(({ patternProperties = [] }) => patternProperties),
  };
}

/** The items that are evaluated: so many first ones, and those that meet one of the schemas; undefined where all are. */
export interface EvaluatedItems {
  readonly prefix: number;
  readonly matching: readonly NodeId[];
}

export function findEvaluatedItems(schemas: readonly CanonicalSchema[]): EvaluatedItems | undefined {
  if (schemas.some(({ items, unevaluatedItems }) => (items ?? unevaluatedItems) !== undefined))
    return undefined;
  return {
    prefix: Math.max(0, ...schemas.map(({ prefixItems = [] }) => prefixItems.length)),
    matching: schemas.flatMap(({ contains }) => (contains?.evaluates ? [contains.schema] : [])),
  };
}
