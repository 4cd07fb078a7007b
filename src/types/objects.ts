import { keywordsOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { anyObject, intersectTypes, referTo } from "./algebra.js";
import type { Parts } from "./bases.js";
import { findConflicts, membersAlong } from "./bases.js";
import { forbiddenKeys } from "./forbidden-keys.js";
import { hasIndexes, indexesOf } from "./index-signatures.js";
import { namesOf } from "./keys.js";
import { membersAt } from "./members.js";
import { isMixed } from "./mixed-intersections.js";
import type { Projecting } from "./projection.js";
import type { Member, ObjectType, Type } from "./type-model.js";

/**
 * The objects that the parts of `node` admit together; `anyObject` where they say nothing. Bases that an interface may extend are
 * extended; others, and what cannot stand beside each other in one body, are met.
 */
export function objectTypeOf(projecting: Projecting, node: NodeId, parts: Parts): Type {
  const { graph, facts } = projecting;
  const schemas = parts.inline.map((id) => keywordsOf(graph, id));
  const membersFor = (keys: readonly string[]): readonly Member[] => {
    // Where nothing is named, a long chain of conjuncts need not be walked.
    if (keys.length === 0) return [];
    return membersAt(projecting, node, parts.isBound ? parts.inline : facts.conjuncts(node), new Set(keys));
  };
  const own = membersFor(ownKeys(projecting, schemas, parts.bases));
  const { extended, members } = extendBases(projecting, parts, own, membersFor);
  const [first, ...further] = schemas.filter((schema) => hasIndexes(projecting, schema));
  // An inherited member need not fit an index signature.
  const beside = first && extended.length === 0 ? indexesOf(projecting, first, members) : [];
  const isOneBody = [...beside, ...members].every(({ type }) => !isMixed(facts, type));
  const apart = first && (extended.length > 0 || !isOneBody) ? [first, ...further] : further;
  return intersectTypes([
    nameOnly({ kind: "object", bases: extended, members, indexes: isOneBody ? beside : [] }),
    ...parts.bases.filter((id) => !extended.includes(id)).map(referTo),
    ...apart.flatMap((schema) => indexesApart(projecting, schema, membersFor(namedKeys(schema)))),
  ]);
}

/** The bases that the body extends, and its members: its own, and those on which bases disagree. */
function extendBases(
  projecting: Projecting,
  { bases, isBound }: Parts,
  own: readonly Member[],
  membersFor: (keys: readonly string[]) => readonly Member[],
): { extended: readonly NodeId[]; members: readonly Member[] } {
  const mixed = own.filter(({ type }) => isMixed(projecting.facts, type));
  const extended = bases.filter((id) => {
    if (isBound || !projecting.done.get(id)?.isExtendable) return false;
    const inherited = mixed.length > 0 ? membersAlong(projecting, id) : new Map<string, Member>();
    return !mixed.some(({ key }) => inherited.has(key));
  });
  const known = new Set(own.map(({ key }) => key));
  const conflicts = membersFor(findConflicts(projecting, extended).filter((key) => !known.has(key)));
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

/** The index signatures of one schema in a body of their own, or in one each where they may not be seen to fit. */
function indexesApart(
  projecting: Projecting,
  schema: CanonicalSchema,
  claimed: readonly Member[],
): readonly Type[] {
  const indexes = indexesOf(projecting, schema, claimed);
  const isMixedUp = indexes.some(({ type }) => isMixed(projecting.facts, type));
  const bodies = isMixedUp ? indexes.map((index) => [index]) : [indexes];
  return bodies.map((each): Type => ({ kind: "object", bases: [], members: [], indexes: each }));
}

/** The keys that the schemas name, demand or forbid. */
function ownKeys(
  projecting: Projecting,
  schemas: readonly CanonicalSchema[],
  bases: readonly NodeId[],
): string[] {
  const { graph, facts } = projecting;
  const inherited = new Set(bases.flatMap((base) => [...facts.requiredKeys(base)]));
  const demanded = schemas.flatMap((schema) => schema.required ?? []).filter((key) => !inherited.has(key));
  return [
    ...schemas.flatMap(namedKeys),
    ...demanded,
    ...schemas.flatMap((schema) => forbiddenKeys(graph, schema)),
  ];
}

/** The keys that the schema gives a schema by name, or by a pattern that is a list of names. */
function namedKeys({ properties, patternProperties = [] }: CanonicalSchema): readonly string[] {
  return [
    ...(properties?.keys() ?? []),
    ...patternProperties.flatMap(({ pattern }) => namesOf(pattern) ?? []),
  ];
}
