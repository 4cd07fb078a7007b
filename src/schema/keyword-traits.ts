import type { CanonicalSchema } from "./schema-graph.js";
import type { TypeSet } from "./type-set.js";
import { noTypes, typeSetOf } from "./type-set.js";
import { stringFormats } from "./string-formats.js";

/**
 * How a subschema bears on the instance of the schema that holds it: it must hold too (`conjunct`), it or another must
 * (`branch`), it is about a part of the instance (`child`), or it is only asked whether it holds (`test`), so that each word of it
 * counts as it stands.
 */
export type EdgeRole = "conjunct" | "branch" | "child" | "test";

/** The types whose instances some keywords are about, and let all others pass. */
export type SpokenType = "object" | "array" | "string" | "number";

export interface KeywordTraits {
  /** Of its subschemas, if it has any. */
  readonly role?: EdgeRole;
  readonly speaks?: SpokenType;
}

/** What the inference of types knows of each keyword. */
export const keywordTraits: Readonly<Record<keyof CanonicalSchema, KeywordTraits>> = {
  $ref: { role: "conjunct" },
  type: {},
  enum: {},
  const: {},
  minimum: { speaks: "number" },
  maximum: { speaks: "number" },
  exclusiveMinimum: { speaks: "number" },
  exclusiveMaximum: { speaks: "number" },
  multipleOf: { speaks: "number" },
  minLength: { speaks: "string" },
  maxLength: { speaks: "string" },
  pattern: { speaks: "string" },
  // Formats that the specification does not define may be about any type.
  format: {},
  prefixItems: { role: "child", speaks: "array" },
  items: { role: "child", speaks: "array" },
  contains: { role: "test", speaks: "array" },
  minContains: { speaks: "array" },
  maxContains: { speaks: "array" },
  minItems: { speaks: "array" },
  maxItems: { speaks: "array" },
  uniqueItems: { speaks: "array" },
  unevaluatedItems: { role: "child", speaks: "array" },
  properties: { role: "child", speaks: "object" },
  patternProperties: { role: "child", speaks: "object" },
  additionalProperties: { role: "child", speaks: "object" },
  propertyNames: { role: "child", speaks: "object" },
  required: { speaks: "object" },
  minProperties: { speaks: "object" },
  maxProperties: { speaks: "object" },
  dependentRequired: { speaks: "object" },
  dependentSchemas: { role: "branch", speaks: "object" },
  unevaluatedProperties: { role: "child", speaks: "object" },
  allOf: { role: "conjunct" },
  anyOf: { role: "branch" },
  oneOf: { role: "branch" },
  not: { role: "test" },
  if: { role: "test" },
  then: { role: "branch" },
  else: { role: "branch" },
  // A function may be about any type.
  extensions: {},
  contentSchema: { role: "child" },
};

/** The types that the keywords of `schema` speak of. */
export function readSpokenTypes(schema: boolean | CanonicalSchema): TypeSet {
  let types = noTypes;
  if (typeof schema === "boolean") return types;
  for (const keyword of Object.keys(schema)) types |= spoken.get(keyword) ?? noTypes;
  return speaksOfStrings(schema) ? types | strings : types;
}

const strings = typeSetOf(["string"]);

/** The types that keywords speak of, by the keyword. */
const spoken: ReadonlyMap<string, TypeSet> = new Map(
  Object.entries(keywordTraits).flatMap(([keyword, { speaks }]) =>
    speaks ? [[keyword, typeSetOf([speaks])] as const] : [],
  ),
);

/** The keywords of `schema` that speak of a type, each with that type. */
export function listSpeakers(
  schema: boolean | CanonicalSchema,
): (readonly [keyword: string, type: SpokenType])[] {
  if (typeof schema === "boolean") return [];
  const speakers = Object.keys(schema).flatMap((keyword) => {
    const { speaks } = keywordTraits[keyword as keyof CanonicalSchema];
    return speaks ? [[keyword, speaks] as const] : [];
  });
  return speaksOfStrings(schema) ? [...speakers, ["format", "string"]] : speakers;
}

function speaksOfStrings({ format }: CanonicalSchema): boolean {
  return format !== undefined && (format.export !== undefined || stringFormats.has(format.name));
}
