import type { JsonValue } from "../../json.js";
import { isJsonObject, memberOf } from "../../json.js";
import type { SchemaId } from "../../link/linked.js";
import type { CanonicalSchema } from "../schema-graph.js";
import { compilePattern } from "./compile-pattern.js";
import type { KeywordTable, KeywordUse, Lowering } from "./keyword.js";
import { keep, subschemaOf } from "./keyword.js";
import { readCount, readFlag, readObject, readSchema, readSchemaMap, rejectValue } from "./read-value.js";

/**
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5
 */
export const objectKeywords: KeywordTable = {
  properties: keep("properties", readSchemaMap),
  patternProperties: keep("patternProperties", readPatterns),
  additionalProperties: keep("additionalProperties", readSchema),
  propertyNames: keep("propertyNames", readSchema),
  required: keep("required", readNames),
  minProperties: keep("minProperties", readCount),
  maxProperties: keep("maxProperties", readCount),
  dependentRequired: keep("dependentRequired", readDependentNames),
  dependentSchemas: keep("dependentSchemas", readSchemaMap),
  "draft-04/dependencies": readDependencies,
  "draft-03/dependencies": readDependencies,
  unevaluatedProperties: keep("unevaluatedProperties", readSchema),
  "draft-03/properties": readPropertiesWithRequired,
  "draft-03/required": (use) => void readFlag(use),
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
  const expected = Array.isArray(use.value) ? "an array of strings only" : "an array of strings";
  return listNames(use.value) ?? rejectValue(use, expected);
}

/** The names of an array, each once; undefined where it holds anything else. */
function listNames(value: JsonValue | undefined): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.filter((name) => typeof name === "string");
  return names.length === value.length ? [...new Set(names)] : undefined;
}

function readDependentNames(use: KeywordUse): Map<string, string[]> | undefined {
  const members = readObject(use, "an object of arrays of strings");
  if (!members) return undefined;
  const entries = Object.entries(members).map(([key, value]) => [key, listNames(value)] as const);
  const known = entries.filter((entry): entry is [string, string[]] => entry[1] !== undefined);
  if (known.length < entries.length) return rejectValue(use, "an object of arrays of strings");
  return new Map(known);
}

/**
 * Up to draft 7 one keyword held what are two now: names, in draft 3 also a single one, or a schema.
 * @see https://json-schema.org/draft-07/draft-handrews-json-schema-validation-01#section-6.5.7
 */
function readDependencies(use: KeywordUse, { schema: canonical }: Lowering): void {
  const members = readObject(use);
  if (!members) return;
  const dependentRequired = new Map<string, readonly string[]>();
  const dependentSchemas = new Map<string, SchemaId>();
  for (const [key, value] of Object.entries(members)) {
    const names = typeof value === "string" ? [value] : listNames(value);
    const schema = names ? undefined : subschemaOf(use, key);
    if (names) dependentRequired.set(key, names);
    else if (schema !== undefined) dependentSchemas.set(key, schema);
    else if (Array.isArray(value)) rejectValue(use, "an object of schemas and arrays of strings");
  }
  if (dependentRequired.size > 0) canonical.dependentRequired = dependentRequired;
  if (dependentSchemas.size > 0) canonical.dependentSchemas = dependentSchemas;
}

/**
 * In draft 3 a property says itself that it is required.
 * @see https://json-schema.org/draft-03/draft-zyp-json-schema-03#section-5.7
 */
function readPropertiesWithRequired(use: KeywordUse, { schema }: Lowering): void {
  const properties = readSchemaMap(use);
  if (!properties) return;
  const required = Object.entries(readObject(use) ?? {})
    .filter(([, member]) => isJsonObject(member) && memberOf(member, "required") === true)
    .map(([key]) => key);
  schema.properties = properties;
  if (required.length > 0) schema.required = required;
}
