import { isIdentifierName } from "../identifier.js";
import type { JsonValue } from "../json.js";

const longest = 60;

/** A value on one line, cut where it is long. */
export function showValue(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** How people write the way to a part: `.a`, `["x y"]`, `[]`. */
export function showStep(tokens: readonly string[]): string {
  const [keyword = "", key = ""] = tokens;
  switch (keyword) {
    case "properties":
    case "dependentSchemas":
      return isIdentifierName(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    case "items":
    case "unevaluatedItems":
    case "contains":
      return "[]";
    case "prefixItems":
      return `[${key}]`;
    case "additionalProperties":
    case "unevaluatedProperties":
      return "[*]";
    case "patternProperties":
      return `[/${key}/]`;
    default:
      return "";
  }
}
