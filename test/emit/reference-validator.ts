import { isDeepStrictEqual } from "node:util";
import type { JsonSchema } from "../../src/config/config.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isJsonObject, memberOf } from "../../src/json.js";
import { resolvePointer } from "../../src/pointer.js";

/**
 * Whether a value is valid by the letter of 2020-12, keyword by keyword and without a thought of speed: what generated guards are
 * held against.
 */
export function isValid(root: JsonSchema, schema: JsonValue, value: JsonValue): boolean {
  if (!isJsonObject(schema)) return schema === true;
  return Object.keys(schema).every((keyword) => {
    const check = checks[keyword];
    return check === undefined || check(schema[keyword] as never, value, { root, schema });
  });
}

interface Context {
  readonly root: JsonSchema;
  readonly schema: JsonObject;
}

type Check = (keyword: never, value: JsonValue, context: Context) => boolean;

const onNumber =
  (test: (limit: number, value: number) => boolean) =>
  (limit: number, value: JsonValue): boolean =>
    typeof value !== "number" || test(limit, value);

const onString =
  (test: (keyword: string, value: string) => boolean) =>
  (keyword: string, value: JsonValue): boolean =>
    typeof value !== "string" || test(keyword, value);

const onArray =
  <T>(test: (keyword: T, value: readonly JsonValue[], context: Context) => boolean) =>
  (keyword: T, value: JsonValue, context: Context): boolean =>
    !Array.isArray(value) || test(keyword, value as readonly JsonValue[], context);

const onObject =
  <T>(test: (keyword: T, value: JsonObject, context: Context) => boolean) =>
  (keyword: T, value: JsonValue, context: Context): boolean =>
    !isJsonObject(value) || test(keyword, value, context);

const apply = ({ root }: Context, schema: JsonValue, value: JsonValue): boolean =>
  isValid(root, schema, value);

const checks: Readonly<Record<string, Check>> = {
  $ref: (reference: string, value, context) =>
    apply(context, resolvePointer(context.root, reference.slice(1)) ?? false, value),
  type: (type: string | readonly string[], value) => [type].flat().some((name) => isOfType(name, value)),
  enum: (values: readonly JsonValue[], value) => values.some((each) => isDeepStrictEqual(each, value)),
  const: (constant: JsonValue, value) => isDeepStrictEqual(constant, value),
  minimum: onNumber((limit, value) => value >= limit),
  maximum: onNumber((limit, value) => value <= limit),
  exclusiveMinimum: onNumber((limit, value) => value > limit),
  exclusiveMaximum: onNumber((limit, value) => value < limit),
  multipleOf: onNumber((divisor, value) => value % divisor === 0),
  minLength: (limit: number, value) => typeof value !== "string" || Array.from(value).length >= limit,
  maxLength: (limit: number, value) => typeof value !== "string" || Array.from(value).length <= limit,
  pattern: onString((pattern, value) => new RegExp(pattern, "u").test(value)),
  minItems: onArray((limit: number, value) => value.length >= limit),
  maxItems: onArray((limit: number, value) => value.length <= limit),
  prefixItems: onArray((schemas: readonly JsonValue[], value, context) =>
    value.every((item, index) => apply(context, schemas[index] ?? true, item)),
  ),
  items: onArray((schema: JsonValue, value, context) => {
    const { prefixItems = [] } = context.schema;
    return value.slice((prefixItems as JsonValue[]).length).every((item) => apply(context, schema, item));
  }),
  required: onObject((keys: readonly string[], value) => keys.every((key) => Object.hasOwn(value, key))),
  properties: onObject((schemas: JsonObject, value, context) =>
    Object.entries(schemas).every(
      ([key, schema]) => !Object.hasOwn(value, key) || apply(context, schema, memberOf(value, key) ?? null),
    ),
  ),
  patternProperties: onObject((schemas: JsonObject, value, context) =>
    Object.entries(schemas).every(([pattern, schema]) =>
      Object.entries(value).every(
        ([key, member]) => !new RegExp(pattern, "u").test(key) || apply(context, schema, member),
      ),
    ),
  ),
  additionalProperties: onObject((schema: JsonValue, value, context) => {
    const { properties = {}, patternProperties = {} } = context.schema;
    const patterns = Object.keys(patternProperties as JsonObject).map((each) => new RegExp(each, "u"));
    return Object.entries(value).every(
      ([key, member]) =>
        Object.hasOwn(properties as JsonObject, key) ||
        patterns.some((pattern) => pattern.test(key)) ||
        apply(context, schema, member),
    );
  }),
  allOf: (schemas: readonly JsonValue[], value, context) =>
    schemas.every((schema) => apply(context, schema, value)),
  anyOf: (schemas: readonly JsonValue[], value, context) =>
    schemas.some((schema) => apply(context, schema, value)),
  oneOf: (schemas: readonly JsonValue[], value, context) =>
    schemas.filter((schema) => apply(context, schema, value)).length === 1,
  not: (schema: JsonValue, value, context) => !apply(context, schema, value),
};

function isOfType(name: string, value: JsonValue): boolean {
  if (name === "integer") return Number.isInteger(value);
  if (name === "null") return value === null;
  if (name === "array") return Array.isArray(value);
  return name === "object" ? isJsonObject(value) : typeof value === name;
}
