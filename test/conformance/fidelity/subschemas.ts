import type { JsonValue } from "../../../src/json.js";
import { isJsonObject } from "../../../src/json.js";

/** Where the keywords of draft 7 and 2020-12 hold schemas: one, a list, or a map. What holds either is in both. */
const single = new Set([
  ...["additionalItems", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"],
  ...["propertyNames", "contains", "items", "if", "then", "else", "not"],
]);
const lists = new Set(["allOf", "anyOf", "oneOf", "prefixItems", "items"]);
const maps = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "dependencies"],
  ...["definitions", "$defs"],
]);

/** A keyword's value with each schema in it replaced; anything else stays. */
export function mapSchemas(
  keyword: string,
  value: JsonValue,
  map: (schema: JsonValue) => JsonValue,
): JsonValue {
  if (maps.has(keyword) && isJsonObject(value)) {
    // `fromEntries` defines properties, so a name like __proto__ stays one.
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, map(schema)]));
  }
  if (Array.isArray(value)) return lists.has(keyword) ? value.map((schema: JsonValue) => map(schema)) : value;
  return single.has(keyword) ? map(value) : value;
}

/** The keywords of a schema; a boolean has none. */
export function keywordsOf(schema: JsonValue): readonly (readonly [keyword: string, value: JsonValue])[] {
  return isJsonObject(schema) ? Object.entries(schema) : [];
}
