import { keywordsOf } from "../facts/conjuncts.js";
import type { NodeId } from "../schema/schema-graph.js";
import { admits } from "../schema/type-set.js";
import { areEqualTypes, intersectTypes, isScalar } from "./algebra.js";
import { isReferredTo } from "./bases.js";
import { hasParts, mapType } from "./map-type.js";
import { projectTogether } from "./project.js";
import type { Projecting } from "./projection.js";
import { isShaping } from "./shapers.js";
import type { Type } from "./type-model.js";

/** Schemas without names that apply to one value are one body, while they have no more members than this together. */
const memberBudget = 16;
/** Such bodies within each other, no deeper than this. */
const depthBudget = 8;

/**
 * What is only known once all nodes are projected, since members may hold any of them. It is the same value where nothing changes.
 * `isStrong`: the type is met with members that a value must have.
 */
export function finishType(projecting: Projecting, type: Type, depth = 0, isStrong = false): Type {
  if (!hasParts(type)) return type;
  const finish = (part: Type): Type => finishType(projecting, part, depth);
  if (type.kind === "intersection") return finishIntersection(projecting, type.members, depth);
  const flat = type.kind === "union" ? mapType(type, (member) => writeScalars(projecting, member)) : type;
  const finished = mapType(flat, finish);
  if (finished.kind !== "union" || isStrong) return finished;
  return mapType(finished, (member) => strengthen(projecting, member));
}

function finishIntersection(projecting: Projecting, parts: readonly Type[], depth: number): Type {
  const plain = parts.map((part) => writeScalars(projecting, part));
  const met = depth < depthBudget ? meetUnnamed(projecting, plain, depth) : plain;
  const isDemandedBeside = (part: Type): boolean => met.some((other) => other !== part && isDemanding(other));
  return intersectTypes(met.map((part) => finishType(projecting, part, depth, isDemandedBeside(part))));
}

/** Whether compilers find members in the type that a value must have. */
function isDemanding(type: Type): boolean {
  return (
    type.kind === "structure" ||
    (type.kind === "object" && type.members.some(({ isOptional }) => !isOptional))
  );
}

/** What has no name, and is scalars or anything, in place of the reference to it. */
function writeScalars(projecting: Projecting, type: Type): Type {
  if (type.kind !== "reference" || isReferredTo(projecting, type.target)) return type;
  const written = projecting.done.get(type.target)?.type ?? type;
  const isPlain = (written.kind === "union" ? written.members : [written]).every(isScalar);
  return isPlain || written.kind === "unknown" ? written : type;
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
  if (met.length < 2 || !met.some((id) => isShaping(keywordsOf(projecting.graph, id)))) return members;
  const size = met.reduce((sum, id) => sum + (keywordsOf(projecting.graph, id).properties?.size ?? 0), 0);
  if (size > memberBudget) return members;
  const { type } = projectTogether(projecting, met);
  const others = members.filter((member) => member.kind !== "reference" || !met.includes(member.target));
  const written = finishType(projecting, type, depth + 1);
  return members.some((member) => areEqualTypes(member, written)) ? members : [written, ...others];
}

function canBeWritten(projecting: Projecting, id: NodeId): boolean {
  const { facts } = projecting;
  const types = facts.types(id);
  const isStructure = admits(types, "object") || admits(types, "array");
  const isPlain = !isReferredTo(projecting, id) && !facts.isRecursive(id);
  return isPlain && isStructure && facts.literals(id) === undefined;
}
