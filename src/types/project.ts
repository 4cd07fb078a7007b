import { keywordsOf } from "../facts/conjuncts.js";
import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId, SchemaNode } from "../schema/schema-graph.js";
import type { JsonType, TypeSet } from "../schema/type-set.js";
import { admits, jsonTypesOf, noTypes, typeSetOf, typeSetOfValue } from "../schema/type-set.js";
import { intersectTypes, neverType, referTo, uniteTypes, unknownType, wholeTypes } from "./algebra.js";
import type { TypeParts } from "./alternatives.js";
import { cutByName, meetBranches, uniteBranches } from "./alternatives.js";
import { arrayTypeOf } from "./arrays.js";
import type { Parts } from "./bases.js";
import { partConjuncts } from "./bases.js";
import type { Case } from "./case.js";
import { leavesRestOpen, listEvaluating } from "./evaluating.js";
import { findCases } from "./find-cases.js";
import { literalType } from "./literal-types.js";
import { closeCases, objectTypeOf } from "./objects.js";
import { resolveScalars } from "./members.js";
import type { Projecting, Projection, SkippedKeyword } from "./projection.js";
import { excludeValues } from "./refutation.js";
import type { Type } from "./type-model.js";
import { uniteCases } from "./unite-cases.js";

/** The type of `id`, given the projections of all that applies in place of it. */
export function projectNode(projecting: Projecting, { id, schema }: SchemaNode): Projection {
  const { facts, done } = projecting;
  const types = facts.types(id);
  if (types === noTypes) return notExtendable(neverType, new Map());
  const alias = facts.resolve(id);
  if (alias !== id) return notExtendable(referTo(alias), done.get(alias)?.parts ?? new Map());
  if (typeof schema === "boolean") {
    const whole = new Map(jsonTypesOf(types).map((type) => [type, wholeTypes[type]]));
    return notExtendable(unknownType, whole);
  }
  const literals = facts.literals(id);
  if (literals) return projectLiterals(literals, types);
  return isPlainScalar(schema, types) ? projectScalars(projecting, types) : projectTogether(projecting, [id]);
}

const structures = typeSetOf(["object", "array"]);

/** The keywords that no type says anything of, but `type`, which facts have read. */
const plainKeywords: ReadonlySet<string> = new Set<keyof CanonicalSchema>([
  "type",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "format",
]);

/** Whether the schema's type is all of its JSON types, and those are scalars: so are most. */
function isPlainScalar(schema: CanonicalSchema, types: TypeSet): boolean {
  return (types & structures) === 0 && Object.keys(schema).every((keyword) => plainKeywords.has(keyword));
}

function projectScalars({ scalars }: Projecting, types: TypeSet): Projection {
  const known = scalars.get(types);
  if (known) return known;
  const parts = new Map(jsonTypesOf(types).map((name) => [name, wholeTypes[name]]));
  const projection = notExtendable(uniteTypes([...parts.values()]), parts);
  scalars.set(types, projection);
  return projection;
}

function notExtendable(type: Type, parts: TypeParts): Projection {
  return { type, parts, isExtendable: false, isContradictory: false, skipped: [] };
}

function projectLiterals(literals: readonly JsonValue[], types: TypeSet): Projection {
  const typed = literals.map((value) => ({ types: typeSetOfValue(value), type: literalType(value) }));
  const whole = uniteTypes(typed.map(({ type }) => type));
  const partOf = (name: JsonType): Type => {
    const own = typed.filter((each) => admits(each.types, name));
    return own.length === typed.length ? whole : uniteTypes(own.map(({ type }) => type));
  };
  return notExtendable(whole, new Map(jsonTypesOf(types).map((name) => [name, partOf(name)])));
}

/** What all of the schemas admit together, case by case. */
export function projectTogether(projecting: Projecting, schemas: readonly NodeId[]): Projection {
  const { cases, skipped } = findCases(projecting, schemas);
  const bodies = cases.map((of) => projectCase(projecting, of));
  const [only, ...others] = bodies;
  const parts = uniteParts(projecting, bodies);
  const type = joinParts(parts);
  const isWhole = type.kind === "unknown" || !only || others.length > 0;
  const united = isWhole ? undefined : uniteBranches(projecting, only.of.types, only.own, only.groups);
  const hasGroups = bodies.some(({ groups }) => groups.length > 0);
  return {
    type: united ?? type,
    parts,
    isExtendable: !hasGroups && isExtendable(type),
    isContradictory: cases.length === 0,
    skipped: [...skipped, ...bodies.flatMap((body) => findOpenRests(projecting, body))],
  };
}

/** The object that a schema describes beside the members of its `anyOf` and `oneOf`. */
export function projectBeside(projecting: Projecting, id: NodeId): Type {
  const { cases } = findCases(projecting, [id]);
  return uniteTypes(
    cases.map((of) => ownPart(projecting, of, partConjuncts(projecting, of.asserted), "object")),
  );
}

/** What a case admits by its own keywords, and the groups of branches that it does not choose among. */
interface CaseProjection {
  readonly of: Case;
  readonly parts: Parts;
  readonly own: TypeParts;
  readonly groups: readonly (readonly NodeId[])[];
}

function projectCase(projecting: Projecting, of: Case): CaseProjection {
  const { graph } = projecting;
  const parts = partConjuncts(projecting, of.asserted);
  const own = new Map(jsonTypesOf(of.types).map((name) => [name, ownPart(projecting, of, parts, name)]));
  const groups = parts.inline
    .map((id) => keywordsOf(graph, id))
    .flatMap(({ anyOf, oneOf }) => [anyOf, oneOf])
    .filter((group) => group !== undefined)
    .filter((group) => !group.some((id) => of.asserted.includes(id)));
  return { of, parts, own, groups };
}

/** The keywords about parts of which a case does not tell whether something evaluates them. */
function findOpenRests(projecting: Projecting, { of, parts }: CaseProjection): SkippedKeyword[] {
  return parts.inline.flatMap((node) => {
    const schema = keywordsOf(projecting.graph, node);
    const asked = (["unevaluatedProperties", "unevaluatedItems"] as const).filter(
      (keyword) => schema[keyword] !== undefined,
    );
    return asked
      .filter((keyword) => leavesRestOpen(projecting, of, listEvaluating(projecting, of, node, keyword)))
      .map((keyword) => ({ node, keyword }));
  });
}

/** The union of the cases for each JSON type. Branches that none of them chooses among are met once. */
function uniteParts(projecting: Projecting, bodies: readonly CaseProjection[]): TypeParts {
  const [first, ...others] = bodies;
  if (!first) return new Map();
  if (others.length === 0) return meetGroups(projecting, first, first.own);
  const areSame = others.every(({ groups }) => JSON.stringify(groups) === JSON.stringify(first.groups));
  return areSame
    ? meetGroups(
        projecting,
        first,
        uniteCaseParts(projecting, bodies, ({ own }) => own),
      )
    : uniteCaseParts(projecting, bodies, (body) => meetGroups(projecting, body, body.own));
}

function uniteCaseParts(
  projecting: Projecting,
  bodies: readonly CaseProjection[],
  partsOf: (body: CaseProjection) => TypeParts,
): TypeParts {
  const cases = bodies.map((body) => ({ ...body, admitted: partsOf(body) }));
  const names = new Set(cases.flatMap(({ admitted }) => [...admitted.keys()]));
  return new Map(
    [...names].map((name) => {
      const admitting = cases.flatMap(({ of, parts, admitted }) => {
        const type = admitted.get(name);
        return type ? [{ of, parts, type }] : [];
      });
      const types = name === "object" ? closeCases(projecting, admitting) : admitting.map(({ type }) => type);
      return [name, uniteCases(types, (type) => resolveScalars(projecting, type))];
    }),
  );
}

function meetGroups(projecting: Projecting, { parts, groups }: CaseProjection, own: TypeParts): TypeParts {
  return groups.reduce((base, group) => meetBranches(projecting, parts.isBound, base, group), own);
}

/** All six JSON types whole are `unknown`. */
function joinParts(parts: TypeParts): Type {
  const isWhole = parts.size === 6 && [...parts].every(([name, part]) => part === wholeTypes[name]);
  return isWhole ? unknownType : uniteTypes([...parts.values()]);
}

/** What a case leaves of one JSON type, alternatives apart. */
function ownPart(projecting: Projecting, of: Case, parts: Parts, name: JsonType): Type {
  const named = parts.mixed.map((each) => cutByName(projecting, each, name));
  const listed = of.asserted.flatMap((id) => listedPart(projecting, id, name) ?? []);
  const written = writtenPart(projecting, of, parts, name);
  return excludeValues(projecting.facts, intersectTypes([written, ...named, ...listed]), of.refuted);
}

/** What a schema that the case chose admits, where its keywords are not written in: scalars, and values that it lists. */
function listedPart({ facts, done }: Projecting, id: NodeId, name: JsonType): Type | undefined {
  const isWritten = (name === "object" || name === "array") && facts.literals(id) === undefined;
  return isWritten ? undefined : done.get(id)?.parts.get(name);
}

function writtenPart(projecting: Projecting, of: Case, parts: Parts, name: JsonType): Type {
  if (name === "object") return objectTypeOf(projecting, of, parts);
  return name === "array" ? arrayTypeOf(projecting, of, parts) : wholeTypes[name];
}

/** An index signature that holds anything contradicts no member that another interface adds. */
function isExtendable(type: Type): boolean {
  return type.kind === "object" && type.indexes.every((index) => index.type.kind === "unknown");
}
