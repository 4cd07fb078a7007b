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
  return evaluate(root, schema, value) !== undefined;
}

/** The keys and indexes that a schema has evaluated. */
type Evaluated = ReadonlySet<string | number>;

const nothing: Evaluated = new Set();

/** What a schema evaluates of a value; undefined where the value is not valid. */
function evaluate(root: JsonSchema, schema: JsonValue, value: JsonValue): Evaluated | undefined {
  if (!isJsonObject(schema)) return schema === true ? nothing : undefined;
  const evaluated = new Set<string | number>();
  const context = { root, schema, evaluated };
  // What was not evaluated is known last.
  const keywords = Object.keys(schema).toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
  const isMet = keywords.every((keyword) => {
    const check = checks[keyword];
    return check === undefined || check(schema[keyword] as never, value, context);
  });
  return isMet ? evaluated : undefined;
}

function isLast(keyword: string): boolean {
  return keyword.startsWith("unevaluated");
}

interface Context {
  readonly root: JsonSchema;
  readonly schema: JsonObject;
  readonly evaluated: Set<string | number>;
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

/** Whether a part of the value is valid. */
const apply = ({ root }: Context, schema: JsonValue, value: JsonValue): boolean =>
  isValid(root, schema, value);

/** Whether a part that the keyword evaluates is valid. */
const applyAt = (context: Context, schema: JsonValue, value: JsonValue, key: string | number): boolean => {
  context.evaluated.add(key);
  return apply(context, schema, value);
};

/** Whether the value itself is; what that evaluates is evaluated here too. */
const applyInPlace = (context: Context, schema: JsonValue, value: JsonValue): boolean => {
  const found = evaluate(context.root, schema, value);
  for (const key of found ?? []) context.evaluated.add(key);
  return found !== undefined;
};

const checks: Readonly<Record<string, Check>> = {
  $ref: (reference: string, value, context) =>
    applyInPlace(context, resolvePointer(context.root, reference.slice(1)) ?? false, value),
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
  uniqueItems: onArray(
    (isAsked: boolean, value) =>
      !isAsked ||
      value.every((item, index) => !value.slice(index + 1).some((other) => isDeepStrictEqual(item, other))),
  ),
  contains: onArray((schema: JsonValue, value, context) => {
    const { minContains = 1, maxContains = Infinity } = context.schema;
    const found = [...value.keys()].filter((index) => apply(context, schema, value[index] ?? null));
    for (const index of found) context.evaluated.add(index);
    return found.length >= Number(minContains) && found.length <= Number(maxContains);
  }),
  prefixItems: onArray((schemas: readonly JsonValue[], value, context) =>
    value
      .slice(0, schemas.length)
      .every((item, index) => applyAt(context, schemas[index] ?? true, item, index)),
  ),
  items: onArray((schema: JsonValue, value, context) => {
    const from = ((context.schema["prefixItems"] ?? []) as JsonValue[]).length;
    return value.every((item, index) => index < from || applyAt(context, schema, item, index));
  }),
  unevaluatedItems: onArray((schema: JsonValue, value, context) =>
    value.every((item, index) => context.evaluated.has(index) || applyAt(context, schema, item, index)),
  ),
  required: onObject((keys: readonly string[], value) => keys.every((key) => Object.hasOwn(value, key))),
  minProperties: onObject((limit: number, value) => Object.keys(value).length >= limit),
  maxProperties: onObject((limit: number, value) => Object.keys(value).length <= limit),
  propertyNames: onObject((schema: JsonValue, value, context) =>
    Object.keys(value).every((key) => apply(context, schema, key)),
  ),
  dependentRequired: onObject((names: JsonObject, value) =>
    Object.entries(names).every(
      ([key, others]) =>
        !Object.hasOwn(value, key) || (others as string[]).every((other) => Object.hasOwn(value, other)),
    ),
  ),
  dependentSchemas: onObject((schemas: JsonObject, value, context) =>
    Object.entries(schemas).every(
      ([key, schema]) => !Object.hasOwn(value, key) || applyInPlace(context, schema, value),
    ),
  ),
  properties: onObject((schemas: JsonObject, value, context) =>
    Object.entries(schemas).every(
      ([key, schema]) =>
        !Object.hasOwn(value, key) || applyAt(context, schema, memberOf(value, key) ?? null, key),
    ),
  ),
  patternProperties: onObject((schemas: JsonObject, value, context) =>
    Object.entries(schemas).every(([pattern, schema]) =>
      Object.entries(value).every(
        ([key, member]) => !new RegExp(pattern, "u").test(key) || applyAt(context, schema, member, key),
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
        applyAt(context, schema, member, key),
    );
  }),
  unevaluatedProperties: onObject((schema: JsonValue, value, context) =>
    Object.entries(value).every(
      ([key, member]) => context.evaluated.has(key) || applyAt(context, schema, member, key),
    ),
  ),
  allOf: (schemas: readonly JsonValue[], value, context) =>
    schemas.every((schema) => applyInPlace(context, schema, value)),
  anyOf: (schemas: readonly JsonValue[], value, context) =>
    schemas.filter((schema) => applyInPlace(context, schema, value)).length > 0,
  oneOf: (schemas: readonly JsonValue[], value, context) =>
    schemas.filter((schema) => applyInPlace(context, schema, value)).length === 1,
  not: (schema: JsonValue, value, context) => !apply(context, schema, value),
  if: (schema: JsonValue, value, context) => {
    const { then = true, else: otherwise = true } = context.schema;
    return applyInPlace(context, applyInPlace(context, schema, value) ? then : otherwise, value);
  },
};

function isOfType(name: string, value: JsonValue): boolean {
  if (name === "integer") return Number.isInteger(value);
  if (name === "null") return value === null;
  if (name === "array") return Array.isArray(value);
  return name === "object" ? isJsonObject(value) : typeof value === name;
}
