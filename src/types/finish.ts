import { keywordsOf } from "../facts/conjuncts.js";
import type { NodeId } from "../schema/schema-graph.js";
import { admits } from "../schema/type-set.js";
import { areEqualTypes, intersectTypes, uniteTypes } from "./algebra.js";
import { isReferredTo } from "./bases.js";
import { projectTogether } from "./project.js";
import type { Projecting } from "./projection.js";
import { isShaping } from "./shapers.js";
import type { Type } from "./type-model.js";

/** Schemas without names that apply to one value are one body, while they have no more members than this together. */
const memberBudget = 16;
/** Such bodies within each other, no deeper than this. */
const depthBudget = 8;

/** What is only known once all nodes are projected, since members may hold any of them. It is the same value where nothing changes. */
export function finishType(projecting: Projecting, type: Type, depth = 0): Type {
  const finish = (each: Type): Type => finishType(projecting, each, depth);
  const finishAll = (types: readonly Type[]): readonly Type[] => keepSame(types, types.map(finish));
  if (type.kind === "union") {
    const members = finishAll(type.members);
    const strengthened = keepSame(members, members.map((member) => strengthen(projecting, member)));
    return strengthened === type.members ? type : uniteTypes(strengthened);
  }
  if (type.kind === "intersection") {
    const met = depth < depthBudget ? meetUnnamed(projecting, type.members, depth) : type.members;
    const members = finishAll(met);
    return members === type.members ? type : intersectTypes(members);
  }
  if (type.kind === "array") {
    const item = finish(type.item);
    return item === type.item ? type : { kind: "array", item };
  }
  if (type.kind === "tuple") {
    const elements = finishAll(type.elements);
    const rest = type.rest && finish(type.rest);
    return elements === type.elements && rest === type.rest ? type : { ...type, elements, rest };
  }
  if (type.kind !== "object") return type;
  const finishWithin = <T extends { readonly type: Type }>(holders: readonly T[]): readonly T[] =>
    keepSame(
      holders,
      holders.map((holder) => {
        const finished = finish(holder.type);
        return finished === holder.type ? holder : { ...holder, type: finished };
      }),
    );
  const members = finishWithin(type.members);
  const indexes = finishWithin(type.indexes);
  return members === type.members && indexes === type.indexes ? type : { ...type, members, indexes };
}

/** The first array, where the second holds the same. */
function keepSame<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return after.length === before.length && after.every((each, index) => each === before[index]) ? before : after;
}

/**
 * A member of a union, so that compilers admit what has none of its members: of a type whose members are all optional they want one,
 * and tell only where it stands alone.
 */
function strengthen(projecting: Projecting, type: Type): Type {
  const isUnnamed = type.kind === "reference" && !isReferredTo(projecting, type.target);
  const body = isUnnamed ? projecting.done.get(type.target)?.type : type;
  const isWeak =
    body?.kind === "object" &&
    body.bases.length + body.indexes.length === 0 &&
    body.members.length > 0 &&
    body.members.every(({ isOptional }) => isOptional);
  return isWeak ? { kind: "intersection", members: [{ kind: "structure" }, type] } : type;
}

/** The members, with what stands for schemas without names, that apply together, written as one. */
function meetUnnamed(projecting: Projecting, members: readonly Type[], depth: number): readonly Type[] {
  const met = members.flatMap((member) =>
    member.kind === "reference" && canBeWritten(projecting, member.target) ? [member.target] : [],
  );
  if (met.length < 2) return members;
  const size = met.reduce((sum, id) => sum + (keywordsOf(projecting.graph, id).properties?.size ?? 0), 0);
  if (size > memberBudget) return members;
  const { type } = projectTogether(projecting, met);
  const others = members.filter((member) => member.kind !== "reference" || !met.includes(member.target));
  const written = finishType(projecting, type, depth + 1);
  return members.some((member) => areEqualTypes(member, written)) ? members : [written, ...others];
}

function canBeWritten(projecting: Projecting, id: NodeId): boolean {
  const { graph, facts } = projecting;
  const types = facts.types(id);
  const isStructure = admits(types, "object") || admits(types, "array");
  const isPlain = !isReferredTo(projecting, id) && !facts.isRecursive(id);
  return isPlain && isStructure && facts.literals(id) === undefined && isShaping(keywordsOf(graph, id));
}
