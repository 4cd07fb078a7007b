import { areEqualTypes, asTuple, intersectTypes, isList, neverType, uniteTypes } from "./algebra.js";
import type { Member, ObjectType, TupleType, Type } from "./type-model.js";

/** The type that stands behind a reference to what has no name, where that is known. */
export type Resolve = (type: Type) => Type;

/** More members than this are not compared with each other. */
const memberBudget = 256;

/** No more members than this are written out anew for each object of a union. */
const shareBudget = 4;

/**
 * The union of what several cases admit, by two laws more: what another admits altogether vanishes, and objects that differ in one
 * member are one with the union of it.
 */
export function uniteCases(types: readonly Type[], resolve: Resolve): Type {
  const left = types.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  if (left.length > memberBudget) return uniteTypes(left);
  const kept: Type[] = [];
  for (const type of left) {
    let added = type;
    let place = kept.length;
    for (;;) {
      const index = kept.findIndex((each) => joinTwo(each, added, resolve) !== undefined);
      const [other] = index === -1 ? [] : kept.splice(index, 1);
      if (!other) break;
      added = joinTwo(other, added, resolve) ?? added;
      place = Math.min(place - 1, index);
    }
    kept.splice(place, 0, added);
  }
  return shareMembers(uniteTypes(kept));
}

/**
 * Members that all objects of the union have alike stand once, where they are many or inherited; and so do members that vary with no
 * regard to others: two choices among three are two unions, met, and not six objects.
 */
function shareMembers(type: Type): Type {
  if (type.kind !== "union") return type;
  const bodies = type.members.flatMap((member) => (member.kind === "object" ? [member] : []));
  const [first] = bodies;
  const isAlike = (body: ObjectType): boolean =>
    body.indexes.length === 0 && body.bases.join("\n") === first?.bases.join("\n");
  if (!first || bodies.length < type.members.length || !bodies.every(isAlike)) return type;
  const columns = readColumns(bodies);
  const [shared, varying] = [true, false].map((isShared) =>
    [...columns.keys()].filter((key) => (countChoices(columns, [key]) === 1) === isShared),
  );
  const choices = partKeys(columns, varying ?? [], bodies.length);
  if ((shared ?? []).length <= shareBudget && first.bases.length === 0 && choices.length < 2) return type;
  const common = { ...restrict(first, shared ?? []), bases: first.bases };
  const isSaid = common.members.length + common.bases.length > 0;
  return intersectTypes([
    ...(isSaid ? [common] : []),
    ...choices.map((group) => uniteTypes(bodies.map((body) => restrict(body, group)))),
  ]);
}

/** What stands under each key, body by body: the same text for the same member, an empty one where there is none. */
type Columns = ReadonlyMap<string, readonly string[]>;

function readColumns(bodies: readonly ObjectType[]): Columns {
  const columns = new Map<string, string[]>();
  bodies.forEach(({ members }, index) => {
    for (const { key, type, isOptional } of members) {
      const column = columns.get(key) ?? bodies.map(() => "");
      column[index] = JSON.stringify([type, isOptional]);
      columns.set(key, column);
    }
  });
  return columns;
}

/** The keys in groups, of which each varies with no regard to the others; all in one where that cannot be said. */
function partKeys(columns: Columns, keys: readonly string[], count: number): readonly (readonly string[])[] {
  let groups: readonly (readonly string[])[] = [];
  for (const key of keys) {
    const own = countChoices(columns, [key]);
    const bound = groups.filter(
      (group) => countChoices(columns, [...group, key]) < countChoices(columns, group) * own,
    );
    groups = [...groups.filter((group) => !bound.includes(group)), [...bound.flat(), key]];
  }
  const product = groups.reduce((before, group) => before * countChoices(columns, group), 1);
  // An object of no members would be any object.
  const areSaid = groups.every((group) => !listChoices(columns, group).has(group.map(() => "").join("\n")));
  return product === count && areSaid ? groups : [keys];
}

/** How many ways there are to have members under the keys. */
function countChoices(columns: Columns, keys: readonly string[]): number {
  return listChoices(columns, keys).size;
}

function listChoices(columns: Columns, keys: readonly string[]): ReadonlySet<string> {
  const rows = keys.map((key) => columns.get(key) ?? []);
  return new Set((rows[0] ?? []).map((_, index) => rows.map((column) => column[index] ?? "").join("\n")));
}

/** The members under the keys alone, in the order of the keys. */
function restrict(body: ObjectType, keys: readonly string[]): ObjectType {
  const members = membersByKey(body);
  return { ...body, bases: [], members: keys.flatMap((key) => members.get(key) ?? []) };
}

/** The one type that is the union of both; undefined where they are best said apart. */
function joinTwo(left: Type, right: Type, resolve: Resolve): Type | undefined {
  if (includesType(left, right, resolve)) return left;
  if (includesType(right, left, resolve)) return right;
  return left.kind === "object" && right.kind === "object" ? joinObjects(left, right) : undefined;
}

/** Whether everything that `narrower` admits, `wider` admits; false where that is not seen. */
function includesType(outer: Type, inner: Type, resolve: Resolve): boolean {
  const [wider, narrower] = [resolve(outer), resolve(inner)];
  if (wider.kind === "unknown" || narrower.kind === "never" || areEqualTypes(wider, narrower)) return true;
  if (narrower.kind === "union") return narrower.members.every((each) => includesType(wider, each, resolve));
  if (wider.kind === "union") return wider.members.some((each) => includesType(each, narrower, resolve));
  if (wider.kind === "open-string") return isKnownTo(wider.values, narrower);
  if (wider.kind === "primitive") return narrower.kind === "literal" && typeof narrower.value === wider.name;
  if (wider.kind === "object" && narrower.kind === "object") return includesObject(wider, narrower, resolve);
  return isList(wider) && isList(narrower) && includesList(asTuple(wider), asTuple(narrower), resolve);
}

/** Whether nothing that the other type lists goes unsaid where an open string stands for both. */
function isKnownTo(values: readonly string[], narrower: Type): boolean {
  if (narrower.kind === "open-string") return narrower.values.every((value) => values.includes(value));
  if (narrower.kind === "literal") return values.some((value) => value === narrower.value);
  return narrower.kind === "brand" || (narrower.kind === "primitive" && narrower.name === "string");
}

/** Whether each list of the one has a length of the other, with items that it admits. */
function includesList(wider: TupleType, narrower: TupleType, resolve: Resolve): boolean {
  if (narrower.required < wider.required || (narrower.rest && !wider.rest)) return false;
  if (narrower.elements.length > wider.elements.length && !wider.rest) return false;
  const restsFit = !wider.rest || !narrower.rest || includesType(wider.rest, narrower.rest, resolve);
  const restMeets =
    !narrower.rest ||
    wider.elements
      .slice(narrower.elements.length)
      .every((each) => includesType(each, narrower.rest ?? each, resolve));
  return (
    restsFit &&
    restMeets &&
    narrower.elements.every((each, index) =>
      includesType(wider.elements[index] ?? wider.rest ?? neverType, each, resolve),
    )
  );
}

function includesObject(wider: ObjectType, narrower: ObjectType, resolve: Resolve): boolean {
  if (!wider.bases.every((base) => narrower.bases.includes(base))) return false;
  const areIndexesMet = wider.indexes.every(
    (index) => isFree(index) || narrower.indexes.some((each) => areSame(each, index)),
  );
  const others = membersByKey(narrower);
  return (
    areIndexesMet && wider.members.every((member) => includesMember(member, others.get(member.key), resolve))
  );
}

/** The index of all keys that says nothing. */
function isFree({ template, type }: ObjectType["indexes"][number]): boolean {
  return template === undefined && type.kind === "unknown";
}

function areSame(left: ObjectType["indexes"][number], right: ObjectType["indexes"][number]): boolean {
  return (
    areEqualTypes(left.type, right.type) && JSON.stringify(left.template) === JSON.stringify(right.template)
  );
}

function includesMember(wider: Member, narrower: Member | undefined, resolve: Resolve): boolean {
  if (narrower === undefined) return wider.isOptional && wider.type.kind === "unknown";
  return (wider.isOptional || !narrower.isOptional) && includesType(wider.type, narrower.type, resolve);
}

/** Both as one, where all but one member is alike. */
function joinObjects(left: ObjectType, right: ObjectType): Type | undefined {
  const others = membersByKey(right);
  const isAlike =
    left.members.length === right.members.length &&
    left.members.every(({ key }) => others.has(key)) &&
    left.bases.join("\n") === right.bases.join("\n") &&
    left.indexes.length === right.indexes.length &&
    left.indexes.every((index, at) => right.indexes.slice(at, at + 1).some((each) => areSame(index, each)));
  if (!isAlike) return undefined;
  const differing = left.members.filter((member) => !areAlike(member, others.get(member.key)));
  const [only, ...further] = differing;
  const other = only && others.get(only.key);
  if (!only || !other || further.length > 0) return undefined;
  const joined: Member = {
    ...only,
    type: uniteTypes([only.type, other.type]),
    isOptional: only.isOptional || other.isOptional,
    source: only.type.kind === "never" ? other.source : only.source,
  };
  return { ...left, members: left.members.map((member) => (member === only ? joined : member)) };
}

function areAlike(left: Member, right: Member | undefined): boolean {
  return right !== undefined && left.isOptional === right.isOptional && areEqualTypes(left.type, right.type);
}

function membersByKey({ members }: ObjectType): ReadonlyMap<string, Member> {
  return new Map(members.map((member) => [member.key, member]));
}
