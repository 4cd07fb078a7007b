import { keywordsOf } from "../facts/conjuncts.js";
import type { NodeId } from "../schema/schema-graph.js";
import { allTypes } from "../schema/type-set.js";
import { anyObject, intersectTypes, neverType, referTo } from "./algebra.js";
import type { Parts } from "./bases.js";
import { areBasesHigh, findConflicts, membersAlong } from "./bases.js";
import type { KeySpace } from "./case-members.js";
import { CaseMembers, namedKeys } from "./case-members.js";
import type { Case } from "./case.js";
import { hasIndexes, indexesOf, isClosed } from "./index-signatures.js";
import { meetInherited } from "./inherited-members.js";
import { membersAt } from "./members.js";
import { isMixed } from "./mixed-intersections.js";
import type { Projecting } from "./projection.js";
import type { IndexSignature, Member, ObjectType, Type } from "./type-model.js";

/**
 * The objects of a case; `anyObject` where it says nothing. Bases that an interface may extend are extended; others, and what cannot
 * stand beside each other in one body, are met.
 */
export function objectTypeOf(projecting: Projecting, of: Case, parts: Parts): Type {
  const { facts } = projecting;
  const about = new CaseMembers(projecting, of, parts);
  const membersFor = (keys: readonly string[]): readonly Member[] =>
    // Where nothing is named, a long chain of conjuncts need not be walked.
    keys.length === 0 ? [] : membersAt(projecting, about, new Set(keys));
  const spaces = about.allowedKeys ? [] : dropIdle(projecting, about.spaces);
  const named = membersFor(ownKeys(projecting, of, parts, about));
  const own = meetInherited(projecting, parts.bases, named);
  // What must be there, and can be nothing, leaves no object.
  if (own.some(({ type, isOptional }) => type.kind === "never" && !isOptional)) return neverType;
  const { extended, members } = extendBases(projecting, parts, own, membersFor);
  const [first, ...further] = spaces.filter((space) => hasIndexes(projecting, space));
  // An inherited member need not fit an index signature.
  const beside = first && extended.length === 0 ? indexesOf(projecting, first, members) : [];
  const isOneBody = [...beside, ...members].every(({ type }) => !isMixed(facts, type));
  const apart = first && (extended.length > 0 || !isOneBody) ? [first, ...further] : further;
  const leavesNothing = about.allowedKeys
    ? about.allowedKeys.size === 0
    : spaces.some((space) => isClosed(projecting, space) && space.names.length + space.patterns.length === 0);
  const isEmpty = leavesNothing && members.length + beside.length + apart.length + parts.bases.length === 0;
  return intersectTypes([
    nameOnly({
      kind: "object",
      bases: extended,
      members,
      indexes: isEmpty ? [noKey] : isOneBody ? beside : [],
    }),
    ...parts.bases.filter((id) => !extended.includes(id)).map(referTo),
    ...apart.flatMap((space) => indexesApart(projecting, space, membersFor(space.names))),
  ]);
}

/** Without those that leave all other keys free, where another leaves none. */
function dropIdle(projecting: Projecting, spaces: readonly KeySpace[]): readonly KeySpace[] {
  if (!spaces.some((space) => isClosed(projecting, space))) return spaces;
  const isIdle = ({ patterns, others }: KeySpace): boolean =>
    patterns.length === 0 && others !== undefined && projecting.facts.wholeTypes(others) === allTypes;
  return spaces.filter((space) => !isIdle(space));
}

/** What an object has that may have nothing. */
const noKey: IndexSignature = { template: undefined, type: neverType };

/** The bodies of the cases of one node, where they are several: what one alone may have, the others that are closed say not to have. */
export function closeCases(
  projecting: Projecting,
  bodies: readonly { readonly of: Case; readonly parts: Parts; readonly type: Type }[],
): readonly Type[] {
  const keys = new Set(
    bodies.flatMap(({ type }) => (type.kind === "object" ? type.members.map(({ key }) => key) : [])),
  );
  return bodies.map(({ of, parts, type }) => {
    // An index signature would have to admit what is added.
    if (type.kind !== "object" || type.bases.length + type.indexes.length > 0) return type;
    const about = new CaseMembers(projecting, of, parts);
    const known = new Set(type.members.map(({ key }) => key));
    const missing = [...keys].filter((key) => !known.has(key));
    const added = membersAt(projecting, about, missing).filter((member) => member.type.kind === "never");
    return added.length === 0 ? type : { ...type, members: [...type.members, ...added] };
  });
}

/** The bodies that the body extends, and its members: its own, and those on which bases disagree. */
function extendBases(
  projecting: Projecting,
  { bases, isBound }: Parts,
  own: readonly Member[],
  membersFor: (keys: readonly string[]) => readonly Member[],
): { extended: readonly NodeId[]; members: readonly Member[] } {
  if (bases.length === 0) return { extended: bases, members: own };
  const mixed = own.filter(({ type }) => isMixed(projecting.facts, type));
  const extended = bases.filter((id) => {
    if (isBound || !projecting.done.get(id)?.isExtendable) return false;
    const inherited = mixed.length > 0 ? membersAlong(projecting, id) : new Map<string, Member>();
    return !mixed.some(({ key }) => inherited.has(key));
  });
  const known = new Set(own.map(({ key }) => key));
  const disputed = membersFor(findConflicts(projecting, extended).filter((key) => !known.has(key)));
  const conflicts = meetInherited(projecting, extended, disputed);
  const isSafe = conflicts.every(({ type }) => !isMixed(projecting.facts, type));
  return isSafe
    ? { extended, members: [...own, ...conflicts] }
    : { extended: extended.slice(0, 1), members: own };
}

/** A body that says nothing of its own is its one base, or any object. */
function nameOnly(body: ObjectType): Type {
  const [base, ...others] = body.bases;
  if (body.members.length + body.indexes.length + others.length > 0) return body;
  return base === undefined ? anyObject : referTo(base);
}

/** The index signatures of one space in a body of their own, or in one each where they may not be seen to fit. */
function indexesApart(projecting: Projecting, space: KeySpace, claimed: readonly Member[]): readonly Type[] {
  const indexes = indexesOf(projecting, space, claimed);
  const isMixedUp = indexes.some(({ type }) => isMixed(projecting.facts, type));
  const bodies = isMixedUp ? indexes.map((index) => [index]) : [indexes];
  return bodies.map((each): Type => ({ kind: "object", bases: [], members: [], indexes: each }));
}

/** The keys that the case names, demands or forbids. */
function ownKeys(
  projecting: Projecting,
  { present, absent, excluded }: Case,
  { inline, bases }: Parts,
  about: CaseMembers,
): string[] {
  const { graph } = projecting;
  const schemas = inline.map((id) => keywordsOf(graph, id));
  const inherited = new Set(listInherited(projecting, bases));
  const demanded = [...schemas.flatMap((schema) => schema.required ?? []), ...present];
  // What is said of all keys is said of those, too, that bases name.
  const based =
    bases.length > 0 && about.spaces.length > 0 ? listNamesWithMore(projecting, bases, about) : [];
  return [
    ...schemas.flatMap(namedKeys),
    ...demanded.filter((key) => !inherited.has(key)),
    ...based,
    ...(about.allowedKeys ?? []),
    ...excluded.keys(),
    ...absent,
  ];
}

/** The keys that the bases require. */
function listInherited(projecting: Projecting, bases: readonly NodeId[]): readonly string[] {
  if (!areBasesHigh(projecting, { bases }))
    return bases.flatMap((base) => [...projecting.facts.requiredKeys(base)]);
  const members = bases.flatMap((base) => [...membersAlong(projecting, base).values()]);
  return members.filter(({ isOptional }) => !isOptional).map(({ key }) => key);
}

/** The keys that the bases name, and of which they do not say all. */
function listNamesWithMore(
  projecting: Projecting,
  bases: readonly NodeId[],
  about: CaseMembers,
): readonly string[] {
  const { graph, facts } = projecting;
  if (areBasesHigh(projecting, { bases })) {
    const known = bases.flatMap((base) => [...membersAlong(projecting, base).keys()]);
    return [...new Set(known)].filter((key) => about.claimsOf(key).length > 0);
  }
  const names = bases
    .flatMap((base) => facts.conjuncts(base))
    .flatMap((id) => namedKeys(keywordsOf(graph, id)));
  return [...new Set(names)].filter((key) => {
    const inherited = new Set(bases.flatMap((base) => facts.propertySchemas(base, key)));
    return about.claimsOf(key).some((id) => !inherited.has(id));
  });
}
