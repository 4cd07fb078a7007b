import type { JsonType } from "../schema/type-set.js";
import type { DeclarationId, TupleType, Type } from "./type-model.js";

export const unknownType: Type = { kind: "unknown" };
export const neverType: Type = { kind: "never" };
/** Any object; an empty interface would admit strings. */
export const anyObject: Type = {
  kind: "object",
  bases: [],
  members: [],
  indexes: [{ template: undefined, type: unknownType }],
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

export function areEqualTypes(left: Type, right: Type): boolean {
  return left === right || (left.kind === right.kind && identityOf(left) === identityOf(right));
}

/** Whether the type is that of any object, and says nothing more. */
export function isAnyObject(type: Type): boolean {
  if (type.kind !== "object" || type.bases.length + type.members.length > 0) return false;
  const [index, ...others] = type.indexes;
  return index?.template === undefined && index?.type.kind === "unknown" && others.length === 0;
}

/**
 * The union, by its laws: unions within it are spread, `never` vanishes, `unknown` absorbs, equal members are one, a literal
 * vanishes beside its primitive, open strings are one that knows all strings listed, and `true | false` is `boolean`. Linear in the
 * number of members.
 */
export function uniteTypes(types: readonly Type[]): Type {
  const [first] = types;
  if (first && types.length === 1 && first.kind !== "union" && first.kind !== "open-string") return first;
  const members = new Map<string, Type>();
  for (const type of types.flatMap((each) => (each.kind === "union" ? each.members : [each]))) {
    if (type.kind === "unknown") return unknownType;
    const identity = identityOf(type);
    if (type.kind !== "never" && !members.has(identity)) members.set(identity, type);
  }
  const [only, ...others] = joinBooleans(dropAbsorbed(joinStrings([...members.values()])));
  if (only === undefined) return neverType;
  return others.length === 0 ? only : { kind: "union", members: [only, ...others] };
}

/**
 * The intersection, by its laws: `unknown` vanishes, `never` absorbs, equal members are one, scalars and unions of scalars meet,
 * a scalar and a structure have nothing in common, and any object or array yields to one that says more.
 */
export function intersectTypes(types: readonly Type[]): Type {
  const [first = unknownType, ...others] = types;
  return others.reduce(meet, first);
}

function meet(left: Type, right: Type): Type {
  if (left.kind === "unknown" || right.kind === "never") return right;
  if (right.kind === "unknown" || left.kind === "never") return left;
  if (areEqualTypes(left, right)) return left;
  const [lefts, rights] = [scalarsOf(left), scalarsOf(right)];
  if (lefts && rights)
    return uniteTypes(lefts.flatMap((one) => rights.map((other) => meetScalars(one, other))));
  if (lefts && right.kind === "union") return uniteTypes(right.members.map((each) => meet(left, each)));
  if (rights && left.kind === "union") return uniteTypes(left.members.map((each) => meet(each, right)));
  if (lefts ? isStructure(right) : rights && isStructure(left)) return neverType;
  if (isWholeOf(left, right)) return right;
  if (isWholeOf(right, left)) return left;
  if (isList(left) && isList(right)) return meetLists(left, right);
  return joinIntersection([left, right]);
}

function joinIntersection(types: readonly Type[]): Type {
  const members = types.flatMap((type) => (type.kind === "intersection" ? type.members : [type]));
  return {
    kind: "intersection",
    members: [...new Map(members.map((type) => [identityOf(type), type])).values()],
  };
}

type List = Extract<Type, { kind: "array" | "tuple" }>;

export function isList(type: Type): type is List {
  return type.kind === "array" || type.kind === "tuple";
}

/** Item by item; compilers resolve an intersection of arrays too early where it holds itself. */
function meetLists(left: List, right: List): Type {
  if (left.kind === "array" && right.kind === "array") {
    return { kind: "array", item: meet(left.item, right.item) };
  }
  const [first, second] = [asTuple(left), asTuple(right)];
  const rest = first.rest && second.rest && meet(first.rest, second.rest);
  const longest = Math.max(first.elements.length, second.elements.length);
  const elements: Type[] = [];
  for (let index = 0; index < longest; index++) {
    const [one, other] = [first, second].map((list) => list.elements[index] ?? list.rest);
    if (!one || !other) break;
    elements.push(meet(one, other));
  }
  const required = Math.max(first.required, second.required);
  return required > elements.length ? neverType : { kind: "tuple", elements, required, rest };
}

export function asTuple(list: List): TupleType {
  return list.kind === "tuple" ? list : { kind: "tuple", elements: [], required: 0, rest: list.item };
}

function meetScalars(left: Type, right: Type): Type {
  if (left.kind === "brand" && right.kind === "brand") {
    return { kind: "brand", formats: [...new Set([...left.formats, ...right.formats])].sort() };
  }
  if (left.kind === "open-string") return meetOpen(left, right);
  if (right.kind === "open-string") return meetOpen(right, left);
  if (areEqualTypes(left, right) || includesScalar(left, right)) return right;
  return includesScalar(right, left) ? left : neverType;
}

/** Beside other open strings those are known that both know; beside a brand, which no literal has, the known ones stay apart. */
function meetOpen(open: OpenString, other: Type): Type {
  if (jsonTypeOfScalar(other) !== "string") return neverType;
  if (other.kind === "open-string") {
    const known = new Set(other.values);
    return openString(open.values.filter((value) => known.has(value)));
  }
  if (other.kind !== "brand") return other.kind === "literal" ? other : open;
  return uniteTypes([...open.values.map((value): Type => ({ kind: "literal", value })), other]);
}

/** The scalars that the type is, alone or as a union; undefined where it is more. */
function scalarsOf(type: Type): readonly Type[] | undefined {
  const members = type.kind === "union" ? type.members : [type];
  return members.every(isScalar) ? members : undefined;
}

export function isScalar({ kind }: Type): boolean {
  return kind === "primitive" || kind === "literal" || kind === "brand" || kind === "open-string";
}

function isStructure({ kind }: Type): boolean {
  return kind === "object" || kind === "array" || kind === "tuple";
}

/** Whether `whole` is every object or every array, and `type` some of them. */
function isWholeOf(whole: Type, type: Type): boolean {
  if (isAnyObject(whole)) return type.kind === "object";
  return areEqualTypes(whole, anyArray) && (type.kind === "array" || type.kind === "tuple");
}

/** Whether the one is all of a JSON type, and the other a value of it; or a branded string, and one that a schema lists. */
function includesScalar(wider: Type, narrower: Type): boolean {
  const [whole, part] = [wider, narrower].map(jsonTypeOfScalar);
  if (whole !== part) return false;
  return wider.kind === "primitive" || (wider.kind === "brand" && narrower.kind === "literal");
}

function jsonTypeOfScalar(type: Type): string | undefined {
  if (type.kind === "primitive") return type.name;
  if (type.kind === "brand" || type.kind === "open-string") return "string";
  return type.kind === "literal" ? typeof type.value : undefined;
}

function dropAbsorbed(members: readonly Type[]): readonly Type[] {
  const primitives = new Set(members.map((type) => (type.kind === "primitive" ? type.name : undefined)));
  return members.filter(
    (type) =>
      (type.kind !== "literal" && type.kind !== "brand") ||
      !primitives.has(jsonTypeOfScalar(type) as "string"),
  );
}

type OpenString = Extract<Type, { kind: "open-string" }>;

/** Any string, of which the values are known. */
export function openString(values: readonly string[]): Type {
  return values.length === 0 ? wholeTypes.string : { kind: "open-string", values };
}

/** All strings as one, where one of them is open: it admits every string, and knows those that any of them lists. */
function joinStrings(members: readonly Type[]): readonly Type[] {
  if (!members.some(({ kind }) => kind === "open-string")) return members;
  const isString = (type: Type): boolean => jsonTypeOfScalar(type) === "string";
  const values = new Set(members.flatMap(knownStrings));
  const first = members.findIndex(isString);
  return members.flatMap((type, index) => {
    if (!isString(type)) return [type];
    return index === first ? [openString([...values])] : [];
  });
}

function knownStrings(type: Type): readonly string[] {
  if (type.kind === "open-string") return type.values;
  return type.kind === "literal" && typeof type.value === "string" ? [type.value] : [];
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

/** Equal for equal types, and only for them. */
function identityOf(type: Type): string {
  // What there is most of; no JSON of a type begins so.
  if (type.kind === "reference") return `#${type.target}`;
  return type.kind === "literal" ? `=${JSON.stringify(type.value)}` : JSON.stringify(type);
}
