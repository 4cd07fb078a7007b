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

/** What one schema says of the item at an index; nothing where undefined. */
type ItemAt = (index: number) => Type | undefined;

/** The arrays of a case. */
export function arrayTypeOf(projecting: Projecting, of: Case, { inline }: Parts): Type {
  const schemas = inline.map((id) => keywordsOf(projecting.graph, id));
  const unevaluated = inline.flatMap((id) => readUnevaluated(projecting, of, id) ?? []);
  const sayings = [...schemas.map((schema) => readItems(projecting, schema)), ...unevaluated.map(({ at }) => at)];
  const prefix = Math.max(
    0,
    ...schemas.map(({ prefixItems = [] }) => prefixItems.length),
    ...unevaluated.map((each) => each.prefix),
  );
  const positions = Array.from({ length: prefix + 1 }, (_, index) =>
    intersectTypes(sayings.flatMap((at) => at(index) ?? [])),
  );
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

function readItems(projecting: Projecting, { prefixItems = [], items }: CanonicalSchema): ItemAt {
  return (index) => {
    const item = prefixItems[index] ?? items;
    return item === undefined ? undefined : typeOfAll(projecting, [item]);
  };
}

/** What `unevaluatedItems` says of an item: that it meets a schema, or one that makes it evaluated wherever it is. */
function readUnevaluated(
  projecting: Projecting,
  of: Case,
  id: NodeId,
): { readonly prefix: number; readonly at: ItemAt } | undefined {
  const { unevaluatedItems } = keywordsOf(projecting.graph, id);
  if (unevaluatedItems === undefined) return undefined;
  const evaluated = findEvaluatedItems(listEvaluating(projecting, of, id, "unevaluatedItems"));
  if (!evaluated) return undefined;
  const { prefix, matching } = evaluated;
  const type = uniteTypes([unevaluatedItems, ...matching].map((each) => typeOfAll(projecting, [each])));
  return { prefix, at: (index) => (index < prefix ? undefined : type) };
}

/** How many items there are at least; `contains` asks for some, and for more than any array has where none can be so. */
function leastItems({ facts }: Projecting, { minItems = 0, contains, minContains = 1 }: CanonicalSchema): number {
  if (!contains || minContains === 0) return minItems;
  return facts.types(contains.schema) === noTypes ? Infinity : Math.max(minItems, minContains);
}

/** Whether `arrayTypeOf` says all that the schema says of an array's length. */
export function isLengthShown(schema: CanonicalSchema, type: Type): boolean {
  const { minItems = 0, maxItems = Infinity } = schema;
  if (type.kind !== "tuple") return minItems === 0 && maxItems === Infinity;
  return type.required >= minItems && (type.rest === undefined || maxItems === Infinity);
}
