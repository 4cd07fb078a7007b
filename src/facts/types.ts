import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import { allTypes, noTypes, typeSetOf, typeSetOfValues } from "../schema/type-set.js";
import { findNarrowedTypes, listConjuncts } from "./keyword-table.js";
import type { Proof, ProofOf } from "./proof.js";
import { provedTrue } from "./proof.js";

/** See Proof.types. */
export function findTypes(schema: CanonicalSchema, proofOf: ProofOf): TypeSet {
  let types = schema.type ? typeSetOf(schema.type) : allTypes;
  if (schema.enum) types &= typeSetOfValues(schema.enum);
  if (schema.const) types &= typeSetOfValues([schema.const.value]);
  for (const id of listConjuncts(schema)) types &= proofOf(id).types;
  for (const branches of [schema.anyOf, schema.oneOf]) {
    if (branches) types &= unite(branches.map((id) => proofOf(id).types)).once;
  }
  if (schema.not !== undefined) types &= ~proofOf(schema.not).whole;
  if (schema.if === undefined) return types;
  const { condition, then, otherwise } = findConditional(schema, schema.if, proofOf);
  return types & ((condition.types & then.types) | (~condition.whole & otherwise.types));
}

/** See Proof.whole. */
export function findWholeTypes(schema: CanonicalSchema, proofOf: ProofOf): TypeSet {
  let whole = (schema.type ? typeSetOf(schema.type) : allTypes) & ~findNarrowedTypes(schema);
  if (schema.enum) whole &= findCompleteTypes(schema.enum);
  if (schema.const) whole &= findCompleteTypes([schema.const.value]);
  for (const id of listConjuncts(schema)) whole &= proofOf(id).whole;
  if (schema.anyOf) whole &= unite(schema.anyOf.map((id) => proofOf(id).whole)).once;
  if (schema.oneOf) {
    const { once } = unite(schema.oneOf.map((id) => proofOf(id).whole));
    // What two branches may admit, they may both admit, and so refuse.
    whole &= once & ~unite(schema.oneOf.map((id) => proofOf(id).types)).twice;
  }
  if (schema.not !== undefined) whole &= ~proofOf(schema.not).types;
  if (schema.if === undefined) return whole;
  const { condition, then, otherwise } = findConditional(schema, schema.if, proofOf);
  return whole & (~condition.types | then.whole) & (condition.whole | otherwise.whole);
}

/** The proofs of `if`, and of what it leads to either way: anything, where nothing is said. */
function findConditional(
  schema: CanonicalSchema,
  condition: NodeId,
  proofOf: ProofOf,
): { condition: Proof; then: Proof; otherwise: Proof } {
  return {
    condition: proofOf(condition),
    then: schema.then === undefined ? provedTrue : proofOf(schema.then),
    otherwise: schema.else === undefined ? provedTrue : proofOf(schema.else),
  };
}

/** See Facts.enforcesTypes. */
export function findEnforcement(schema: CanonicalSchema, proofOf: ProofOf): boolean {
  const enforces = (id: NodeId): boolean => proofOf(id).enforcesTypes;
  if (schema.type ?? schema.enum ?? schema.const) return true;
  if (listConjuncts(schema).some(enforces)) return true;
  return [schema.anyOf, schema.oneOf].some((branches) => branches?.every(enforces));
}

/** The types whose values are all among `values`. */
function findCompleteTypes(values: readonly JsonValue[]): TypeSet {
  const hasNull = values.includes(null);
  const hasBooleans = values.includes(true) && values.includes(false);
  return (hasNull ? typeSetOf(["null"]) : noTypes) | (hasBooleans ? typeSetOf(["boolean"]) : noTypes);
}

/** The types that are in one of the sets, and those that are in two. */
function unite(sets: readonly TypeSet[]): { once: TypeSet; twice: TypeSet } {
  let [once, twice] = [noTypes, noTypes];
  for (const set of sets) {
    twice |= once & set;
    once |= set;
  }
  return { once, twice };
}
