import type { NodeId } from "../schema/schema-graph.js";
import { intersectTypes, isScalar } from "./algebra.js";
import type { Type } from "./type-model.js";

/**
 * The most alternatives that an intersection of unions may come to. A compiler multiplies them out, and refuses a hundred
 * thousand; long before, it is slow.
 */
export const productBudget = 1000;

/** How many alternatives the type of each node comes to. */
export type Widths = ReadonlyMap<NodeId, number>;

/** The alternatives that a compiler sees at the type's top. Scalars among themselves are met without multiplication. */
export function widthOf(type: Type, widths: Widths): number {
  if (type.kind === "reference") return widths.get(type.target) ?? 1;
  if (type.kind === "intersection") {
    return type.members.reduce((product, member) => product * widthOf(member, widths), 1);
  }
  if (type.kind !== "union" || type.members.every(isScalar)) return 1;
  return type.members.reduce((sum, member) => sum + widthOf(member, widths), 0);
}

/**
 * The type with every intersection kept within the budget: what would exceed it is left out, so that the type is wider. It is
 * the same value where nothing is left out.
 */
export function boundProducts(type: Type, widths: Widths): Type {
  if (type.kind === "intersection") return boundIntersection(type, widths);
  if (type.kind === "union") {
    const members = boundAll(type.members, widths);
    return members === type.members ? type : { kind: "union", members };
  }
  if (type.kind === "array") {
    const item = boundProducts(type.item, widths);
    return item === type.item ? type : { kind: "array", item };
  }
  if (type.kind === "tuple") {
    const elements = boundAll(type.elements, widths);
    const rest = type.rest && boundProducts(type.rest, widths);
    return elements === type.elements && rest === type.rest ? type : { ...type, elements, rest };
  }
  if (type.kind !== "object") return type;
  const members = boundWithin(type.members, widths);
  const indexes = boundWithin(type.indexes, widths);
  return members === type.members && indexes === type.indexes ? type : { ...type, members, indexes };
}

function boundIntersection(type: Extract<Type, { kind: "intersection" }>, widths: Widths): Type {
  const members = boundAll(type.members, widths);
  const kept: Type[] = [];
  let product = 1;
  for (const member of members) {
    const next = product * widthOf(member, widths);
    if (next > productBudget && kept.length > 0) continue;
    kept.push(member);
    product = next;
  }
  const isSame = members === type.members && kept.length === members.length;
  return isSame ? type : intersectTypes(kept);
}

/** The same array where nothing changes. */
function boundAll(types: readonly Type[], widths: Widths): readonly Type[] {
  const bounded = types.map((type) => boundProducts(type, widths));
  return bounded.every((type, index) => type === types[index]) ? types : bounded;
}

function boundWithin<T extends { readonly type: Type }>(holders: readonly T[], widths: Widths): readonly T[] {
  const bounded = holders.map((holder) => {
    const type = boundProducts(holder.type, widths);
    return type === holder.type ? holder : { ...holder, type };
  });
  return bounded.every((holder, index) => holder === holders[index]) ? holders : bounded;
}
