import type { Facts } from "../facts/facts.js";
import { ValueSet } from "../facts/value-set.js";
import type { JsonValue } from "../json.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import { allTypes, typeSetOf, typeSetOfValue } from "../schema/type-set.js";

/**
 * What a value may still be, by all that is checked of it together. A comparison with anything else says nothing, and TypeScript,
 * which narrows the value as it goes, refuses to compile it.
 */
export interface Left {
  readonly types: TypeSet;
  /** Lists of values that it is in each of. */
  readonly literals: readonly ValueSet[];
  /** Lists of values that it is in none of. */
  readonly excluded: readonly ValueSet[];
}

export const anyLeft: Left = { types: allTypes, literals: [], excluded: [] };

/** What a node leaves of it. */
export function narrowLeft(left: Left, facts: Facts, node: NodeId): Left {
  const own = facts.literals(node);
  const literals = own ? [...left.literals, new ValueSet(own)] : left.literals;
  return { ...left, types: left.types & facts.types(node), literals };
}

/** Where the value is known to be an object. */
export function onlyObjects(left: Left): Left {
  return { ...left, types: left.types & typeSetOf(["object"]) };
}

export function excludeTypes(left: Left, types: TypeSet): Left {
  return { ...left, types: left.types & ~types };
}

export function excludeLiterals(left: Left, values: readonly JsonValue[]): Left {
  return { ...left, excluded: [...left.excluded, new ValueSet(values)] };
}

export function isLeft({ types, literals, excluded }: Left, value: JsonValue): boolean {
  if ((typeSetOfValue(value) & types) === 0) return false;
  return literals.every((list) => list.has(value)) && !excluded.some((list) => list.has(value));
}
