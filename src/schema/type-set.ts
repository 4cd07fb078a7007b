import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import type { TypeName } from "./schema-graph.js";

/**
 * A set of JSON types, as bits. Numbers are two members, `integer` and `fraction`, so that sets with `integer` and without
 * are compared exactly.
 */
export type TypeSet = number;

/** The six types of JSON, as an instance has one of them. */
export type JsonType = "null" | "boolean" | "number" | "string" | "array" | "object";

const bits = { null: 1, boolean: 2, integer: 4, fraction: 8, string: 16, array: 32, object: 64 } as const;

/** What each name of the keyword `type` stands for. */
const named: Readonly<Record<TypeName, TypeSet>> = { ...bits, number: bits.integer | bits.fraction };

export const noTypes: TypeSet = 0;
export const allTypes: TypeSet = 127;

/** The types in the order in which types are printed and tested. */
export const jsonTypes: readonly JsonType[] = ["string", "number", "boolean", "null", "array", "object"];

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1 */
export function typeSetOf(names: readonly TypeName[]): TypeSet {
  let set = noTypes;
  for (const name of names) set |= named[name];
  return set;
}

export function typeSetOfValue(value: JsonValue): TypeSet {
  if (value === null) return bits.null;
  if (Array.isArray(value)) return bits.array;
  if (isJsonObject(value)) return bits.object;
  if (typeof value === "number") return Number.isInteger(value) ? bits.integer : bits.fraction;
  return typeof value === "string" ? bits.string : bits.boolean;
}

export function typeSetOfValues(values: readonly JsonValue[]): TypeSet {
  let set = noTypes;
  for (const value of values) set |= typeSetOfValue(value);
  return set;
}

/** Whether an instance of `type` may be in the set. */
export function admits(set: TypeSet, type: JsonType): boolean {
  return (set & named[type]) !== 0;
}

/** The JSON types in the set; `number` where it holds integers or fractions. */
export function jsonTypesOf(set: TypeSet): JsonType[] {
  return jsonTypes.filter((type) => admits(set, type));
}

/** The names that the keyword `type` has for the set: `integer` where fractions are left out. */
export function typeNamesOf(set: TypeSet): TypeName[] {
  return jsonTypesOf(set).map((type) =>
    type === "number" && (set & bits.fraction) === 0 ? "integer" : type,
  );
}

/** Whether the set holds numbers of one kind only: those without a fraction, or those with one. */
export function numberKindOf(set: TypeSet): "any" | "integer" | "fraction" {
  if ((set & named.number) === named.number) return "any";
  return (set & bits.integer) !== 0 ? "integer" : "fraction";
}

export function isSubset(inner: TypeSet, outer: TypeSet): boolean {
  return (inner & ~outer) === 0;
}
