import { intersectTypes } from "./algebra.js";
import type { Member, ObjectType, Type } from "./type-model.js";

/** The objects that meet both: members of either, met where both have them, and required where one requires them. */
export function mergeObjects(left: ObjectType, right: ObjectType): Type {
  const others = new Map(right.members.map((member) => [member.key, member]));
  const members = left.members.map((member) => mergeMembers(member, others.get(member.key)));
  const known = new Set(left.members.map(({ key }) => key));
  const bases = [...new Set([...left.bases, ...right.bases])];
  const indexes = [...left.indexes, ...right.indexes].filter(({ type }) => type.kind !== "unknown");
  return {
    kind: "object",
    bases,
    members: [...members, ...right.members.filter(({ key }) => !known.has(key))],
    indexes,
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
