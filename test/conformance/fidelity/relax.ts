import { isDeepStrictEqual } from "node:util";
import type { JsonObject, JsonValue } from "../../../src/json.js";
import { isJsonObject } from "../../../src/json.js";
import { mapSchemas } from "./subschemas.js";

/** The files of the suite that are about what types can say. */
export const expressibleFiles: ReadonlySet<string> = new Set([
  ...["type", "enum", "const", "boolean_schema", "default", "not"],
  ...["properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "required"],
  ...["dependencies", "dependentRequired", "dependentSchemas"],
  ...["items", "prefixItems", "additionalItems", "unevaluatedItems", "minItems", "maxItems"],
  ...["allOf", "anyOf", "oneOf", "if-then-else"],
  ...["ref", "refRemote", "definitions", "defs", "anchor", "id", "infinite-loop-detection"],
]);

/** Assertions that TypeScript's types do not state. */
const unstated = new Set([
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "pattern", "format"],
  ...["uniqueItems", "contains", "minContains", "maxContains"],
  ...["minProperties", "maxProperties", "propertyNames"],
  ...["contentEncoding", "contentMediaType", "contentSchema"],
]);
const conditional = new Set(["if", "then", "else"]);

/** Tuples that are longer are written by nobody. */
const longestTuple = 10;

/**
 * The schema without what types cannot state: it admits all that the schema admits, and more. An instance that it still refuses can be
 * asked of a type.
 */
export function relax(schema: JsonValue): JsonValue {
  const hasContains = /"contains":/.test(JSON.stringify(schema));
  return relaxSchema(schema, hasContains);
}

function relaxSchema(schema: JsonValue, hasContains: boolean): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const relaxInner = (inner: JsonValue): JsonValue => relaxSchema(inner, hasContains);
  const isConditional = Object.hasOwn(schema, "if");
  const kept: [string, JsonValue][] = [];
  const also: JsonValue[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (isUnstated(keyword, value, hasContains)) continue;
    if (isConditional && conditional.has(keyword)) continue;
    // That two branches match at once is not seen by a union.
    if (keyword === "oneOf" && Array.isArray(value)) also.push({ anyOf: value.map(relaxInner) });
    else if (keyword === "type") kept.push([keyword, withoutInteger(value)]);
    else if (keyword === "not") kept.push([keyword, value]);
    else kept.push([keyword, mapSchemas(keyword, value, relaxInner)]);
  }
  if (isConditional) {
    const condition = relaxCondition(schema, relaxInner);
    if (condition === undefined) also.push({ anyOf: [...branchesOf(schema).map(relaxInner), {}] });
    else kept.push(...condition);
  }
  const relaxed: JsonObject = Object.fromEntries(kept);
  if (also.length === 0) return relaxed;
  const { allOf } = relaxed;
  return { ...relaxed, allOf: [...(Array.isArray(allOf) ? allOf : []), ...also] };
}

function isUnstated(keyword: string, value: JsonValue, hasContains: boolean): boolean {
  if (unstated.has(keyword)) return true;
  // What `contains` matches is evaluated.
  if (keyword === "unevaluatedItems") return hasContains;
  if (keyword === "minItems" || keyword === "maxItems") return Number(value) > longestTuple;
  return keyword === "not" && typeof value !== "boolean" && !isDeepStrictEqual(value, {});
}

function withoutInteger(type: JsonValue): JsonValue {
  if (Array.isArray(type)) return [...new Set(type.map(withoutInteger))];
  return type === "integer" ? "number" : type;
}

/** A condition that types can state stays; of any other nothing is known but what it may evaluate. */
function relaxCondition(
  schema: JsonObject,
  relaxInner: (inner: JsonValue) => JsonValue,
): [string, JsonValue][] | undefined {
  const condition = schema["if"] ?? true;
  if (!isDeepStrictEqual(relaxInner(condition), condition)) return undefined;
  return Object.entries(schema).flatMap(([keyword, value]): [string, JsonValue][] =>
    conditional.has(keyword) ? [[keyword, relaxInner(value)]] : [],
  );
}

function branchesOf(schema: JsonObject): JsonValue[] {
  return [schema["if"] ?? true, schema["then"] ?? true, schema["else"] ?? true];
}
