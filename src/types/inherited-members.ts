import type { NodeId } from "../schema/schema-graph.js";
import { areEqualTypes, intersectTypes } from "./algebra.js";
import { areBasesHigh, membersAlong } from "./bases.js";
import { resolveScalars, typeOfAll } from "./members.js";
import type { Projecting } from "./projection.js";
import type { Member, Type } from "./type-model.js";

/**
 * The members with what the bases say of the same keys beyond the schemas of properties, as their negations and conditions do: an
 * interface that extends them must not take it back.
 */
export function meetInherited(
  projecting: Projecting,
  bases: readonly NodeId[],
  members: readonly Member[],
): readonly Member[] {
  if (members.length === 0) return members;
  return bases.reduce((met, base) => meetBase(projecting, base, met), members);
}

function meetBase(projecting: Projecting, base: NodeId, members: readonly Member[]): readonly Member[] {
  const inherited = membersAlong(projecting, base);
  const isHigh = areBasesHigh(projecting, { bases: [base] });
  return members.map((member) => {
    const other = inherited.get(member.key);
    if (!other) return member;
    const isOptional = member.isOptional && other.isOptional;
    if (isHigh) return { ...member, isOptional, type: meetScalars(projecting, member.type, other.type) };
    const stated = typeOfAll(projecting, projecting.facts.propertySchemas(base, member.key));
    if (isOptional === member.isOptional && areEqualTypes(other.type, stated)) return member;
    return { ...member, isOptional, type: intersectTypes([member.type, other.type]) };
  });
}

/** What has been met many times over must not grow by it. */
function meetScalars(projecting: Projecting, ...types: readonly Type[]): Type {
  return intersectTypes(types.map((type) => resolveScalars(projecting, type)));
}
