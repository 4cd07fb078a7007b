import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { hasAny } from "../schema/schema-graph.js";
import { isReferredTo } from "./bases.js";
import { objects } from "./case.js";
import type { Projecting } from "./projection.js";

/** The keywords whose types are not those that `facts` proves of a node. */
const shaping: ReadonlySet<string> = new Set<keyof CanonicalSchema>([
  "properties",
  "patternProperties",
  "additionalProperties",
  "propertyNames",
  "required",
  "minProperties",
  "maxProperties",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedProperties",
  "prefixItems",
  "items",
  "contains",
  "minItems",
  "maxItems",
  "unevaluatedItems",
  "anyOf",
  "oneOf",
  "not",
  "if",
]);

const none: readonly NodeId[] = [];

/** Whether the keywords say more than `facts` does. */
export function isShaping(keywords: CanonicalSchema): boolean {
  return hasAny(keywords, shaping);
}

/**
 * The nearest conjunct of a node by way of which all is met that shapes its type: itself where it says something, may be a base, or
 * holds several that do; undefined where nothing does. So a long chain of references is walked once, not from each of its links.
 */
export function findShaper(
  projecting: Projecting,
  id: NodeId,
  keywords: CanonicalSchema,
): NodeId | undefined {
  const { facts, shapers } = projecting;
  if (isShaping(keywords) || (facts.types(id) === objects && isReferredTo(projecting, id))) return id;
  const { $ref, allOf = none } = keywords;
  if ($ref === undefined && allOf.length === 0) return undefined;
  const conjuncts = $ref === undefined ? allOf : [$ref, ...allOf];
  const below = new Set(conjuncts.map((child) => (shapers.has(child) ? shapers.get(child) : child)));
  below.delete(undefined);
  const [only] = below;
  return below.size > 1 ? id : only;
}
