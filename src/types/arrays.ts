import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { anyArray, neverType } from "./algebra.js";
import { typeOfAll } from "./members.js";
import type { Projecting } from "./projection.js";
import type { Type } from "./type-model.js";

/** Elements that are written out one by one; past it a bounded array is a plain one, and its bounds stand in its documentation. */
export const tupleBudget = 8;

/** The arrays that the keywords of all the schemas admit together. */
export function arrayTypeOf(projecting: Projecting, schemas: readonly CanonicalSchema[]): Type {
  const prefix = Math.max(0, ...schemas.map(({ prefixItems = [] }) => prefixItems.length));
  const positions = Array.from({ length: prefix + 1 }, (_, index) =>
    typeOfAll(
      projecting,
      schemas.flatMap((schema) => itemAt(schema, index)),
    ),
  );
  const rest = positions[prefix] ?? anyArray;
  const least = Math.max(0, ...schemas.map(({ minItems = 0 }) => minItems));
  // Nothing may stand where no item is valid, and so nothing after it.
  const end = positions.findIndex(({ kind }) => kind === "never");
  const most = Math.min(...schemas.map(({ maxItems = Infinity }) => maxItems), end === -1 ? Infinity : end);
  if (least > most) return neverType;
  const isBounded = most <= Math.max(tupleBudget, prefix);
  const count = isBounded ? most : Math.max(prefix, least <= tupleBudget ? least : 0);
  if (count === 0 && !isBounded) return rest.kind === "unknown" ? anyArray : { kind: "array", item: rest };
  const elements = Array.from({ length: count }, (_, index) => positions[index] ?? rest);
  return { kind: "tuple", elements, required: Math.min(least, count), rest: isBounded ? undefined : rest };
}

/** The schema that applies to the item at `index`, if any. */
function itemAt({ prefixItems = [], items }: CanonicalSchema, index: number): readonly NodeId[] {
  const item = prefixItems[index] ?? items;
  return item === undefined ? [] : [item];
}

/** Whether `arrayTypeOf` says all that the schema says of an array's length. */
export function isLengthShown(schema: CanonicalSchema, type: Type): boolean {
  const { minItems = 0, maxItems = Infinity } = schema;
  if (type.kind !== "tuple") return minItems === 0 && maxItems === Infinity;
  return type.required >= minItems && (type.rest === undefined || maxItems === Infinity);
}
