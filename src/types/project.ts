import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { JsonType, TypeSet } from "../schema/type-set.js";
import { admits, allTypes, isSubset, jsonTypesOf, noTypes, typeSetOfValue } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import {
  intersectTypes,
  literalType,
  neverType,
  referTo,
  uniteTypes,
  unknownType,
  wholeTypes,
} from "./algebra.js";
import { arrayTypeOf } from "./arrays.js";
import { mergeObjects } from "./merge-objects.js";
import type { ObjectParts } from "./objects.js";
import { objectTypeOf, partConjuncts } from "./objects.js";
import type { Type } from "./type-model.js";

/** A node's type, and what it admits of each JSON type, for those who take only a part of it. */
export interface Projection {
  readonly type: Type;
  readonly parts: ReadonlyMap<JsonType, Type>;
}

/** The type of `id`, given the projections of all that applies in place of it. */
export function projectNode(
  graph: SchemaGraph,
  facts: Facts,
  done: ReadonlyMap<NodeId, Projection>,
  id: NodeId,
): Projection {
  const types = facts.types(id);
  if (types === noTypes) return { type: neverType, parts: new Map() };
  const alias = facts.resolve(id);
  if (alias !== id) return { type: referTo(alias), parts: done.get(alias)?.parts ?? new Map() };
  if (typeof nodeOf(graph, id).schema === "boolean") return projectParts(wholeParts(types));
  const literals = facts.literals(id);
  if (literals) {
    const byType = (type: JsonType): Type =>
      uniteTypes(literals.filter((value) => admits(typeSetOfValue(value), type)).map(literalType));
    return projectParts(
      new Map(jsonTypesOf(types).map((type) => [type, byType(type)])),
      uniteTypes(literals.map(literalType)),
    );
  }
  const parts = partConjuncts(graph, facts, id);
  const own = new Map(jsonTypesOf(types).map((type) => [type, ownPart(graph, facts, id, parts, type)]));
  const groups = parts.inline.flatMap((each) => groupsOf(keywordsOf(graph, each)));
  return groups.reduce((base, group) => applyGroup(facts, done, types, base, group), projectParts(own));
}

function projectParts(parts: ReadonlyMap<JsonType, Type>, type?: Type): Projection {
  const isWhole = [...parts].every(([name, part]) => part === wholeTypes[name]) && parts.size === 6;
  return { type: isWhole ? unknownType : (type ?? uniteTypes([...parts.values()])), parts };
}

function wholeParts(types: TypeSet): ReadonlyMap<JsonType, Type> {
  return new Map(jsonTypesOf(types).map((type) => [type, wholeTypes[type]]));
}

function groupsOf({ anyOf, oneOf }: CanonicalSchema): (readonly NodeId[])[] {
  return [anyOf, oneOf].filter((group) => group !== undefined);
}

/** What the conjuncts' own keywords leave of one JSON type, alternatives apart. */
function ownPart(graph: SchemaGraph, facts: Facts, id: NodeId, parts: ObjectParts, type: JsonType): Type {
  if (type === "array")
    return arrayPart(
      parts.inline.map((each) => keywordsOf(graph, each)),
      facts,
    );
  if (type !== "object") return wholeTypes[type];
  const object = objectTypeOf(graph, facts, id, parts);
  const isBase = object.kind === "object" && object.members.length === 0 && object.bases.length === 1;
  return isBase && object.bases[0] !== undefined ? referTo(object.bases[0]) : object;
}

/** Schemas with bounds alone narrow the one that says what the items are. */
function arrayPart(schemas: readonly CanonicalSchema[], facts: Facts): Type {
  const shaping = schemas.filter(
    ({ items, prefixItems }) => items !== undefined || prefixItems !== undefined,
  );
  const bounds = {
    minItems: Math.max(0, ...schemas.map(({ minItems }) => minItems ?? 0)),
    maxItems: Math.min(...schemas.map(({ maxItems }) => maxItems ?? Infinity)),
  };
  if (shaping.length <= 1) return arrayTypeOf({ ...shaping[0], ...bounds }, facts);
  return intersectTypes(shaping.map((schema) => arrayTypeOf(schema, facts)));
}

/** The base met with a union of branches, each cut down to the types that are left. */
function applyGroup(
  facts: Facts,
  done: ReadonlyMap<NodeId, Projection>,
  types: TypeSet,
  base: Projection,
  group: readonly NodeId[],
): Projection {
  const branches = group.filter((id) => (facts.types(id) & types) !== 0);
  const parts = new Map<JsonType, Type>();
  for (const [name, part] of base.parts) {
    const alternatives = branches.filter((id) => admits(facts.types(id), name));
    const met = alternatives.map((id) => meetPart(part, name, branchPart(facts, done, id, name)));
    parts.set(name, uniteTypes(met));
  }
  const isUnchanged = [...base.parts].every(([name, part]) => part === wholeTypes[name]);
  const areWhole = branches.every((id) => isSubset(facts.types(id), types));
  if (!isUnchanged || !areWhole) return projectParts(parts);
  return projectParts(parts, uniteTypes(branches.map((id) => nameOrType(facts, done, id))));
}

/** One JSON type's part of a branch; by reference where the branch is nothing else. */
function branchPart(facts: Facts, done: ReadonlyMap<NodeId, Projection>, id: NodeId, name: JsonType): Type {
  const part = done.get(id)?.parts.get(name) ?? wholeTypes[name];
  const isOnly = jsonTypesOf(facts.types(id)).length === 1;
  return isOnly && name === "object" ? referTo(facts.resolve(id)) : part;
}

/** Structures stay references, so that they may be named; scalars are written out, so that unions of them simplify. */
function nameOrType(facts: Facts, done: ReadonlyMap<NodeId, Projection>, id: NodeId): Type {
  const target = facts.resolve(id);
  const type = done.get(target)?.type ?? unknownType;
  const isNamed = target !== id || type.kind === "object" || facts.types(id) === allTypes;
  return isNamed && type.kind !== "unknown" ? referTo(target) : type;
}

function meetPart(base: Type, name: JsonType, branch: Type): Type {
  if (base === wholeTypes[name]) return branch;
  if (base.kind === "object" && branch.kind === "object") return mergeObjects(base, branch);
  return intersectTypes([base, branch]);
}
