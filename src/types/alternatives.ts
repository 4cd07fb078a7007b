import type { NodeId } from "../schema/schema-graph.js";
import type { JsonType, TypeSet } from "../schema/type-set.js";
import { admits, allTypes, isSubset, jsonTypesOf } from "../schema/type-set.js";
import { intersectTypes, isScalar, referTo, uniteTypes, unknownType, wholeTypes } from "./algebra.js";
import { isReferredTo } from "./bases.js";
import type { Projecting } from "./projection.js";
import type { Type } from "./type-model.js";

/** Pairs of arrays that are met one by one; past it they stand apart. */
const mergeBudget = 64;
/** Members of a union that one JSON type is told by; past it that part is said by the name of the whole. */
const partBudget = 256;

export type TypeParts = ReadonlyMap<JsonType, Type>;

/** The union of the branches as they are; undefined where the base, other groups, or the types that are left, cut any of them down. */
export function uniteBranches(
  projecting: Projecting,
  types: TypeSet,
  base: TypeParts,
  groups: readonly (readonly NodeId[])[],
): Type | undefined {
  const { facts } = projecting;
  const [group, ...others] = groups;
  if (!group || others.length > 0) return undefined;
  const branches = group.filter((id) => (facts.types(id) & types) !== 0);
  const isWhole = [...base].every(([name, part]) => part === wholeTypes[name]);
  const areUncut = branches.every((id) => isSubset(facts.types(id), types));
  return isWhole && areUncut ? uniteTypes(branches.map((id) => nameOrType(projecting, id))) : undefined;
}

/** Each part of the base met with what the branches admit of its JSON type. */
export function meetBranches(
  projecting: Projecting,
  isBound: boolean,
  base: TypeParts,
  group: readonly NodeId[],
): TypeParts {
  return new Map(
    [...base].map(([name, part]) => {
      const branches = group.filter((id) => admits(projecting.facts.types(id), name));
      const alternatives = branches.map((id) => branchPart(projecting, id, name, isBound));
      return [name, meetAlternatives(part, name, alternatives)];
    }),
  );
}

function meetAlternatives(base: Type, name: JsonType, alternatives: readonly Type[]): Type {
  const [first] = alternatives;
  if (base === wholeTypes[name] || first === undefined) return uniteTypes(alternatives);
  if (name === "array") return meetLists(base, alternatives);
  return intersectTypes([base, uniteTypes(alternatives)]);
}

/** Each array that the base admits met with each alternative, while they are few. */
function meetLists(base: Type, alternatives: readonly Type[]): Type {
  const [lefts, rights] = [base, uniteTypes(alternatives)].map((type) =>
    type.kind === "union" ? type.members : [type],
  );
  if (!lefts || !rights || lefts.length * rights.length > mergeBudget) {
    return intersectTypes([base, uniteTypes(alternatives)]);
  }
  return uniteTypes(lefts.flatMap((left) => rights.map((right) => intersectTypes([left, right]))));
}

/** One JSON type's part of a branch; by reference where the branch is nothing else, and has or may get a name. */
function branchPart(projecting: Projecting, id: NodeId, name: JsonType, isBound: boolean): Type {
  const { facts, done } = projecting;
  const target = facts.resolve(id);
  const part = done.get(target)?.parts.get(name) ?? wholeTypes[name];
  const isNamed = target !== id || isReferredTo(projecting, id);
  const isOnly = jsonTypesOf(facts.types(id)).length === 1;
  if (isOnly && name === "object" && (isNamed || !isBody(part))) return referTo(target);
  const isLarge = part.kind === "union" && part.members.length > partBudget;
  return isLarge || (isNamed && isBound) ? cutByName(projecting, target, name) : part;
}

/** Whether the type is the members of one object. */
function isBody(type: Type): boolean {
  return type.kind === "object" && type.bases.length + type.indexes.length === 0;
}

/** What a named node admits of one JSON type, said by its name. */
export function cutByName({ done }: Projecting, node: NodeId, name: JsonType): Type {
  const part = done.get(node)?.parts.get(name) ?? wholeTypes[name];
  const isPlain =
    part === wholeTypes[name] || (part.kind === "union" ? part.members : [part]).every(isScalar);
  return isPlain ? part : { kind: "intersection", members: [referTo(node), wholeTypes[name]] };
}

/** Structures stay references, so that they may be named; scalars are written out, so that unions of them simplify. */
function nameOrType({ facts, done }: Projecting, id: NodeId): Type {
  const target = facts.resolve(id);
  const type = done.get(target)?.type ?? unknownType;
  const isNamed = target !== id || type.kind === "object" || facts.types(id) === allTypes;
  return isNamed && type.kind !== "unknown" ? referTo(target) : type;
}
