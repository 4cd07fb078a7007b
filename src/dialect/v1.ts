import type { Dialect } from "./dialect.js";
import {
  annotations,
  collectKeywords,
  since2019,
  since2020,
  sinceDraft03,
  sinceDraft04,
  sinceDraft06,
  sinceDraft07,
} from "./keyword-rows.js";

/**
 * The stable specification. Its formats assert, its dynamic anchors are names that only the dynamic scope knows, and vocabularies
 * are a proposal beside it.
 * @see https://github.com/json-schema-org/json-schema-spec/blob/main/specs/jsonschema-core.md
 */
export const v1: Dialect = {
  uri: "https://json-schema.org/v1",
  name: "v1",
  keywords: collectKeywords(
    annotations,
    sinceDraft03,
    sinceDraft04,
    sinceDraft06,
    sinceDraft07,
    since2019,
    since2020,
    { $dynamicRef: "scope-reference", $dynamicAnchor: "scope-anchor" },
  ),
  refSiblings: "apply",
  fragmentIdentifier: "forbidden",
  formats: "assert",
  vocabularies: new Map(),
};
