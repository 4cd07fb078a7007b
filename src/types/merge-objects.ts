import { intersectTypes } from "./algebra.js";
import type { Member, ObjectType, Type } from "./type-model.js";

/** Whether two objects can be written as one body: index signatures and two sets of bases might contradict what is merged. */
export function canMerge(left: Type, right: Type): boolean {
  if (left.kind !== "object" || right.kind !== "object") return false;
  return left.indexes.length + right.indexes.length === 0 && left.bases.length + right.bases.length === 0;
}

/** The objects that meet both: members of either, met where both have them, and required where one requires them. */
export function mergeObjects(left: ObjectType, right: ObjectType): ObjectType {
  const others = new Map(right.members.map((member) => [member.key, member]));
  const members = left.members.map((member) => mergeMembers(member, others.get(member.key)));
  const known = new Set(left.members.map(({ key }) => key));
  return {
    kind: "object",
    bases: [],
    members: [...members, ...right.members.filter(({ key }) => !known.has(key))],
    indexes: [],
  };
}

function mergeMembers(left: Member, right: Member | undefined): Member {
  if (right === undefined) return left;
  return {
    key: left.key,
    type: intersectTypes([left.type, right.type]),
    isOptional: left.isOptional && right.isOptional,
    source: left.source ?? right.source,
  };
}
