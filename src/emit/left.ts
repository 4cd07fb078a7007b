import { includesValue } from "../facts/equal-values.js";
import type { Facts } from "../facts/facts.js";
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
  readonly literals: readonly LiteralList[];
  /** Lists of values that it is in none of. */
  readonly excluded: readonly LiteralList[];
}

/** Scalars, which are found at once in lists of any length; and structures. */
interface LiteralList {
  readonly scalars: ReadonlySet<JsonValue>;
  readonly structures: readonly JsonValue[];
}

export const anyLeft: Left = { types: allTypes, literals: [], excluded: [] };

/** What a node leaves of it. */
export function narrowLeft(left: Left, facts: Facts, node: NodeId): Left {
  const own = facts.literals(node);
  const literals = own ? [...left.literals, listLiterals(own)] : left.literals;
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
  return { ...left, excluded: [...left.excluded, listLiterals(values)] };
}

function listLiterals(values: readonly JsonValue[]): LiteralList {
  return { scalars: new Set(values), structures: values.filter(isStructure) };
}

export function isLeft({ types, literals, excluded }: Left, value: JsonValue): boolean {
  if ((typeSetOfValue(value) & types) === 0) return false;
  return literals.every((list) => isListed(list, value)) && !excluded.some((list) => isListed(list, value));
}

function isListed({ scalars, structures }: LiteralList, value: JsonValue): boolean {
  return isStructure(value) ? includesValue(structures, value) : scalars.has(value);
}

function isStructure(value: JsonValue): boolean {
  return typeof value === "object" && value !== null;
}
