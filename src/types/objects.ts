import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { allTypes, jsonTypesOf, noTypes, typeSetOfValue } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId, Pattern, SchemaGraph } from "../schema/schema-graph.js";
import { anyObject, intersectTypes, literalType, neverType, referTo, uniteTypes } from "./algebra.js";
import type { IndexSignature, Member, ObjectType, Type } from "./type-model.js";

/**
 * What TypeScript says every object has. `__proto__` and the accessors beside it are not declared there, and stay plain.
 */
const inheritedKeys: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/** The schemas whose keywords are written into an object type, and the definitions that it extends instead. */
export interface ObjectParts {
  readonly inline: readonly NodeId[];
  readonly bases: readonly NodeId[];
}

/** Parts all conjuncts of `start`: definitions that are plain objects become bases, everything else is written in. */
export function partConjuncts(graph: SchemaGraph, facts: Facts, start: NodeId): ObjectParts {
  const inline = new Set<NodeId>();
  const bases = new Set<NodeId>();
  const stack = [start];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (inline.has(id)) continue;
    if (id !== start && isPlainObjectDefinition(graph, facts, id)) {
      bases.add(facts.resolve(id));
      continue;
    }
    inline.add(id);
    const { $ref, allOf } = keywordsOf(graph, id);
    stack.push(...(allOf ?? []).toReversed());
    if ($ref !== undefined) stack.push($ref);
  }
  return { inline: [...inline], bases: [...bases] };
}

function isPlainObjectDefinition(graph: SchemaGraph, facts: Facts, id: NodeId): boolean {
  return graph.nodes.get(id)?.parent === undefined && jsonTypesOf(facts.types(id)).join() === "object";
}

/** The objects that the parts admit together; `anyObject` where they say nothing. */
export function objectTypeOf(graph: SchemaGraph, facts: Facts, node: NodeId, parts: ObjectParts): Type {
  const schemas = parts.inline.map((id) => keywordsOf(graph, id));
  const inherited = new Set(parts.bases.flatMap((base) => [...facts.requiredKeys(base)]));
  const named = new Set(schemas.flatMap((schema) => [...(schema.properties?.keys() ?? [])]));
  const demanded = schemas.flatMap((schema) => schema.required ?? []).filter((key) => !inherited.has(key));
  const required = facts.requiredKeys(node);
  const members = [...new Set([...named, ...demanded])].map((key) =>
    memberOf(graph, facts.propertySchemas(node, key), key, required.has(key), facts),
  );
  const indexes =
    parts.bases.length > 0 ? [] : schemas.flatMap((schema) => indexesOf(facts, schema, members));
  if (members.length === 0 && indexes.length === 0 && parts.bases.length === 0) return anyObject;
  return { kind: "object", bases: parts.bases, members, indexes } satisfies ObjectType;
}

function memberOf(
  graph: SchemaGraph,
  schemas: readonly NodeId[],
  key: string,
  isRequired: boolean,
  facts: Facts,
): Member {
  const type = typeOfAll(graph, facts, schemas);
  const isInherited = inheritedKeys.has(key) && !isRequired;
  return {
    key,
    type: isInherited ? uniteTypes([type, { kind: "inherited", key }]) : type,
    isOptional: !isRequired,
    source: schemas.find((id) => graph.nodes.has(id)),
  };
}

/** The type of a value to which all the schemas apply. */
function typeOfAll(graph: SchemaGraph, facts: Facts, schemas: readonly NodeId[]): Type {
  const targets = schemas.filter((id) => Object.keys(keywordsOf(graph, id)).length > 0 || isNever(facts, id));
  const known = targets.map((id) => facts.literals(id)).filter((values) => values !== undefined);
  const [first] = known;
  if (targets.some((id) => isNever(facts, id))) return neverType;
  if (targets.length > 1 && first?.every((value) => typeof value !== "object" || value === null)) {
    const types = targets.reduce<number>((set, id) => set & facts.types(id), allTypes);
    const values = first
      .filter((value) => known.every((set) => set.includes(value)))
      .filter((value) => (typeSetOfValue(value) & types) !== 0);
    return uniteTypes(values.map(literalType));
  }
  return intersectTypes(targets.map(referTo));
}

function isNever(facts: Facts, node: NodeId): boolean {
  return facts.types(node) === noTypes;
}

/**
 * Index signatures for `patternProperties` and `additionalProperties`. TypeScript wants every named member, and every narrower
 * index, to fit a wider one; so the index of all keys admits them too.
 */
function indexesOf(facts: Facts, schema: CanonicalSchema, members: readonly Member[]): IndexSignature[] {
  const { patternProperties = [], additionalProperties } = schema;
  const patterns = patternProperties.map(({ pattern, schema: node }) => ({
    prefix: prefixOf(pattern),
    type: isNever(facts, node) ? neverType : referTo(node),
  }));
  const templates = patterns.filter(({ prefix }) => prefix !== undefined);
  if (additionalProperties === undefined) return templates;
  const isClosed = isNever(facts, additionalProperties);
  if (isClosed && templates.length === patterns.length) return templates;
  const optional: Type[] = members.some(({ isOptional }) => isOptional) ? [{ kind: "undefined" }] : [];
  const admitted = [
    ...(isClosed ? [] : [referTo(additionalProperties)]),
    ...patterns.map(({ type }) => type),
    ...members.map(({ type }) => type),
  ];
  const type = uniteTypes([...admitted, ...optional]);
  return type.kind === "never" ? templates : [...templates, { prefix: undefined, type }];
}

/** `x-` for `^x-`, where what follows says nothing more; undefined for every pattern that is no plain prefix. */
export function prefixOf({ source }: Pattern): string | undefined {
  const prefix = /^\^((?:[\w \-:@/]|\\[-./$])+)(?:\.\*\$?)?$/.exec(source)?.[1];
  return prefix?.replaceAll("\\", "");
}
