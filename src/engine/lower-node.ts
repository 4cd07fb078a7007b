import type { Models } from "../emit/context.js";
import { commentText } from "../emit/code.js";
import { printType } from "../emit/print-type.js";
import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import { admits, allTypes, isSubset, jsonTypesOf, noTypes } from "../schema/type-set.js";
import type { TypeKind } from "../types/type-model.js";
import type { EngineSchema } from "./engine-schema.js";
import { anything, holdsOpenTuple, nothing } from "./engine-schema.js";
import { lowerArray } from "./lower-array.js";
import { lowerObject } from "./lower-object.js";
import type { Lowering, Position } from "./lowering.js";

/** What lowers the nodes of one output. */
export function startLowering(models: Models): Lowering {
  const lowering: Lowering = {
    models,
    replaced: new Set(),
    lowerPart: (id, position = {}) => lowerPart(lowering, id, position),
  };
  return lowering;
}

/**
 * The node as json-schema-to-typescript can take it, whatever its own name: never less than the guard accepts. Undefined where it has
 * no form for it at all. `within` are the types of the instance that the schemas around it leave.
 */
export function lowerNode(
  lowering: Lowering,
  id: NodeId,
  within: TypeSet = allTypes,
): EngineSchema | undefined {
  const { graph, facts } = lowering.models;
  const types = facts.types(id) & within;
  if (types === noTypes) return nothing;
  const alias = facts.resolve(id);
  if (alias !== id) return referTo(lowering, alias);
  if (isTypedByUs(lowering, id)) return undefined;
  if (typeof nodeOf(graph, id).schema === "boolean") return typesAlone(types);
  const literals = facts.literals(id);
  if (literals) return literals.every(isPlainLiteral) ? { enum: literals } : undefined;
  const schema = keywordsOf(graph, id);
  const own = lowerOwn(lowering, id, schema, types);
  const conjuncts = lowerConjuncts(lowering, schema, types);
  if (!own) return undefined;
  if (conjuncts.length === 0) return own;
  const isSaid =
    (isWhole(own) || !hasStructure(schema)) && isSubset(typesOfConjuncts(lowering, schema), types);
  return meet(isSaid ? conjuncts : [...conjuncts, own]);
}

const ours: ReadonlySet<TypeKind> = new Set(["imported", "brand", "open-string"]);

/** Whether the node's type is one of another module, or strings that are open or have a brand. */
function isTypedByUs({ models }: Lowering, id: NodeId): boolean {
  const type = models.types.nodes.get(id);
  const members = type?.kind === "union" ? type.members : [type];
  return members.some((member) => member !== undefined && ours.has(member.kind));
}

/** See Lowering.lowerPart. */
function lowerPart(lowering: Lowering, id: NodeId, { within, isApart = false }: Position): EngineSchema {
  // What has a declaration is described there.
  if (lowering.models.names.declarations.has(id)) return referTo(lowering, id);
  const schema = lowerNode(lowering, id, within);
  const isTaken = schema !== undefined && !(isApart && holdsOpenTuple(schema));
  return describe(lowering, id, isTaken ? schema : printOurs(lowering, id));
}

/** The schema with the lines that stand above its declaration or property: the author's, then those it has already. */
export function describe({ models }: Lowering, id: NodeId, schema: EngineSchema): EngineSchema {
  const { description = "", deprecated } = nodeOf(models.graph, id).annotations;
  const lead = [...(deprecated ? ["@deprecated"] : []), commentText(description)].filter(
    (line) => line !== "",
  );
  const text = [lead.join("\n"), schema.description ?? ""].filter((part) => part !== "").join("\n\n");
  return text === "" ? schema : { ...schema, description: text };
}

/** A type as Schemist prints it, which stands in the engine's output as it is. */
function printOurs({ models, replaced }: Lowering, id: NodeId): EngineSchema {
  replaced.add(id);
  return { tsType: `(${printType(models, { kind: "reference", target: id })})` };
}

function referTo(lowering: Lowering, id: NodeId): EngineSchema {
  const names = lowering.models.names.declarations.get(id);
  return names ? { tsType: names.type } : lowering.lowerPart(id);
}

/** What else applies to the same instance. */
function lowerConjuncts(
  lowering: Lowering,
  { $ref, allOf = [], anyOf, oneOf }: CanonicalSchema,
  types: TypeSet,
): EngineSchema[] {
  const branches = (ids: readonly NodeId[]): EngineSchema[] =>
    ids
      .filter((id) => (lowering.models.facts.types(id) & types) !== noTypes)
      .map((id) => lowering.lowerPart(id, { within: types, isApart: true }));
  const conjuncts = [
    ...($ref === undefined ? [] : [referTo(lowering, lowering.models.facts.resolve($ref))]),
    ...allOf.map((id) => lowering.lowerPart(id, { within: types, isApart: true })),
    ...(anyOf ? [{ anyOf: branches(anyOf) }] : []),
    ...(oneOf ? [{ oneOf: branches(oneOf) }] : []),
  ];
  return conjuncts.filter(({ tsType }) => tsType !== anything.tsType);
}

/** The types that the other schemas leave of all. */
function typesOfConjuncts(
  { models: { facts } }: Lowering,
  { $ref, allOf = [], anyOf, oneOf }: CanonicalSchema,
): TypeSet {
  const required = [...($ref === undefined ? [] : [$ref]), ...allOf].map((id) => facts.types(id));
  const united = [anyOf, oneOf].map(
    (ids) => ids?.reduce((all, id) => all | facts.types(id), noTypes) ?? allTypes,
  );
  return [...required, ...united].reduce((all, each) => all & each, allTypes);
}

function meet(parts: readonly EngineSchema[]): EngineSchema {
  const [only = anything, ...others] = parts;
  return others.length === 0 ? only : { allOf: parts };
}

const structures: readonly (keyof CanonicalSchema)[] = [
  ...(["properties", "required", "patternProperties", "additionalProperties"] as const),
  ...(["prefixItems", "items", "minItems", "maxItems"] as const),
];

function hasStructure(schema: CanonicalSchema): boolean {
  return structures.some((keyword) => schema[keyword] !== undefined);
}

/** What the schema itself says of its instances, one JSON type at a time. */
function lowerOwn(
  lowering: Lowering,
  id: NodeId,
  schema: CanonicalSchema,
  types: TypeSet,
): EngineSchema | undefined {
  if (!hasStructure(schema)) return typesAlone(types);
  const scalars = jsonTypesOf(types).filter((type) => type !== "object" && type !== "array");
  const object = admits(types, "object") ? lowerObject(lowering, id, schema) : undefined;
  const array = admits(types, "array") ? lowerArray(lowering, schema) : undefined;
  if (admits(types, "object") && !object) return undefined;
  if (admits(types, "array") && !array) return undefined;
  if (types === allTypes && array && object && isWhole(array) && isWhole(object)) return anything;
  const parts = [
    ...scalars.map((type) => ({ type })),
    ...(array ? [array] : []),
    ...(object ? [object] : []),
  ];
  const [only = nothing, ...others] = parts;
  return others.length === 0 ? only : { anyOf: parts };
}

/** Whether the printed type admits all arrays or objects: `{}` is what becomes of an object that may have nothing. */
function isWhole({ type, items, properties, patternProperties, ...rest }: EngineSchema): boolean {
  if (type === "array") return !items;
  const { additionalProperties } = rest;
  const isEmpty = additionalProperties === false && !patternProperties;
  return type === "object" && !properties && (isEmpty || additionalProperties === true);
}

/** Types with nothing more to say of them. */
function typesAlone(types: TypeSet): EngineSchema {
  const names = jsonTypesOf(types);
  if (names.length === 6) return anything;
  const parts = names.map((type) => (type === "object" ? { type, additionalProperties: true } : { type }));
  const [only = nothing, ...others] = parts;
  return others.length === 0 ? only : { anyOf: parts };
}

/** A value that the engine prints as we would. */
function isPlainLiteral(value: JsonValue): value is string | number | boolean | null {
  if (typeof value === "string") return isPlainText(value);
  return typeof value === "number" ? Number.isFinite(value) : typeof value !== "object" || value === null;
}

/** Whether the text holds nothing that our own printer would escape and the engine would not. */
function isPlainText(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u.test(text);
}
