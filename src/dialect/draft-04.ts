import type { Dialect } from "./dialect.js";
import {
  annotations,
  collectKeywords,
  sinceDraft03,
  sinceDraft04,
  until2019,
  until2020,
  untilDraft04,
  untilDraft07,
} from "./keyword-rows.js";

/** @see https://json-schema.org/draft-04/draft-fge-json-schema-validation-00 */
export const draft04: Dialect = {
  uri: "http://json-schema.org/draft-04/schema",
  name: "draft-04",
  keywords: collectKeywords(
    annotations,
    sinceDraft03,
    sinceDraft04,
    untilDraft04,
    untilDraft07,
    until2019,
    until2020,
  ),
  refSiblings: "ignore",
  fragmentIdentifier: "anchor",
  formats: "annotate",
  vocabularies: new Map(),
};
