import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import { allTypes, noTypes, typeSetOf, typeSetOfValue } from "../schema/type-set.js";

/** The types that `schema` leaves, given those of all that applies in place. */
export function findTypes(
  schema: CanonicalSchema,
  typesOf: (node: NodeId) => TypeSet,
  keywordsOf: (node: NodeId) => CanonicalSchema | boolean,
): TypeSet {
  let types = schema.type ? typeSetOf(schema.type) : allTypes;
  if (schema.enum) types &= unite(schema.enum.map(typeSetOfValue));
  if (schema.const) types &= typeSetOfValue(schema.const.value);
  if (schema.$ref !== undefined) types &= typesOf(schema.$ref);
  for (const child of schema.allOf ?? []) types &= typesOf(child);
  for (const branches of [schema.anyOf, schema.oneOf]) if (branches) types &= unite(branches.map(typesOf));
  if (schema.not !== undefined) types &= ~exactTypes(keywordsOf(schema.not));
  return types;
}

/** The types that a schema admits whole: all instances of them are valid. None where other keywords decide. */
function exactTypes(schema: CanonicalSchema | boolean): TypeSet {
  if (typeof schema === "boolean") return schema ? allTypes : noTypes;
  const keywords = Object.keys(schema);
  if (keywords.length === 0) return allTypes;
  return keywords.length === 1 && schema.type ? typeSetOf(schema.type) : noTypes;
}

/** Whether the keywords themselves refuse every value of another type, also what is no JSON at all. See Facts.enforcesTypes. */
export function findEnforcement(schema: CanonicalSchema, enforces: (node: NodeId) => boolean): boolean {
  if (schema.type ?? schema.enum ?? schema.const) return true;
  if (schema.$ref !== undefined && enforces(schema.$ref)) return true;
  if (schema.allOf?.some(enforces)) return true;
  return [schema.anyOf, schema.oneOf].some((branches) => branches?.every(enforces));
}

function unite(sets: readonly TypeSet[]): TypeSet {
  return sets.reduce<TypeSet>((all, set) => all | set, noTypes);
}
