import type { JsonValue } from "../../json.js";
import { nearest } from "../../nearest.js";
import type { TypeName } from "../schema-graph.js";
import type { KeywordTable, KeywordUse } from "./keyword.js";
import { keep } from "./keyword.js";
import { readArray, rejectValue, showValue } from "./read-value.js";

const typeNames: readonly TypeName[] = ["null", "boolean", "object", "array", "number", "string", "integer"];

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1 */
export const anyInstanceKeywords: KeywordTable = {
  type: keep("type", readTypes),
  enum: keep("enum", (use) => readArray(use)),
  const: keep("const", (use) => ({ value: use.value })),
};

/** The types that a name, or an array of names, stands for. */
export function readTypes(use: KeywordUse): TypeName[] | undefined {
  if (!Array.isArray(use.value)) {
    const type = readType(use, use.value);
    return type && [type];
  }
  if (use.value.length === 0) return rejectValue(use, "the name of a type, or an array of at least one");
  const types = use.value.map((item: JsonValue, index) => readType(use, item, [`${index}`]));
  const known = types.filter((type) => type !== undefined);
  return known.length === types.length ? [...new Set(known)] : undefined;
}

export function readType(
  use: KeywordUse,
  value: JsonValue,
  tokens: readonly string[] = [],
): TypeName | undefined {
  if (value === null) {
    const message = `A type's name is a string; null, as it stands here, is read as "null".`;
    use.report("keyword-tolerated", message, 'Write "null", with quotes.', tokens);
    return "null";
  }
  const type = typeNames.find((name) => name === value);
  if (type) return type;
  const [near] = typeof value === "string" ? nearest(value, typeNames) : [];
  use.report(
    "keyword-invalid",
    `There is no type ${showValue(value)}.`,
    near === undefined ? `Use one of these: ${typeNames.join(", ")}.` : `Did you mean "${near}"?`,
    tokens,
  );
  return undefined;
}
