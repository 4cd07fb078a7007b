import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { areEqual, includesValue } from "./equal-values.js";
import type { TypeSet } from "../schema/type-set.js";
import { typeSetOfValue } from "../schema/type-set.js";

type Literals = readonly JsonValue[] | undefined;

/** The values that `schema` leaves, given those of all that applies in place, and the types that are left. */
export function findLiterals(
  schema: CanonicalSchema,
  types: TypeSet,
  literalsOf: (node: NodeId) => Literals,
  keywordsOf: (node: NodeId) => CanonicalSchema,
): Literals {
  const sources: Literals[] = [schema.enum, schema.const && [schema.const.value]];
  if (schema.$ref !== undefined) sources.push(literalsOf(schema.$ref));
  for (const child of schema.allOf ?? []) sources.push(literalsOf(child));
  for (const branches of [schema.anyOf, schema.oneOf])
    sources.push(branches && unite(branches.map(literalsOf)));
  const left = sources.reduce(intersect, undefined);
  const excluded = schema.not === undefined ? [] : onlyLiterals(keywordsOf(schema.not));
  return left?.filter((value) => (typeSetOfValue(value) & types) !== 0 && !includesValue(excluded, value));
}

/** The literals of a schema that says nothing but `const` or `enum`, so that its negation excludes just these. */
function onlyLiterals(schema: CanonicalSchema): readonly JsonValue[] {
  const keywords = Object.keys(schema);
  if (keywords.length !== 1) return [];
  return schema.enum ?? (schema.const ? [schema.const.value] : []);
}

function intersect(left: Literals, right: Literals): Literals {
  if (left === undefined || right === undefined) return left ?? right;
  return left.filter((value) => includesValue(right, value));
}

function unite(sets: readonly Literals[]): Literals {
  const united: JsonValue[] = [];
  for (const set of sets) {
    if (set === undefined) return undefined;
    for (const value of set) if (!united.some((each) => areEqual(each, value))) united.push(value);
  }
  return united;
}
