import { isDeepStrictEqual } from "node:util";
import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import type { JsonType } from "../schema/type-set.js";
import type { DeclarationId, Type } from "./type-model.js";

export const unknownType: Type = { kind: "unknown" };
export const neverType: Type = { kind: "never" };
/** Any object; an empty interface would admit strings. */
export const anyObject: Type = {
  kind: "object",
  bases: [],
  members: [],
  indexes: [{ prefix: undefined, type: unknownType }],
};
export const anyArray: Type = { kind: "array", item: unknownType };

/** Every instance of a JSON type. */
export const wholeTypes: Readonly<Record<JsonType, Type>> = {
  string: { kind: "primitive", name: "string" },
  number: { kind: "primitive", name: "number" },
  boolean: { kind: "primitive", name: "boolean" },
  null: { kind: "primitive", name: "null" },
  array: anyArray,
  object: anyObject,
};

export function referTo(target: DeclarationId): Type {
  return { kind: "reference", target };
}

/**
 * The union, by its laws: unions within it are spread, `never` vanishes, `unknown` absorbs, equal members are one, a literal
 * vanishes beside its primitive, and `true | false` is `boolean`.
 */
export function uniteTypes(types: readonly Type[]): Type {
  const spread = types.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  if (spread.some(({ kind }) => kind === "unknown")) return unknownType;
  const members: Type[] = [];
  for (const type of spread) {
    if (type.kind !== "never" && !members.some((member) => absorbs(member, type))) members.push(type);
  }
  return singleOr(
    "union",
    joinBooleans(members.filter((type) => !members.some((other) => absorbsStrictly(other, type)))),
  );
}

/**
 * The intersection, by its laws: `unknown` vanishes, `never` absorbs, equal members are one, literals and primitives meet, and a
 * union distributes over a scalar.
 */
export function intersectTypes(types: readonly Type[]): Type {
  return types.reduce(meet, unknownType);
}

/** The type that admits just this value. */
export function literalType(value: JsonValue): Type {
  if (value === null) return wholeTypes.null;
  if (Array.isArray(value)) {
    const elements = value.map(literalType);
    return { kind: "tuple", elements, required: elements.length, rest: undefined };
  }
  if (isJsonObject(value)) return literalObject(Object.entries(value));
  return { kind: "literal", value: value as string | number | boolean };
}

function literalObject(entries: readonly [string, JsonValue][]): Type {
  if (entries.length === 0) return anyObject;
  const members = entries.map(([key, value]) => ({
    key,
    type: literalType(value),
    isOptional: false,
    source: undefined,
  }));
  return { kind: "object", bases: [], members, indexes: [] };
}

function meet(left: Type, right: Type): Type {
  if (left.kind === "unknown" || isDeepStrictEqual(left, right)) return right;
  if (right.kind === "unknown") return left;
  if (left.kind === "never" || right.kind === "never") return neverType;
  if (left.kind === "union" && isScalarUnion(left))
    return uniteTypes(left.members.map((each) => meet(each, right)));
  if (right.kind === "union" && isScalarUnion(right))
    return uniteTypes(right.members.map((each) => meet(left, each)));
  if (isScalar(left) && isScalar(right)) {
    if (absorbs(left, right)) return right;
    return absorbs(right, left) ? left : neverType;
  }
  if (isScalar(left) ? isStructure(right) : isStructure(left) && isScalar(right)) return neverType;
  const members = [left, right].flatMap((type) => (type.kind === "intersection" ? type.members : [type]));
  return { kind: "intersection", members };
}

function isScalar({ kind }: Type): boolean {
  return kind === "primitive" || kind === "literal";
}

function isScalarUnion(type: Extract<Type, { kind: "union" }>): boolean {
  return type.members.every(isScalar);
}

function isStructure({ kind }: Type): boolean {
  return kind === "object" || kind === "array" || kind === "tuple";
}

function absorbs(wider: Type, narrower: Type): boolean {
  return isDeepStrictEqual(wider, narrower) || absorbsStrictly(wider, narrower);
}

function absorbsStrictly(wider: Type, narrower: Type): boolean {
  return wider.kind === "primitive" && narrower.kind === "literal" && typeof narrower.value === wider.name;
}

function joinBooleans(members: readonly Type[]): readonly Type[] {
  const isBoolean = (type: Type): boolean => type.kind === "literal" && typeof type.value === "boolean";
  if (members.filter(isBoolean).length < 2) return members;
  const first = members.findIndex(isBoolean);
  return members.flatMap((type, index) => {
    if (!isBoolean(type)) return [type];
    return index === first ? [wholeTypes.boolean] : [];
  });
}

function singleOr(kind: "union", members: readonly Type[]): Type {
  const [only, ...others] = members;
  if (only === undefined) return neverType;
  return others.length === 0 ? only : { kind, members };
}
