import * as fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/json.js";

const keys = ["k", "a", "b", "x-1", "x-2"];
const key = fc.constantFrom(...keys);
const names = fc.uniqueArray(key, { minLength: 1, maxLength: 2 });
const literals: readonly JsonValue[] = ["u", "v", "x-1", 1, 2, true, null];
const literal = fc.constantFrom(...literals);
const patterns = ["^x-", "^x-1$", "1$", "^[ab]$", "^k$", "."];

/** Objects and arrays of few words, so that they meet the schemas below now and then. */
export const conditionValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    { weight: 2, arbitrary: literal },
    { weight: 6, arbitrary: fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }) },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
  ),
})).value;

/**
 * Schemas whose keywords depend on each other: conditions on constants, dependencies, negations, patterns and names of keys, and what
 * is left unevaluated; over definitions that extend each other and may hold the root.
 */
export const conditionSchema: fc.Arbitrary<JsonObject> = fc
  .record({
    root: bodyOf(["A", "B", "C"]),
    A: bodyOf(["B", "C"]),
    B: bodyOf(["C"]),
    C: bodyOf([]),
  })
  .map(({ root, ...$defs }) => ({ ...root, $defs }));

function bodyOf(references: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc.letrec<{ schema: JsonObject }>((tie) => {
    const schema = tie("schema");
    const member = fc.oneof(
      { weight: 3, arbitrary: literal.map((value): JsonValue => ({ const: value })) },
      {
        weight: 2,
        arbitrary: fc
          .uniqueArray(literal, { minLength: 1, maxLength: 3 })
          .map((some): JsonValue => ({ enum: some })),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom<JsonValue[]>(
          { type: "string" },
          { type: "integer" },
          { type: ["object", "null"] },
          { not: { const: "u" } },
        ),
      },
      { weight: 1, arbitrary: fc.boolean() },
      {
        weight: 1,
        arbitrary: fc.constantFrom<JsonValue[]>({ $ref: "#" }, { $ref: "#/$defs/A" }, { $ref: "#/$defs/C" }),
      },
      { weight: 2, arbitrary: schema },
    );
    const properties = fc.dictionary(key, member, { minKeys: 1, maxKeys: 3 });
    const schemas = fc.array(schema, { minLength: 1, maxLength: 3 });
    const test = fc.tuple(key, member, fc.boolean()).map(([name, each, required]): JsonObject => ({
      properties: { [name]: each },
      ...(required ? { required: [name] } : {}),
    }));
    const conditional = fc
      .record({ if: fc.oneof(test, test, schema), then: schema, else: schema }, { requiredKeys: ["if"] })
      .map((each) => each as JsonObject);
    const keywords: Record<string, fc.Arbitrary<JsonValue>> = {
      type: fc.constantFrom<JsonValue[]>("object", "object", ["object", "string"], "array"),
      properties,
      required: names,
      patternProperties: fc.dictionary(fc.constantFrom(...patterns), member, { minKeys: 1, maxKeys: 2 }),
      additionalProperties: member,
      unevaluatedProperties: fc.oneof(fc.constant<JsonValue>(false), member),
      propertyNames: fc.oneof(
        names.map((some): JsonValue => ({ enum: some })),
        fc.constantFrom(...patterns).map((pattern): JsonValue => ({ pattern })),
        fc.constant<JsonValue>({ not: { const: "a" } }),
      ),
      minProperties: fc.constantFrom(1, 2),
      maxProperties: fc.constantFrom(0, 1, 3),
      dependentRequired: fc.dictionary(key, names, { minKeys: 1, maxKeys: 2 }),
      dependentSchemas: fc.dictionary(key, schema, { minKeys: 1, maxKeys: 2 }),
      allOf: schemas,
      anyOf: schemas,
      oneOf: schemas,
      not: fc.oneof(
        test,
        names.map((some): JsonObject => ({ required: some })),
        schema,
      ),
      prefixItems: fc.array(member, { minLength: 1, maxLength: 2 }),
      items: member,
      contains: member,
      unevaluatedItems: member,
      minItems: fc.constantFrom(1, 2),
      maxItems: fc.constantFrom(1, 2),
      const: literal,
      enum: fc.uniqueArray(fc.oneof(literal, fc.constantFrom<JsonValue[]>({ k: "u" }, {}, [])), {
        minLength: 1,
        maxLength: 2,
      }),
    };
    if (references.length > 0)
      keywords["$ref"] = fc.constantFrom(...references.map((name) => `#/$defs/${name}`));
    const rare = new Set([
      "const",
      "enum",
      "prefixItems",
      "items",
      "contains",
      "unevaluatedItems",
      "minItems",
      "maxItems",
    ]);
    const single = Object.entries(keywords).map(([name, value]) => ({
      weight: rare.has(name) ? 1 : name === "$ref" ? 6 : 4,
      arbitrary: value.map((given): JsonObject => ({ [name]: given })),
    }));
    const some = fc.array(
      fc.oneof(
        ...single,
        { weight: 10, arbitrary: conditional },
        { weight: 8, arbitrary: properties.map((each): JsonObject => ({ properties: each })) },
      ),
      { minLength: 1, maxLength: 4 },
    );
    return {
      schema: fc.oneof(
        { maxDepth: 3 },
        {
          weight: 1,
          arbitrary: fc.oneof(
            fc.constantFrom<JsonObject[]>({}, { type: "object" }),
            names.map((each): JsonObject => ({ required: each })),
          ),
        },
        { weight: 6, arbitrary: some.map((each) => Object.assign({}, ...each) as JsonObject) },
      ),
    };
  }).schema;
}
