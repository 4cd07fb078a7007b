import type { Dialect } from "./dialect.js";
import {
  annotations,
  collectKeywords,
  since2019,
  sinceDraft03,
  sinceDraft04,
  sinceDraft06,
  sinceDraft07,
  until2019,
  until2020,
} from "./keyword-rows.js";
import { collectVocabularies, vocabularyRows2019 } from "./vocabularies.js";

const keywords = collectKeywords(
  annotations,
  sinceDraft03,
  sinceDraft04,
  sinceDraft06,
  sinceDraft07,
  since2019,
  until2019,
  until2020,
  {
    $vocabulary: "data",
    $recursiveRef: { id: "2019-09/$recursiveRef", shape: "recursive-reference" },
    $recursiveAnchor: { id: "2019-09/$recursiveAnchor", shape: "recursive-anchor" },
    contains: { id: "2019-09/contains", shape: "schema" },
    unevaluatedItems: "schema",
  },
);

/**
 * Its `contains` differs from 2020-12's: the items that match stay unevaluated.
 * @see https://json-schema.org/draft/2019-09/json-schema-core
 * @see https://json-schema.org/draft/2019-09/json-schema-validation
 */
export const draft2019: Dialect = {
  uri: "https://json-schema.org/draft/2019-09/schema",
  name: "2019-09",
  keywords,
  refSiblings: "apply",
  fragmentIdentifier: "forbidden",
  formats: "annotate",
  vocabularies: collectVocabularies(
    "https://json-schema.org/draft/2019-09/vocab/",
    keywords,
    vocabularyRows2019,
  ),
};
