import type { NodeId } from "../schema/schema-graph.js";
import { intersectTypes, uniteTypes } from "./algebra.js";
import { membersAlong } from "./bases.js";
import type { Projecting } from "./projection.js";
import type { ObjectType, Type } from "./type-model.js";

/** Names that stand for names in a row, or interfaces that extend each other. Compilers overflow some hundreds further on. */
const chainBudget = 100;

/** How many names a compiler follows from each node until it comes to what a type is. */
export type ChainLengths = ReadonlyMap<NodeId, number>;

/** The length of the longest chain that starts at the type's top. */
export function chainLength(type: Type, lengths: ChainLengths): number {
  if (type.kind === "reference") return 1 + (lengths.get(type.target) ?? 0);
  if (type.kind === "object") return longest(type.bases.map((base) => 1 + (lengths.get(base) ?? 0)));
  if (type.kind !== "union" && type.kind !== "intersection") return 0;
  return longest(type.members.map((member) => chainLength(member, lengths)));
}

function longest(lengths: readonly number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}

/**
 * The type, where its chains are too long with what they lead to written out, so that a chain starts anew. What stands behind
 * the name of an object stays there.
 */
export function cutChains(projecting: Projecting, type: Type, lengths: ChainLengths): Type {
  if (chainLength(type, lengths) <= chainBudget) return type;
  const written = new Map<NodeId, Type>();
  // No deeper than the budget: every type that a name leads to has been cut already.
  const writeOut = (each: Type): Type => {
    if (each.kind === "union") return uniteTypes(each.members.map(writeOut));
    if (each.kind === "intersection") return intersectTypes(each.members.map(writeOut));
    if (each.kind === "object" && chainLength(each, lengths) > chainBudget)
      return writeOutBases(projecting, each);
    const target = each.kind === "reference" ? projecting.done.get(each.target)?.type : undefined;
    if (each.kind !== "reference" || !target || !isAlias(target)) return each;
    const result = written.get(each.target) ?? writeOut(target);
    written.set(each.target, result);
    return result;
  };
  return writeOut(type);
}

function isAlias({ kind }: Type): boolean {
  return kind === "reference" || kind === "union" || kind === "intersection";
}

function writeOutBases(projecting: Projecting, type: ObjectType): Type {
  const members = new Map(type.bases.flatMap((base) => [...membersAlong(projecting, base)]));
  for (const member of type.members) members.set(member.key, member);
  return { ...type, bases: [], members: [...members.values()] };
}
