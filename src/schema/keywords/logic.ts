import type { KeywordTable, LowerKeyword } from "./keyword.js";
import { keep, siblingOf } from "./keyword.js";
import { readSchema, readSchemas } from "./read-value.js";

/**
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.2
 */
export const logicKeywords: KeywordTable = {
  allOf: keep("allOf", (use) => readSchemas(use, "tolerate")),
  anyOf: keep("anyOf", (use) => readSchemas(use, "reject")),
  oneOf: keep("oneOf", (use) => readSchemas(use, "reject")),
  not: keep("not", readSchema),
  if: keep("if", readSchema),
  then: besideCondition(keep("then", readSchema)),
  else: besideCondition(keep("else", readSchema)),
};

/** A keyword that says nothing without `if`. */
function besideCondition(lower: LowerKeyword): LowerKeyword {
  return (use, lowering) => {
    if (siblingOf(use, "if") !== undefined) lower(use, lowering);
  };
}
