import type { Dialect } from "./dialect.js";
import {
  annotations,
  collectKeywords,
  sinceDraft03,
  until2019,
  untilDraft04,
  untilDraft07,
} from "./keyword-rows.js";

/**
 * Its schemas are objects, yet `additionalProperties` and `additionalItems` may be booleans.
 * @see https://datatracker.ietf.org/doc/html/draft-zyp-json-schema-03
 */
export const draft03: Dialect = {
  uri: "http://json-schema.org/draft-03/schema",
  name: "draft-03",
  keywords: collectKeywords(annotations, sinceDraft03, untilDraft04, untilDraft07, until2019, {
    type: { id: "draft-03/type", shape: "names-or-schemas" },
    disallow: { id: "draft-03/disallow", shape: "names-or-schemas" },
    extends: { id: "draft-03/extends", shape: "schema-or-schemas" },
    properties: { id: "draft-03/properties", shape: "schema-map" },
    required: { id: "draft-03/required", shape: "data" },
    dependencies: { id: "draft-03/dependencies", shape: "schema-or-name-map" },
    // No keyword of its own, but authors put there what they refer to.
    definitions: { id: "$defs", shape: "definitions" },
    format: { id: "draft-03/format", shape: "data" },
    divisibleBy: { id: "draft-03/divisibleBy", shape: "data" },
  }),
  refSiblings: "ignore",
  fragmentIdentifier: "anchor",
  formats: "annotate",
  vocabularies: new Map(),
};
