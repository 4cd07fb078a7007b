import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { JsonType, TypeSet } from "../schema/type-set.js";
import { admits, jsonTypesOf, noTypes, typeSetOfValue } from "../schema/type-set.js";
import { intersectTypes, neverType, referTo, uniteTypes, unknownType, wholeTypes } from "./algebra.js";
import type { TypeParts } from "./alternatives.js";
import { cutByName, meetBranches, uniteBranches } from "./alternatives.js";
import { arrayTypeOf } from "./arrays.js";
import type { Parts } from "./bases.js";
import { partConjuncts } from "./bases.js";
import { literalType } from "./literal-types.js";
import { objectTypeOf } from "./objects.js";
import type { Projecting, Projection } from "./projection.js";
import type { Type } from "./type-model.js";

/** The type of `id`, given the projections of all that applies in place of it. */
export function projectNode(projecting: Projecting, id: NodeId): Projection {
  const { graph, facts, done } = projecting;
  const types = facts.types(id);
  if (types === noTypes) return notExtendable(neverType, new Map());
  const alias = facts.resolve(id);
  if (alias !== id) return notExtendable(referTo(alias), done.get(alias)?.parts ?? new Map());
  if (typeof nodeOf(graph, id).schema === "boolean") {
    const whole = new Map(jsonTypesOf(types).map((type) => [type, wholeTypes[type]]));
    return notExtendable(unknownType, whole);
  }
  const literals = facts.literals(id);
  return literals ? projectLiterals(literals, types) : projectKeywords(projecting, id, types);
}

function notExtendable(type: Type, parts: TypeParts): Projection {
  return { type, parts, isExtendable: false };
}

function projectLiterals(literals: readonly JsonValue[], types: TypeSet): Projection {
  const typed = literals.map((value) => ({ types: typeSetOfValue(value), type: literalType(value) }));
  const partOf = (name: JsonType): Type =>
    uniteTypes(typed.filter((each) => admits(each.types, name)).map(({ type }) => type));
  return notExtendable(
    uniteTypes(typed.map(({ type }) => type)),
    new Map(jsonTypesOf(types).map((name) => [name, partOf(name)])),
  );
}

/** The conjuncts' own keywords, then each of their `anyOf` and `oneOf`. */
function projectKeywords(projecting: Projecting, id: NodeId, types: TypeSet): Projection {
  const parts = partConjuncts(projecting, id);
  const schemas = parts.inline.map((each) => keywordsOf(projecting.graph, each));
  const own = new Map(jsonTypesOf(types).map((name) => [name, ownPart(projecting, id, parts, name)]));
  const groups = schemas.flatMap(({ anyOf, oneOf }) => [anyOf, oneOf]).filter((group) => group !== undefined);
  const [only, ...others] = groups;
  const met = groups.reduce<TypeParts>((base, group) => meetBranches(projecting, id, base, group), own);
  const united = only && others.length === 0 ? uniteBranches(projecting, types, own, only) : undefined;
  const type = joinParts(met);
  return {
    type: type.kind === "unknown" ? type : (united ?? type),
    parts: met,
    isExtendable: groups.length === 0 && isExtendable(type),
  };
}

/** All six JSON types whole are `unknown`. */
function joinParts(parts: TypeParts): Type {
  const isWhole = parts.size === 6 && [...parts].every(([name, part]) => part === wholeTypes[name]);
  return isWhole ? unknownType : uniteTypes([...parts.values()]);
}

/** What the conjuncts' own keywords leave of one JSON type, alternatives apart. */
function ownPart(projecting: Projecting, id: NodeId, parts: Parts, name: JsonType): Type {
  const named = parts.mixed.map((each) => cutByName(projecting, each, name));
  return intersectTypes([writtenPart(projecting, id, parts, name), ...named]);
}

function writtenPart(projecting: Projecting, id: NodeId, parts: Parts, name: JsonType): Type {
  if (name === "object") return objectTypeOf(projecting, id, parts);
  if (name !== "array") return wholeTypes[name];
  const schemas = parts.inline.map((each): CanonicalSchema => keywordsOf(projecting.graph, each));
  return arrayTypeOf(projecting, schemas);
}

/** An index signature that holds anything contradicts no member that another interface adds. */
function isExtendable(type: Type): boolean {
  return type.kind === "object" && type.indexes.every((index) => index.type.kind === "unknown");
}
