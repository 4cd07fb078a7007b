import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { anyObject, areEqualTypes, isAnyObject } from "./algebra.js";
import { objects } from "./case.js";
import type { Projecting } from "./projection.js";
import type { Member } from "./type-model.js";

/** The schemas whose keywords are written into a type, and the definitions that it includes by name instead. */
export interface Parts {
  /** Whether nothing that references lead to may be written in; see `isBoundToNames`. */
  readonly isBound: boolean;
  readonly inline: readonly NodeId[];
  /** Of objects alone. */
  readonly bases: readonly NodeId[];
  /** Of several types, where they cannot be written in. */
  readonly mixed: readonly NodeId[];
}

/** Parts all conjuncts of `starts`: definitions that are objects become bases, others are written in where they can be. */
export function partConjuncts(projecting: Projecting, starts: readonly NodeId[]): Parts {
  const { graph, facts, shapers } = projecting;
  if (standsAlone(graph, starts)) {
    const isBound = starts.some((start) => isBoundToNames(projecting, start));
    return { isBound, inline: starts, bases: none, mixed: none };
  }
  const inline = new Set<NodeId>();
  const bases = new Set<NodeId>();
  const mixed = new Set<NodeId>();
  const isBound = starts.some((start) => isBoundToNames(projecting, start));
  const stack = starts.toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const isSkipped = !starts.includes(next) && !isBound && shapers.has(next);
    const id = isSkipped ? shapers.get(next) : next;
    if (id === undefined || inline.has(id)) continue;
    const isDefinition = !starts.includes(id) && isReferredTo(projecting, id);
    if (isDefinition && facts.types(id) === objects) bases.add(followNames(projecting, id));
    else if (isDefinition && isBound) mixed.add(facts.resolve(id));
    else {
      inline.add(id);
      const { $ref, allOf } = keywordsOf(graph, id);
      stack.push(...(allOf ?? []).toReversed());
      if ($ref !== undefined) stack.push($ref);
    }
  }
  return { isBound, inline: [...inline], bases: dropIncluded(projecting, [...bases]), mixed: [...mixed] };
}

const none: readonly NodeId[] = [];

/** Whether it is one schema to which no other is added. */
function standsAlone(graph: SchemaGraph, [start, ...others]: readonly NodeId[]): boolean {
  if (start === undefined || others.length > 0) return false;
  const { $ref, allOf } = keywordsOf(graph, start);
  return $ref === undefined && allOf === undefined;
}

/** The parts with those of more schemas that apply beside them. */
export function joinParts(projecting: Projecting, parts: Parts, added: Parts): Parts {
  return {
    isBound: parts.isBound || added.isBound,
    inline: [...new Set([...parts.inline, ...added.inline])],
    bases: dropIncluded(projecting, [...new Set([...parts.bases, ...added.bases])]),
    mixed: [...new Set([...parts.mixed, ...added.mixed])],
  };
}

/**
 * Whether what references lead to can only stand by its name in the type of a node: where the node may have none itself and holds
 * itself, writing it in would never end.
 */
export function isBoundToNames({ graph, facts }: Projecting, id: NodeId): boolean {
  return nodeOf(graph, id).parent !== undefined && facts.isRecursive(id);
}

/** Whether the node is a definition, the target of a reference, or called or typed by its author, and so has a name. */
export function isReferredTo({ graph, targets }: Projecting, id: NodeId): boolean {
  const { parent, annotations } = nodeOf(graph, id);
  const isGiven = (annotations.typescriptName ?? annotations.typescriptType) !== undefined;
  return parent === undefined || isGiven || targets.has(id);
}

/** The node that stands behind types which are another one by name and nothing else. */
function followNames({ done }: Projecting, start: NodeId): NodeId {
  let id = start;
  for (let type = done.get(id)?.type; type?.kind === "reference"; type = done.get(id)?.type) id = type.target;
  return id;
}

/** Without those that say nothing, and those that another of them includes. */
function dropIncluded({ facts, done }: Projecting, bases: readonly NodeId[]): readonly NodeId[] {
  const telling = bases.filter((id) => !isAnyObject(done.get(id)?.type ?? anyObject));
  if (telling.length < 2) return telling;
  const included = new Set(telling.flatMap((id) => facts.conjuncts(id).filter((each) => each !== id)));
  return telling.filter((id) => !included.has(id));
}

/** Schemas that apply by way of each other, of which each is asked what it says of a member. */
const heightBudget = 200;

/**
 * Whether a base builds on so many others that what it says of members is taken from its type: else each link of a long chain would
 * ask all below it.
 */
export function areBasesHigh(
  { heights }: Pick<Projecting, "heights">,
  { bases }: Pick<Parts, "bases">,
): boolean {
  return bases.some((base) => (heights.get(base) ?? 0) > heightBudget);
}

/** The keys that several bases have, not all alike: an interface that extends them has to say itself what they are. */
export function findConflicts(projecting: Projecting, bases: readonly NodeId[]): readonly string[] {
  if (bases.length < 2) return [];
  const found = new Map<string, Member>();
  const conflicts = new Set<string>();
  for (const member of bases.flatMap((base) => [...membersAlong(projecting, base).values()])) {
    const other = found.get(member.key);
    if (other && !isAlike(member, other)) conflicts.add(member.key);
    found.set(member.key, member);
  }
  return [...conflicts];
}

function isAlike(left: Member, right: Member): boolean {
  return left.isOptional === right.isOptional && areEqualTypes(left.type, right.type);
}

/** The members of an extendable node with those that it inherits; its own come last, and override. */
export function membersAlong({ done }: Projecting, node: NodeId): ReadonlyMap<string, Member> {
  const chain = new Map<NodeId, readonly Member[]>();
  const stack = [node];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const type = done.get(id)?.type;
    if (type?.kind !== "object" || chain.has(id)) continue;
    chain.set(id, type.members);
    stack.push(...type.bases);
  }
  return new Map(
    [...chain.values()].toReversed().flatMap((members) => members.map((member) => [member.key, member])),
  );
}
