import type { JsonValue } from "../../../src/json.js";
import { isJsonObject } from "../../../src/json.js";
import { mapSchemas } from "./subschemas.js";

/** The one type of instance that a keyword says something about. */
const typeOfKeyword: ReadonlyMap<string, string> = new Map(
  Object.entries({
    object: [
      ...[
        "properties",
        "patternProperties",
        "additionalProperties",
        "unevaluatedProperties",
        "propertyNames",
      ],
      ...["required", "minProperties", "maxProperties"],
      ...["dependencies", "dependentRequired", "dependentSchemas"],
    ],
    array: [
      ...[
        "items",
        "prefixItems",
        "additionalItems",
        "unevaluatedItems",
        "minItems",
        "maxItems",
        "uniqueItems",
      ],
      ...["contains", "minContains", "maxContains"],
    ],
    string: [
      ...["pattern", "minLength", "maxLength", "format"],
      ...["contentEncoding", "contentMediaType", "contentSchema"],
    ],
    number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  }).flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type] as const)),
);

const decisive = ["type", "$ref", "enum", "const"];

/**
 * The schema as authors mostly write it: with `type` wherever all keywords beside it speak of one. The suite leaves `type` out, so most
 * of its schemas admit whatever they do not speak of.
 */
export function spellOutTypes(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const entries = Object.entries(schema);
  const spelled = entries.map(([keyword, value]) => [keyword, mapSchemas(keyword, value, spellOutTypes)]);
  const types = new Set(entries.flatMap(([keyword]) => typeOfKeyword.get(keyword) ?? []));
  const [type] = types;
  const isImplied = types.size === 1 && type !== undefined;
  const isSaid = decisive.some((keyword) => Object.hasOwn(schema, keyword));
  return Object.fromEntries(isImplied && !isSaid ? [["type", type], ...spelled] : spelled);
}
