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

/** Assertions that mean the same from draft 4 on. */
export const assertions: KeywordRows = {
  type: "data",
  enum: "data",
  multipleOf: "data",
  minLength: "data",
  maxLength: "data",
  pattern: "data",
  format: "data",
  minItems: "data",
  maxItems: "data",
  uniqueItems: "data",
  required: "data",
  minProperties: "data",
  maxProperties: "data",
};

/** Applicators that mean the same from draft 4 on. */
export const applicators: KeywordRows = {
  properties: "schema-map",
  patternProperties: "schema-map",
  additionalProperties: "schema",
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
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword's name; nothing awaits a table.
  then: "schema",
  else: "schema",
  contentEncoding: "data",
  contentMediaType: "data",
};

/** Added by 2019-09; `definitions` stays in the meta-schema beside `$defs`. */
export const since2019: KeywordRows = {
  $id: "identifier",
  $schema: "dialect",
  $ref: "reference",
  $anchor: "anchor",
  $vocabulary: "data",
  $defs: "definitions",
  definitions: { id: "$defs", shape: "definitions" },
  dependentSchemas: "schema-map",
  dependentRequired: "data",
  minContains: "data",
  maxContains: "data",
  unevaluatedProperties: "schema",
  contentSchema: "schema",
};

/** Gone with 2019-09. */
export const untilDraft07: KeywordRows = {
  $schema: "dialect",
  $ref: "reference",
  definitions: { id: "$defs", shape: "definitions" },
  dependencies: { id: "draft-04/dependencies", shape: "schema-or-names-map" },
};

/** Gone with 2020-12. */
export const until2019: KeywordRows = {
  items: { id: "draft-04/items", shape: "schema-or-schemas" },
  additionalItems: { id: "draft-04/additionalItems", shape: "schema" },
};
