import * as fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";

const keys = ["a", "a", "a", "b", "kind", "kind", "x-1", "toString", "__proto__", "a/b~c %"];
const scalars: readonly JsonValue[] = [null, true, false, 0, 1, 2.5, -3, "", "a", "b", "x", "😀"];
const structures: readonly JsonValue[] = [[], [1], ["a", null], {}, { a: 1 }, { b: "a", a: [] }];

const key = fc.constantFrom(...keys);
const scalar = fc.constantFrom(...scalars);
const literal = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constantFrom(...structures) },
);
const types = ["null", "boolean", "number", "integer", "string", "array", "object"];
const count = fc.integer({ min: 0, max: 3 });

/** An object whose every member is its own, `__proto__` among them. */
function objectOf(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  const object: JsonObject = {};
  for (const [name, value] of entries) {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return object;
}

function mapOf(names: fc.Arbitrary<string>, values: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonObject> {
  return fc.array(fc.tuple(names, values), { maxLength: 3 }).map(objectOf);
}

/** Values of few words, so that they meet the schemas now and then. */
export const randomValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
    { weight: 2, arbitrary: mapOf(key, tie("value")) },
  ),
})).value;

const definitionNames = ["A", "B"];

type Members = readonly (readonly [name: string, value: JsonValue])[];

/** Keywords that say something by themselves, and some that say more together. */
function keywords(schema: fc.Arbitrary<JsonValue>): readonly fc.Arbitrary<Members>[] {
  const schemas = fc.array(schema, { minLength: 1, maxLength: 3 });
  const named: Readonly<Record<string, fc.Arbitrary<JsonValue>>> = {
    type: fc.oneof(
      fc.constantFrom(...types),
      fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
    ),
    enum: fc.array(literal, { minLength: 1, maxLength: 4 }),
    const: literal,
    $ref: fc.constantFrom(...definitionNames.map((name) => `#/$defs/${name}`)),
    minimum: fc.constantFrom(0, 1, 2.5),
    maximum: fc.constantFrom(0, 1, 2.5),
    exclusiveMinimum: fc.constantFrom(0, 1),
    multipleOf: fc.constantFrom(0.5, 1, 2),
    minLength: count,
    maxLength: count,
    pattern: fc.constantFrom("^a", "x|b", "^$"),
    minItems: count,
    maxItems: count,
    prefixItems: schemas,
    items: schema,
    contains: schema,
    minContains: count,
    maxContains: count,
    uniqueItems: fc.boolean(),
    unevaluatedItems: schema,
    required: fc.uniqueArray(key, { maxLength: 2 }),
    minProperties: count,
    maxProperties: count,
    propertyNames: schema,
    dependentRequired: mapOf(
      key,
      fc.uniqueArray(key, { maxLength: 2 }).map((names): JsonValue => names),
    ),
    dependentSchemas: mapOf(key, schema),
    unevaluatedProperties: schema,
    properties: mapOf(key, schema),
    patternProperties: mapOf(fc.constantFrom("^x-", "a", "^_"), schema),
    additionalProperties: schema,
    allOf: schemas,
    anyOf: schemas,
    oneOf: schemas,
    not: schema,
  };
  const single = Object.entries(named).map(([name, value]) => value.map((given) => [[name, given]] as const));
  const conditional = fc
    .tuple(schema, schema, schema, fc.integer({ min: 1, max: 3 }))
    .map(([test, then, otherwise, chosen]): Members => [
      ["if", test],
      ...((chosen & 1) === 0 ? [] : [["then", then] as const]),
      ...((chosen & 2) === 0 ? [] : [["else", otherwise] as const]),
    ]);
  const closed = fc
    .tuple(
      fc.constantFrom("unevaluatedProperties", "unevaluatedItems"),
      fc.constantFrom("anyOf", "allOf"),
      schemas,
    )
    .map(([keyword, logic, branches]): Members => [
      [keyword, false],
      [logic, branches],
    ]);
  return [...single, conditional, conditional, closed, closed];
}

const subschema = fc.letrec<{ schema: JsonValue }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 3, arbitrary: fc.constantFrom(...types).map((type) => ({ type })) },
    {
      weight: 8,
      arbitrary: fc
        .array(fc.oneof(...keywords(tie("schema"))), { minLength: 1, maxLength: 3 })
        .map((members) => objectOf(members.flat())),
    },
  ),
})).schema;

/** Schemas of every supported keyword, mostly without sense, over two definitions that may refer to each other. */
export const randomSchema: fc.Arbitrary<JsonObject> = fc
  .tuple(subschema, subschema, subschema)
  .map(([root, A, B]) => ({ ...(isJsonObject(root) ? root : { allOf: [root] }), $defs: { A, B } }));
