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
  until2020,
} from "./keyword-rows.js";
import { collectVocabularies, vocabularyRows2020 } from "./vocabularies.js";

const keywords = collectKeywords(
  annotations,
  sinceDraft03,
  sinceDraft04,
  sinceDraft06,
  sinceDraft07,
  since2019,
  since2020,
  until2020,
  { $vocabulary: "data", $dynamicRef: "dynamic-reference", $dynamicAnchor: "dynamic-anchor" },
);

/**
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
export const draft2020: Dialect = {
  uri: "https://json-schema.org/draft/2020-12/schema",
  name: "2020-12",
  keywords,
  refSiblings: "apply",
  fragmentIdentifier: "forbidden",
  formats: "annotate",
  vocabularies: collectVocabularies(
    "https://json-schema.org/draft/2020-12/vocab/",
    keywords,
    vocabularyRows2020,
  ),
};
