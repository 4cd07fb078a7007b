import type { Facts } from "../facts/facts.js";
import { noTypes } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { anyArray, referTo, unknownType } from "./algebra.js";
import type { Type } from "./type-model.js";

/** Elements that are written out one by one; past it a bounded array is a plain one, and its bounds stand in its documentation. */
export const tupleBudget = 8;

/** The arrays that one schema's own keywords admit. */
export function arrayTypeOf(schema: CanonicalSchema, facts: Facts): Type {
  const { prefixItems = [], items, minItems = 0, maxItems = Infinity } = schema;
  const referTyped = (node: NodeId): Type =>
    facts.types(node) === noTypes ? { kind: "never" } : referTo(node);
  const rest = items === undefined ? unknownType : referTyped(items);
  const hasRest = rest.kind !== "never";
  const most = Math.min(maxItems, hasRest ? Infinity : prefixItems.length);
  const isBounded = most <= Math.max(tupleBudget, prefixItems.length);
  const least = minItems <= tupleBudget ? minItems : 0;
  const count = isBounded ? most : Math.max(prefixItems.length, least);
  if (count === 0 && !isBounded) return items === undefined ? anyArray : { kind: "array", item: rest };
  const elements = Array.from({ length: count }, (_, index) => {
    const prefix = prefixItems[index];
    return prefix === undefined ? rest : referTyped(prefix);
  });
  return { kind: "tuple", elements, required: Math.min(minItems, count), rest: isBounded ? undefined : rest };
}

/** Whether `arrayTypeOf` says all that the schema says of an array's length. */
export function isLengthShown(schema: CanonicalSchema, type: Type): boolean {
  const { minItems = 0, maxItems = Infinity } = schema;
  if (type.kind !== "tuple") return minItems === 0 && maxItems === Infinity;
  return type.required >= minItems && (type.rest === undefined || maxItems === Infinity);
}
