import { areEqualTypes, intersectTypes, neverType, referTo, uniteTypes } from "./algebra.js";
import { membersAlong } from "./bases.js";
import { includesKey } from "./keys.js";
import type { Projecting } from "./projection.js";
import type { DeclarationId, Member, ObjectType, Type } from "./type-model.js";

/** What stands at a path of properties. */
export interface Cut {
  readonly path: readonly string[];
  readonly type: Type;
  readonly isOptional?: boolean;
}

/** The bases with their tags narrowed: an extended interface for one base and plain tags, an intersection otherwise. */
export function narrowBases(
  projecting: Projecting,
  bases: readonly DeclarationId[],
  cuts: readonly Cut[],
  canExtend = true,
): Type {
  const members = membersOf(cuts);
  const [base = ""] = bases;
  const isPlain =
    canExtend &&
    !bindsTags(projecting, base, cuts) &&
    bases.length === 1 &&
    cuts.every(({ path }) => path.length === 1);
  if (isPlain) return objectOf(members, bases);
  return intersectTypes([uniteTypes(bases.map(referTo)), objectOf(members)]);
}

/** Whether an object, or what it extends, has an index signature that the tags of an interface upon it may not fit. */
export function bindsTags(projecting: Projecting, base: DeclarationId, cuts: readonly Cut[]): boolean {
  const stack = [base];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const type = projecting.done.get(id)?.type;
    if (type?.kind === "reference") stack.push(type.target);
    if (type?.kind !== "object") continue;
    if (cuts.some((cut) => bindsTag(projecting, type, cut))) return true;
    stack.push(...type.bases);
  }
  return false;
}

/** Whether the tag may not fit what an index signature says of it. What the member of its key has fits it. */
function bindsTag(
  projecting: Projecting,
  { members, indexes }: ObjectType,
  { path: [key = ""], type: tag }: Cut,
): boolean {
  const own = members.find((member) => member.key === key);
  if (own && includesTag(projecting, own.type, tag)) return false;
  return indexes.some(
    ({ template, type }) =>
      (template === undefined || includesKey(template, key)) && !includesTag(projecting, type, tag),
  );
}

/** Whether a type certainly has all of the tag: anything, the same, or all texts, numbers or booleans. */
function includesTag(projecting: Projecting, type: Type, tag: Type): boolean {
  const kind = tag.kind === "literal" ? typeof tag.value : "string";
  return listAlternatives(projecting, type).some(
    (each) =>
      each.kind === "unknown" ||
      areEqualTypes(each, tag) ||
      (tag.kind !== "never" && each.kind === "primitive" && each.name === kind),
  );
}

/** The members of a union, and of those that are named in it. */
function listAlternatives({ done }: Projecting, start: Type): readonly Type[] {
  const found = new Set<Type>([start]);
  for (const type of found) {
    if (type.kind === "union") for (const member of type.members) found.add(member);
    const target = type.kind === "reference" ? done.get(type.target)?.type : undefined;
    if (target) found.add(target);
  }
  return [...found].filter(({ kind }) => kind !== "union" && kind !== "reference");
}

/** A type without those of its alternatives that have other tags, and the rest with the tags narrowed. */
export function narrowType(projecting: Projecting, type: Type, cuts: readonly Cut[]): Type {
  if (cuts.length === 0) return type;
  if (type.kind === "union")
    return uniteTypes(type.members.map((member) => narrowType(projecting, member, cuts)));
  if (type.kind === "intersection") return narrowParts(projecting, type.members, cuts);
  if (type.kind === "object") return narrowObject(projecting, type, cuts);
  return type.kind === "reference" ? narrowReference(projecting, type, cuts) : type;
}

/** By its name, and what that does not say. */
function narrowReference(
  projecting: Projecting,
  type: Extract<Type, { kind: "reference" }>,
  cuts: readonly Cut[],
): Type {
  const target = projecting.done.get(type.target)?.type;
  if (target && narrowType(projecting, target, cuts).kind === "never") return neverType;
  const members = membersAlong(projecting, type.target);
  const unsaid = cuts.filter(({ path, type: tag }) => {
    const own = members.get(path[0] ?? "");
    return path.length > 1 || !own || own.isOptional || !areEqualTypes(own.type, tag);
  });
  return unsaid.length === 0 ? type : intersectTypes([type, objectOf(membersOf(unsaid))]);
}

/** Each part that has a member for a tag narrowed; all met with the tags where none has. */
function narrowParts(projecting: Projecting, parts: readonly Type[], cuts: readonly Cut[]): Type {
  const keys = new Set(cuts.map(({ path: [key = ""] }) => key));
  const having = parts.filter((part) => hasMember(projecting, part, keys));
  if (having.length === 0) return intersectTypes([...parts, objectOf(membersOf(cuts))]);
  return intersectTypes(
    parts.map((part) => (having.includes(part) ? narrowType(projecting, part, cuts) : part)),
  );
}

/** Whether a type, or a part of it, has a member of one of the keys. */
function hasMember(projecting: Projecting, type: Type, keys: ReadonlySet<string>): boolean {
  if (type.kind === "union" || type.kind === "intersection")
    return type.members.some((member) => hasMember(projecting, member, keys));
  const members =
    type.kind === "reference" ? [...membersAlong(projecting, type.target).values()] : listMembers(type);
  return members.some(({ key }) => keys.has(key));
}

function listMembers(type: Type): readonly Member[] {
  return type.kind === "object" ? type.members : [];
}

function narrowObject(projecting: Projecting, type: ObjectType, cuts: readonly Cut[]): Type {
  const apart: Cut[] = [];
  let members = type.members;
  for (const cut of cuts) {
    const [key = "", ...rest] = cut.path;
    const own = members.find((member) => member.key === key);
    if (rest.length === 0 && own && excludes(projecting, own.type, cut.type)) return neverType;
    // What a tag is narrowed to may not fit an index signature.
    if (rest.length > 0 || bindsTag(projecting, type, cut)) apart.push(cut);
    else {
      const narrowed: Member = { ...memberOf(key, cut.type, cut.isOptional), source: own?.source };
      members = own ? members.map((member) => (member === own ? narrowed : member)) : [...members, narrowed];
    }
  }
  const narrowed = { ...type, members };
  return apart.length === 0 ? narrowed : intersectTypes([narrowed, objectOf(membersOf(apart))]);
}

/** Whether a type lists literals, and another is none of them. */
function excludes(projecting: Projecting, type: Type, tag: Type): boolean {
  const listed = listAlternatives(projecting, type);
  if (tag.kind !== "literal" || !listed.every(({ kind }) => kind === "literal")) return false;
  return !listed.some((each) => each.kind === "literal" && each.value === tag.value);
}

/** A member for each first key of the paths, objects nested as they go on. */
export function membersOf(cuts: readonly Cut[]): readonly Member[] {
  const keys = new Set(cuts.map(({ path: [key = ""] }) => key));
  return [...keys].map((key) => {
    const own = cuts.filter(({ path: [first] }) => first === key);
    const ending = own.filter(({ path }) => path.length === 1);
    const inner = own.flatMap(({ path: [, ...rest], type }) =>
      rest.length > 0 ? [{ path: rest, type }] : [],
    );
    const types = [
      ...ending.map(({ type }) => type),
      ...(inner.length > 0 ? [objectOf(membersOf(inner))] : []),
    ];
    const isOptional = own.length > 0 && own.every((cut) => cut.isOptional === true);
    return memberOf(key, intersectTypes(types), isOptional);
  });
}

/** Required, unless it is there to be absent. */
function memberOf(key: string, type: Type, isOptional = false): Member {
  return { key, type, isOptional: isOptional || type.kind === "never", source: undefined };
}

export function objectOf(members: readonly Member[], bases: readonly DeclarationId[] = []): ObjectType {
  return { kind: "object", bases, members, indexes: [] };
}
