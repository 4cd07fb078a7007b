import type { Contains } from "../schema-graph.js";
import type { KeywordTable, KeywordUse, LowerKeyword } from "./keyword.js";
import { keep, newLowering, siblingOf } from "./keyword.js";
import { readCount, readFlag, readSchema, readSchemas } from "./read-value.js";

const items = keep("items", readSchema);
const prefixItems = keep("prefixItems", (use) => readSchemas(use, "tolerate"));

/**
 * Before 2020-12 an array of `items` is what `prefixItems` is now, and `additionalItems`, which means nothing otherwise, what `items`
 * is beside it.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1
 * @see https://json-schema.org/draft/2019-09/json-schema-core#section-9.3.1
 */
export const arrayKeywords: KeywordTable = {
  prefixItems,
  items,
  "draft-04/items": (use, lowering) => (Array.isArray(use.value) ? prefixItems : items)(use, lowering),
  "draft-04/additionalItems": (use, lowering) => {
    if (Array.isArray(siblingOf(use, "items"))) items(use, lowering);
  },
  contains: keep("contains", (use) => readContains(use, true)),
  "2019-09/contains": keep("contains", (use) => readContains(use, false)),
  minContains: besideContains(keep("minContains", readCount)),
  maxContains: besideContains(keep("maxContains", readCount)),
  minItems: keep("minItems", readCount),
  maxItems: keep("maxItems", readCount),
  uniqueItems: keep("uniqueItems", (use) => readFlag(use) || undefined),
  unevaluatedItems: keep("unevaluatedItems", readSchema),
};

function readContains(use: KeywordUse, evaluates: boolean): Contains | undefined {
  const schema = readSchema(use);
  return schema && { schema, evaluates };
}

/** A keyword that says nothing without `contains`. */
function besideContains(lower: LowerKeyword): LowerKeyword {
  return (use, lowering) => lower(use, siblingOf(use, "contains") === undefined ? newLowering() : lowering);
}
