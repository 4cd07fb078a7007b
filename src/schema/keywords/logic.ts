import type { KeywordTable } from "./keyword.js";
import { keep } from "./keyword.js";
import { readSchema, readSchemas } from "./read-value.js";

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1 */
export const logicKeywords: KeywordTable = {
  allOf: keep("allOf", (use) => readSchemas(use, "tolerate")),
  anyOf: keep("anyOf", (use) => readSchemas(use, "reject")),
  oneOf: keep("oneOf", (use) => readSchemas(use, "reject")),
  not: keep("not", readSchema),
};
