import type { Dialect } from "./dialect.js";
import { annotations, collectKeywords, openApi, sinceDraft03, sinceDraft04 } from "./keyword-rows.js";

const { patternProperties: _, ...shared } = sinceDraft03;

/**
 * The schema object of OpenAPI 3.0: what it took of draft 5, changed, and its own. It has no meta-schema that a schema could
 * name; the URI is only ours to tell it by.
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-object
 */
export const openApi30: Dialect = {
  uri: "https://spec.openapis.org/oas/3.0/dialect",
  name: "openapi-3.0",
  keywords: collectKeywords(annotations, shared, sinceDraft04, openApi, {
    $ref: "reference",
    type: { id: "openapi-3.0/type", shape: "data" },
    nullable: { id: "openapi-3.0/nullable", shape: "data" },
    minimum: { id: "draft-04/minimum", shape: "data" },
    maximum: { id: "draft-04/maximum", shape: "data" },
    exclusiveMinimum: { id: "draft-04/exclusiveMinimum", shape: "data" },
    exclusiveMaximum: { id: "draft-04/exclusiveMaximum", shape: "data" },
    items: "schema",
  }),
  refSiblings: "ignore",
  fragmentIdentifier: "anchor",
  formats: "annotate",
  vocabularies: new Map(),
};
