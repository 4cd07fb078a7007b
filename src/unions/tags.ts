import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { JsonValue } from "../json.js";
import { isInheritedKey } from "../json.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import { admits, allTypes, isSubset, noTypes, typeSetOf, typeSetOfValue } from "../schema/type-set.js";
import type { TagValue } from "./unions.js";

/** Why a path is no tag. */
export type GapReason = "no-object" | "optional" | "no-scalar" | "contradiction" | "inherited";

/** What every instance of some nodes has at a path, or why that cannot be said. */
export type TagReading =
  /** One of some values; undefined among them where it may be absent. */
  | { readonly kind: "values"; readonly values: readonly TagValue[] }
  /** Of some types any value, but those that `not` excludes. */
  | {
      readonly kind: "others";
      readonly types: TypeSet;
      readonly excluded: readonly TagValue[];
      readonly mayBeAbsent: boolean;
    }
  /** `path` leads to what is amiss, and may end before the tag. */
  | { readonly kind: "gap"; readonly reason: GapReason; readonly path: readonly string[] };

/** What a tag is read from. */
export interface TagSource {
  readonly graph: SchemaGraph;
  readonly facts: Facts;
}

const objects = typeSetOf(["object"]);

/** What stands at `path` in every instance of all the nodes. Each step but the last must be required, in an object. */
export function readTag(source: TagSource, nodes: readonly NodeId[], path: readonly string[]): TagReading {
  if (areObjects(source.facts, nodes)) return readTagOfObjects(source, nodes, path);
  return { kind: "gap", reason: "no-object", path: [] };
}

/** The same of those instances alone that are objects. */
export function readTagOfObjects(
  source: TagSource,
  nodes: readonly NodeId[],
  path: readonly string[],
): TagReading {
  const { facts } = source;
  let holders = nodes;
  let mayBeAbsent = false;
  for (const [index, key] of path.entries()) {
    if (index > 0 && !areObjects(facts, holders))
      return { kind: "gap", reason: "no-object", path: path.slice(0, index) };
    mayBeAbsent = !isRequired(facts, holders, key);
    if (mayBeAbsent && (index < path.length - 1 || isInheritedKey(key))) {
      const reason = index < path.length - 1 ? "optional" : "inherited";
      return { kind: "gap", reason, path: path.slice(0, index + 1) };
    }
    holders = listSchemasAt(facts, holders, key);
  }
  return readValues(source, holders, path, mayBeAbsent);
}

/** What stands at property `key` of what meets all the nodes. */
export function listSchemasAt(facts: Facts, nodes: readonly NodeId[], key: string): readonly NodeId[] {
  const [only] = nodes;
  // Mostly there is but one, and its list may be taken as it is.
  if (only !== undefined && nodes.length === 1) return facts.propertySchemas(only, key);
  const schemas: NodeId[] = [];
  for (const id of nodes) for (const schema of facts.propertySchemas(id, key)) schemas.push(schema);
  return schemas;
}

function readValues(
  { graph, facts }: TagSource,
  holders: readonly NodeId[],
  path: readonly string[],
  mayBeAbsent: boolean,
): TagReading {
  const types = typesOf(facts, holders);
  const values = meetLiterals(facts, holders, types);
  if (values === undefined)
    return { kind: "others", types, excluded: findExcluded(graph, facts, holders), mayBeAbsent };
  if (!values.every(isScalar)) return { kind: "gap", reason: "no-scalar", path };
  const all = mayBeAbsent ? [...values, undefined] : values;
  return all.length === 0 ? { kind: "gap", reason: "contradiction", path } : { kind: "values", values: all };
}

/** Whether what meets all the nodes is an object. */
export function areObjects(facts: Facts, nodes: readonly NodeId[]): boolean {
  return typesOf(facts, nodes) === objects;
}

function typesOf(facts: Facts, nodes: readonly NodeId[]): TypeSet {
  let types = allTypes;
  for (const id of nodes) types &= facts.types(id);
  return types;
}

/** The values that all the schemas leave together; undefined where none lists any, and the types leave many. */
function meetLiterals(
  facts: Facts,
  nodes: readonly NodeId[],
  types: TypeSet,
): readonly JsonValue[] | undefined {
  if (types === noTypes) return [];
  const lists = nodes.map((id) => facts.literals(id)).filter((list) => list !== undefined);
  const [first, ...others] = lists.length > 0 ? lists : listFew(types);
  const sets = others.map((list) => new Set(list));
  // What is no scalar stays, and makes the path no tag.
  return first?.filter(
    (value) =>
      (typeSetOfValue(value) & types) !== noTypes &&
      (!isScalar(value) || sets.every((set) => set.has(value))),
  );
}

const few = typeSetOf(["boolean", "null"]);

/** Every value of the types, where these are null and booleans. */
function listFew(types: TypeSet): readonly (readonly JsonValue[])[] {
  return isSubset(types, few)
    ? [[true, false, null].filter((value) => (typeSetOfValue(value) & types) !== noTypes)]
    : [];
}

/** The scalars that a `not` among what applies to all the nodes certainly refuses. */
function findExcluded(graph: SchemaGraph, facts: Facts, nodes: readonly NodeId[]): readonly TagValue[] {
  const refused: TagValue[] = [];
  for (const not of listNegated(graph, facts, nodes)) {
    for (const value of facts.literals(not) ?? [])
      if (isScalar(value) && facts.mustAdmit(not, value)) refused.push(value);
  }
  return refused.length > 1 ? [...new Set(refused)] : refused;
}

/** What the schemas that apply with the nodes negate. */
function listNegated(graph: SchemaGraph, facts: Facts, nodes: readonly NodeId[]): readonly NodeId[] {
  const negated: NodeId[] = [];
  for (const node of nodes) {
    for (const id of facts.conjuncts(node)) {
      const { not } = keywordsOf(graph, id);
      if (not !== undefined) negated.push(not);
    }
  }
  return negated;
}

function isScalar(value: JsonValue): value is Exclude<TagValue, undefined> {
  return typeof value !== "object" || value === null;
}

/** The values that every instance has one of; undefined where it has others, or may have none. */
export function certainValuesOf(reading: TagReading | undefined): readonly TagValue[] | undefined {
  return reading?.kind === "values" && !reading.values.includes(undefined) ? reading.values : undefined;
}

/** Whether an instance with this reading may have the value at the path. */
export function mayHave(reading: TagReading, value: TagValue): boolean {
  if (reading.kind === "gap") return true;
  if (reading.kind === "values") return reading.values.includes(value);
  // Where anything may stand, so may what is no JSON.
  if (value === undefined) return reading.mayBeAbsent || reading.types === allTypes;
  return (typeSetOfValue(value) & reading.types) !== noTypes && !reading.excluded.includes(value);
}

/** Property names that stand in the properties of some of the nodes, or that these require, in the order in which they are met. */
export function listKeys({ graph, facts }: TagSource, nodes: readonly NodeId[]): string[] {
  const keys = new Set<string>();
  for (const node of nodes) {
    for (const id of facts.conjuncts(node)) {
      const { properties } = keywordsOf(graph, id);
      if (properties) for (const key of properties.keys()) keys.add(key);
    }
  }
  for (const node of nodes) for (const key of facts.requiredKeys(node)) keys.add(key);
  return [...keys];
}

/** Whether the property is required by all the nodes together. */
export function isRequired(facts: Facts, nodes: readonly NodeId[], key: string): boolean {
  for (const id of nodes) if (facts.requiredKeys(id).has(key)) return true;
  return false;
}

/** Whether no instance of all the nodes has the property: nothing may stand there, or `not` refuses what has it. */
export function isForbidden({ graph, facts }: TagSource, nodes: readonly NodeId[], key: string): boolean {
  const schemas = listSchemasAt(facts, nodes, key);
  if (schemas.length > 0 && typesOf(facts, schemas) === noTypes) return true;
  return listNegated(graph, facts, nodes).some((not) => admitsAllWith(graph, not, key));
}

/** Whether a schema is `required` of the property alone, or an `anyOf` with such a branch. */
function admitsAllWith(graph: SchemaGraph, id: NodeId, key: string): boolean {
  const { anyOf = [], required = [], type = ["object"], ...more } = keywordsOf(graph, id);
  if (Object.keys(more).length > 0 || type.join() !== "object") return false;
  if (anyOf.length === 0) return required.join() === key && required.length === 1;
  return required.length === 0 && anyOf.some((branch) => admitsAllWith(graph, branch, key));
}

/** Whether strings are all that may stand there. */
export function areStrings(types: TypeSet): boolean {
  return admits(types, "string") && isSubset(types, typeSetOf(["string"]));
}
