import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import { typeSetOfValue, jsonTypesOf } from "../schema/type-set.js";
import { anyObject, unknownType, wholeTypes } from "./algebra.js";
import type { Type } from "./type-model.js";

/** Values nested deeper than this within a literal are typed by their JSON type alone. */
const depthBudget = 8;

/** The type that admits just this value, as far as TypeScript can say it. */
export function literalType(value: JsonValue, depth = 0): Type {
  if (typeof value === "object" && value !== null && depth >= depthBudget) return wholeTypeOf(value);
  if (Array.isArray(value)) {
    const elements = value.map((each: JsonValue) => literalType(each, depth + 1));
    return { kind: "tuple", elements, required: elements.length, rest: undefined };
  }
  if (isJsonObject(value)) return literalObject(Object.entries(value), depth);
  if (typeof value === "string" || typeof value === "boolean") return { kind: "literal", value };
  // What is too large for a number is read as infinity, which no literal can say.
  return typeof value === "number" && Number.isFinite(value)
    ? { kind: "literal", value }
    : wholeTypeOf(value);
}

function wholeTypeOf(value: JsonValue): Type {
  const [type] = jsonTypesOf(typeSetOfValue(value));
  return type === undefined ? unknownType : wholeTypes[type];
}

function literalObject(entries: readonly [string, JsonValue][], depth: number): Type {
  if (entries.length === 0) return anyObject;
  const members = entries.map(([key, value]) => ({
    key,
    type: literalType(value, depth + 1),
    isOptional: false,
    source: undefined,
  }));
  return { kind: "object", bases: [], members, indexes: [] };
}
