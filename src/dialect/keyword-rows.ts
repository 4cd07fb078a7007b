import type { Dialect, Keyword, KeywordShape } from "./dialect.js";

/** Keywords by the name that stands in a schema; a shape alone where the keyword's id is its name. */
export type KeywordRows = Readonly<Record<string, KeywordShape | Keyword>>;

/** The keywords of a dialect, from groups that it shares with others and groups of its own; the last row of a name wins. */
export function collectKeywords(...groups: readonly KeywordRows[]): Dialect["keywords"] {
  const rows = groups.flatMap((group) => Object.entries(group));
  return new Map(
    rows.map(([name, row]) => [name, typeof row === "string" ? { id: name, shape: row } : row] as const),
  );
}

/**
 * What only people read. Schemas of every dialect use these names in one sense, and no verdict depends on them, so each
 * dialect knows them, whichever first defined them; `example` is OpenAPI's.
 */
export const annotations: KeywordRows = {
  title: "data",
  description: "data",
  default: "data",
  example: "data",
  deprecated: "data",
  readOnly: "data",
  writeOnly: "data",
  $comment: "data",
};

/** What means the same in every draft. */
export const sinceDraft03: KeywordRows = {
  enum: "data",
  minLength: "data",
  maxLength: "data",
  pattern: "data",
  format: "data",
  minItems: "data",
  maxItems: "data",
  uniqueItems: "data",
  patternProperties: "schema-map",
  additionalProperties: "schema",
};

/** Added by draft 4, or given the meaning that it still has. */
export const sinceDraft04: KeywordRows = {
  type: "data",
  multipleOf: "data",
  required: "data",
  minProperties: "data",
  maxProperties: "data",
  properties: "schema-map",
  allOf: "schemas",
  anyOf: "schemas",
  oneOf: "schemas",
  not: "schema",
};

/** Added by draft 6. */
export const sinceDraft06: KeywordRows = {
  const: "data",
  examples: "data",
  minimum: "data",
  maximum: "data",
  exclusiveMinimum: "data",
  exclusiveMaximum: "data",
  contains: "schema",
  propertyNames: "schema",
};

/** Added by draft 7. */
export const sinceDraft07: KeywordRows = {
  if: "schema",
  then: "schema",
  else: "schema",
  contentEncoding: "data",
  contentMediaType: "data",
};

/** Added by 2019-09. */
export const since2019: KeywordRows = {
  $id: "identifier",
  $schema: "dialect",
  $ref: "reference",
  $anchor: "anchor",
  $defs: "definitions",
  dependentSchemas: "schema-map",
  dependentRequired: "data",
  minContains: "data",
  maxContains: "data",
  unevaluatedProperties: "schema",
  contentSchema: "schema",
};

/** Added by 2020-12. */
export const since2020: KeywordRows = {
  prefixItems: "schemas",
  items: "schema",
  unevaluatedItems: "schema",
};

/** Gone with draft 6. */
export const untilDraft04: KeywordRows = {
  id: { id: "$id", shape: "identifier" },
  minimum: { id: "draft-04/minimum", shape: "data" },
  maximum: { id: "draft-04/maximum", shape: "data" },
  exclusiveMinimum: { id: "draft-04/exclusiveMinimum", shape: "data" },
  exclusiveMaximum: { id: "draft-04/exclusiveMaximum", shape: "data" },
};

/** As it was before `$ref` could have siblings. */
export const untilDraft07: KeywordRows = {
  $schema: "dialect",
  $ref: "reference",
};

/** Gone with 2020-12. */
export const until2019: KeywordRows = {
  items: { id: "draft-04/items", shape: "schema-or-schemas" },
  additionalItems: { id: "draft-04/additionalItems", shape: "schema" },
};

/** Gone with v1; in 2019-09 and 2020-12 they are no keywords any more, but their meta-schemas keep them as what they were. */
export const until2020: KeywordRows = {
  definitions: { id: "$defs", shape: "definitions" },
  dependencies: { id: "draft-04/dependencies", shape: "schema-or-names-map" },
};

/**
 * What OpenAPI adds to JSON Schema; the base vocabulary of its dialects, without `example`, which stands above.
 * @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-20
 */
export const openApi: KeywordRows = {
  discriminator: { id: "openapi/discriminator", shape: "data" },
  xml: { id: "openapi/xml", shape: "data" },
  externalDocs: { id: "openapi/externalDocs", shape: "data" },
};
