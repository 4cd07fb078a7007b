import type { Format } from "../schema-graph.js";
import { compilePattern } from "./compile-pattern.js";
import type { KeywordTable, KeywordUse } from "./keyword.js";
import { keep } from "./keyword.js";
import { readCount, readString } from "./read-value.js";

/**
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7
 */
export const stringKeywords: KeywordTable = {
  minLength: keep("minLength", readCount),
  maxLength: keep("maxLength", readCount),
  pattern: keep("pattern", (use) => {
    const source = readString(use);
    return source === undefined ? undefined : compilePattern(use, source);
  }),
  format: keep("format", readFormat),
};

export function readFormat(use: KeywordUse): Format | undefined {
  const name = readString(use);
  if (name === undefined) return undefined;
  const own = use.formatExports.get(name);
  return own === undefined ? { name, asserted: use.formatsAssert } : { name, asserted: true, export: own };
}
