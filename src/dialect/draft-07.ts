import type { Dialect } from "./dialect.js";
import {
  annotations,
  collectKeywords,
  sinceDraft03,
  sinceDraft04,
  sinceDraft06,
  sinceDraft07,
  until2019,
  until2020,
  untilDraft07,
} from "./keyword-rows.js";

/** @see https://json-schema.org/draft-07/draft-handrews-json-schema-validation-01 */
export const draft07: Dialect = {
  uri: "http://json-schema.org/draft-07/schema",
  name: "draft-07",
  keywords: collectKeywords(
    annotations,
    sinceDraft03,
    sinceDraft04,
    sinceDraft06,
    sinceDraft07,
    untilDraft07,
    until2019,
    until2020,
    { $id: "identifier" },
  ),
  refSiblings: "ignore",
  fragmentIdentifier: "anchor",
  formats: "annotate",
  vocabularies: new Map(),
};
