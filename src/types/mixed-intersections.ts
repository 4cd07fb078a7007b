import type { Facts } from "../facts/facts.js";
import { jsonTypesOf } from "../schema/type-set.js";
import type { Type } from "./type-model.js";

/**
 * Whether the type has an intersection whose members are not all of one and the same JSON type. Compilers multiply such out, and
 * then may not see that it fits what it is made of: nothing must depend on that.
 */
export function isMixed(facts: Facts, type: Type): boolean {
  if (type.kind === "union") return type.members.some((member) => isMixed(facts, member));
  if (type.kind !== "intersection") return false;
  const kinds = new Set(type.members.map((member) => jsonTypeOf(facts, member)));
  return kinds.size > 1 || kinds.has(undefined);
}

/** The one JSON type of all values of the type; undefined where it has several, or may have. */
function jsonTypeOf(facts: Facts, type: Type): string | undefined {
  if (type.kind === "object") return "object";
  if (type.kind === "array" || type.kind === "tuple") return "array";
  if (type.kind !== "reference") return undefined;
  const [only, ...others] = jsonTypesOf(facts.types(type.target));
  return others.length === 0 ? only : undefined;
}
