import type { Dialect } from "./dialect.js";
import {
  annotations,
  applicators,
  assertions,
  collectKeywords,
  until2019,
  untilDraft07,
} from "./keyword-rows.js";

/** @see https://json-schema.org/draft-04/draft-fge-json-schema-validation-00 */
export const draft04: Dialect = {
  uri: "http://json-schema.org/draft-04/schema",
  name: "draft-04",
  keywords: collectKeywords(annotations, assertions, applicators, untilDraft07, until2019, {
    id: { id: "$id", shape: "identifier" },
    minimum: { id: "draft-04/minimum", shape: "data" },
    maximum: { id: "draft-04/maximum", shape: "data" },
    exclusiveMinimum: { id: "draft-04/exclusiveMinimum", shape: "data" },
    exclusiveMaximum: { id: "draft-04/exclusiveMaximum", shape: "data" },
  }),
  refSiblings: "ignore",
  fragmentIdentifier: "anchor",
  formats: "annotate",
};
