import type { Dialect } from "./dialect.js";
import {
  annotations,
  applicators,
  assertions,
  collectKeywords,
  since2019,
  sinceDraft06,
  sinceDraft07,
} from "./keyword-rows.js";

/**
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
export const draft2020: Dialect = {
  uri: "https://json-schema.org/draft/2020-12/schema",
  name: "2020-12",
  keywords: collectKeywords(annotations, assertions, applicators, sinceDraft06, sinceDraft07, since2019, {
    $dynamicRef: "dynamic-reference",
    $dynamicAnchor: "dynamic-anchor",
    prefixItems: "schemas",
    items: "schema",
    unevaluatedItems: "schema",
  }),
  refSiblings: "apply",
  fragmentIdentifier: "forbidden",
  formats: "annotate",
};
