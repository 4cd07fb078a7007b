import type { Dialect } from "./dialect.js";
import {
  annotations,
  collectKeywords,
  sinceDraft03,
  sinceDraft04,
  sinceDraft06,
  until2019,
  until2020,
  untilDraft07,
} from "./keyword-rows.js";

/** @see https://json-schema.org/draft-06/draft-wright-json-schema-validation-01 */
export const draft06: Dialect = {
  uri: "http://json-schema.org/draft-06/schema",
  name: "draft-06",
  keywords: collectKeywords(
    annotations,
    sinceDraft03,
    sinceDraft04,
    sinceDraft06,
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
