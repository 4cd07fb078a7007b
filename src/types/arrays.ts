import { keywordsOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import { anyArray, intersectTypes, neverType, uniteTypes } from "./algebra.js";
import type { Parts } from "./bases.js";
import type { Case } from "./case.js";
import { findEvaluatedItems, listEvaluating } from "./evaluating.js";
import { typeOfAll } from "./members.js";
import type { Projecting } from "./projection.js";
import type { Type } from "./type-model.js";

/** Elements that are written out one by one; past it a bounded array is a plain one, and its bounds stand in its documentation. */
export const tupleBudget = 8;

/** What `unevaluatedItems` says of the items after so many: their type. */
interface Unevaluated {
  readonly prefix: number;
  readonly type: Type;
}

/** The arrays of a case. */
export function arrayTypeOf(projecting: Projecting, of: Case, { inline }: Parts): Type {
  const schemas = inline.map((id) => keywordsOf(projecting.graph, id));
  const unevaluated = inline.flatMap((id) => readUnevaluated(projecting, of, id) ?? []);
  const prefix = Math.max(
    0,
    ...schemas.map(({ prefixItems = [] }) => prefixItems.length),
    ...unevaluated.map((each) => each.prefix),
  );
  const positions = Array.from({ length: prefix + 1 }, (_, index) => {
    const claims = schemas.flatMap(({ prefixItems = [], items }) => prefixItems[index] ?? items ?? []);
    const others = unevaluated.filter((each) => index >= each.prefix).map(({ type }) => type);
    return intersectTypes([typeOfAll(projecting, claims), ...others]);
  });
  const rest = positions[prefix] ?? anyArray;
  const least = Math.max(0, ...schemas.map((schema) => leastItems(projecting, schema)));
  // Nothing may stand where no item is valid, and so nothing after it.
  const end = positions.findIndex(({ kind }) => kind === "never");
  const most = Math.min(...schemas.map(({ maxItems = Infinity }) => maxItems), end === -1 ? Infinity : end);
  if (least > most || least === Infinity) return neverType;
  const isBounded = most <= Math.max(tupleBudget, prefix);
  const count = isBounded ? most : Math.max(prefix, least <= tupleBudget ? least : 0);
  if (count === 0 && !isBounded) return rest.kind === "unknown" ? anyArray : { kind: "array", item: rest };
  const elements = Array.from({ length: count }, (_, index) => positions[index] ?? rest);
  return { kind: "tuple", elements, required: Math.min(least, count), rest: isBounded ? undefined : rest };
}

/** An item meets the schema of `unevaluatedItems`, or one that makes it evaluated wherever it is. */
function readUnevaluated(projecting: Projecting, of: Case, id: NodeId): Unevaluated | undefined {
  const { unevaluatedItems } = keywordsOf(projecting.graph, id);
  if (unevaluatedItems === undefined) return undefined;
  const evaluated = findEvaluatedItems(listEvaluating(projecting, of, id, "unevaluatedItems"));
  if (!evaluated) return undefined;
  const { prefix, matching } = evaluated;
  const type = uniteTypes([unevaluatedItems, ...matching].map((each) => typeOfAll(projecting, [each])));
  return { prefix, type };
}

/** How many items there are at least; `contains` asks for some, and for more than any array has where none can be so. */
function leastItems(
  { facts }: Projecting,
  { minItems = 0, contains, minContains = 1 }: CanonicalSchema,
): number {
  if (!contains || minContains === 0) return minItems;
  return facts.types(contains.schema) === noTypes ? Infinity : Math.max(minItems, minContains);
}

/** Whether `arrayTypeOf` says all that the schema says of an array's length. */
export function isLengthShown(schema: CanonicalSchema, type: Type): boolean {
  const { minItems = 0, maxItems = Infinity } = schema;
  if (type.kind !== "tuple") return minItems === 0 && maxItems === Infinity;
  return type.required >= minItems && (type.rest === undefined || maxItems === Infinity);
}
