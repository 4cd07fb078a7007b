import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { JsonType, TypeSet } from "../schema/type-set.js";
import { allTypes, noTypes, typeSetOf } from "../schema/type-set.js";

/** What a keyword holds: one subschema, several, or none. */
type Subschemas = NodeId | Iterable<NodeId> | undefined;

/** What the proofs know of a keyword, for a schema that has it. */
interface KeywordRow {
  /**
   * The types of which it may pass some values and refuse others. None for the keywords whose verdict is itself proved: they state
   * types or values, or combine schemas.
   */
  readonly narrows: (schema: CanonicalSchema) => TypeSet;
  /** Its subschemas that apply to the same instance. */
  readonly inPlace?: (schema: CanonicalSchema) => Subschemas;
  /** Its subschemas that apply to members or items of the instance. */
  readonly below?: (schema: CanonicalSchema) => Subschemas;
}

const stating: KeywordRow = { narrows: () => noTypes };
const ofNumbers = rowOf("number");
const ofStrings = rowOf("string");
const ofArrays = rowOf("array");
const ofObjects = rowOf("object");

function rowOf(type: JsonType): KeywordRow {
  const types = typeSetOf([type]);
  return { narrows: () => types };
}

/** Every keyword has a row, so that a new one does not compile until the proofs know it. */
const rows: Readonly<Record<keyof CanonicalSchema, KeywordRow>> = {
  $ref: { ...stating, inPlace: ({ $ref }) => $ref },
  type: stating,
  enum: stating,
  const: stating,
  minimum: ofNumbers,
  maximum: ofNumbers,
  exclusiveMinimum: ofNumbers,
  exclusiveMaximum: ofNumbers,
  multipleOf: ofNumbers,
  minLength: ofStrings,
  maxLength: ofStrings,
  pattern: ofStrings,
  // A format that the specification does not define may be about any type.
  format: { narrows: ({ format }) => (format?.asserted === true ? allTypes : noTypes) },
  prefixItems: { ...ofArrays, below: ({ prefixItems }) => prefixItems },
  items: { ...ofArrays, below: ({ items }) => items },
  contains: { ...ofArrays, below: ({ contains }) => contains?.schema },
  minContains: ofArrays,
  maxContains: ofArrays,
  minItems: ofArrays,
  maxItems: ofArrays,
  uniqueItems: ofArrays,
  unevaluatedItems: { ...ofArrays, below: ({ unevaluatedItems }) => unevaluatedItems },
  properties: { ...ofObjects, below: ({ properties }) => properties?.values() },
  patternProperties: {
    ...ofObjects,
    below: ({ patternProperties }) => patternProperties?.map(({ schema }) => schema),
  },
  additionalProperties: {
    ...ofObjects,
    below: ({ additionalProperties }) => additionalProperties,
  },
  propertyNames: { ...ofObjects, below: ({ propertyNames }) => propertyNames },
  required: ofObjects,
  minProperties: ofObjects,
  maxProperties: ofObjects,
  dependentRequired: ofObjects,
  dependentSchemas: { ...ofObjects, inPlace: ({ dependentSchemas }) => dependentSchemas?.values() },
  unevaluatedProperties: {
    ...ofObjects,
    below: ({ unevaluatedProperties }) => unevaluatedProperties,
  },
  allOf: { ...stating, inPlace: ({ allOf }) => allOf },
  anyOf: { ...stating, inPlace: ({ anyOf }) => anyOf },
  oneOf: { ...stating, inPlace: ({ oneOf }) => oneOf },
  not: { ...stating, inPlace: ({ not }) => not },
  if: { ...stating, inPlace: ({ if: condition }) => condition },
  then: { ...stating, inPlace: ({ then }) => then },
  else: { ...stating, inPlace: ({ else: otherwise }) => otherwise },
  extensions: { narrows: () => allTypes },
  contentSchema: stating,
};

/** The types of which keywords that are not followed may refuse some values. */
export function findNarrowedTypes(schema: CanonicalSchema): TypeSet {
  let types = noTypes;
  for (const keyword of keywordNames(schema)) types |= rows[keyword].narrows(schema);
  return types;
}

/**
 * The subschemas that apply to the same instance as `schema` itself: in-place applicators and references.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2
 */
export function listInPlace(schema: boolean | CanonicalSchema): NodeId[] {
  const found: NodeId[] = [];
  if (typeof schema === "boolean") return found;
  for (const keyword of keywordNames(schema)) addAll(found, rows[keyword].inPlace?.(schema));
  return found;
}

/** The subschemas that apply to members or items of an instance. */
export function listBelow(schema: boolean | CanonicalSchema): NodeId[] {
  const found: NodeId[] = [];
  if (typeof schema === "boolean") return found;
  for (const keyword of keywordNames(schema)) addAll(found, rows[keyword].below?.(schema));
  return found;
}

/** The subschemas that apply to every instance of a schema: its reference, then its `allOf`. */
export function listConjuncts({ $ref, allOf }: CanonicalSchema): readonly NodeId[] {
  if ($ref === undefined) return allOf ?? none;
  return allOf === undefined ? [$ref] : [$ref, ...allOf];
}

const none: readonly NodeId[] = [];

/** Whether the schema is a reference that says nothing else. */
export function isAlias(schema: boolean | CanonicalSchema): schema is { readonly $ref: NodeId } {
  return typeof schema === "object" && schema.$ref !== undefined && Object.keys(schema).length === 1;
}

function keywordNames(schema: CanonicalSchema): readonly (keyof CanonicalSchema)[] {
  return Object.keys(schema) as (keyof CanonicalSchema)[];
}

function addAll(found: NodeId[], subschemas: Subschemas): void {
  if (subschemas === undefined) return;
  if (typeof subschemas === "string") found.push(subschemas);
  else for (const id of subschemas) found.push(id);
}
