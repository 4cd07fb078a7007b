import type { CanonicalSchema } from "../schema-graph.js";
import { compilePattern } from "./compile-pattern.js";
import type { KeywordTable, KeywordUse } from "./keyword.js";
import { keep } from "./keyword.js";
import { readArray, readSchema, readSchemaMap, rejectValue } from "./read-value.js";

/**
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5
 */
export const objectKeywords: KeywordTable = {
  properties: keep("properties", readSchemaMap),
  patternProperties: keep("patternProperties", readPatterns),
  additionalProperties: keep("additionalProperties", readSchema),
  required: keep("required", readNames),
};

function readPatterns(use: KeywordUse): CanonicalSchema["patternProperties"] {
  const members = readSchemaMap(use);
  return (
    members &&
    [...members].flatMap(([source, schema]) => {
      const pattern = compilePattern(use, source, [source]);
      return pattern ? [{ pattern, schema }] : [];
    })
  );
}

function readNames(use: KeywordUse): string[] | undefined {
  const names = readArray(use, "an array of strings");
  if (!names) return undefined;
  const strings = names.filter((name) => typeof name === "string");
  return strings.length === names.length
    ? [...new Set(strings)]
    : rejectValue(use, "an array of strings only");
}
