import type { NodeId } from "../schema/schema-graph.js";
import { intersectTypes, isScalar } from "./algebra.js";
import { mapAll, mapType } from "./map-type.js";
import type { Type } from "./type-model.js";

/**
 * The most alternatives that an intersection of unions may come to. A compiler multiplies them out, and refuses a hundred
 * thousand; long before, it is slow.
 */
export const productBudget = 1000;

/** How many alternatives the type of each node comes to. */
export type Widths = ReadonlyMap<NodeId, number>;

/** Whether a type may come to more than one alternative. */
export function isWideAtTop({ kind }: Type): boolean {
  return kind === "reference" || kind === "union" || kind === "intersection";
}

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
  return type.kind === "intersection"
    ? boundIntersection(type, widths)
    : mapType(type, (part) => boundProducts(part, widths));
}

function boundIntersection(type: Extract<Type, { kind: "intersection" }>, widths: Widths): Type {
  const members = mapAll(type.members, (member) => boundProducts(member, widths));
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
