import * as fc from "fast-check";
import type { JsonValue } from "../../src/json.js";

const scalars: readonly JsonValue[] = [null, true, false, 0, 1, 0.5, "", "a", "b"];
const keys = ["a", "b", "x"];

/** Few values, so that what a random schema lists is often met. */
export const randomInstance: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: "small", withCrossShrink: true },
    { weight: 4, arbitrary: fc.constantFrom(...scalars) },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 2 }) },
    {
      weight: 2,
      arbitrary: fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 3, noNullPrototype: true }),
    },
  ),
})).value;

const typeName = fc.constantFrom("null", "boolean", "object", "array", "number", "string", "integer");

/** A schema of few keywords, which refers to any of `definitions`. */
function randomSchema(definitions: readonly string[]): fc.Arbitrary<JsonValue> {
  return fc.letrec<{ schema: JsonValue }>((tie) => {
    const schema = tie("schema");
    const branches = fc.array(schema, { minLength: 1, maxLength: 3 });
    const references = definitions.map((name) => `#/$defs/${name}`);
    const keywords: Readonly<Record<string, fc.Arbitrary<JsonValue>>> = {
      type: fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 3 })),
      enum: fc.array(randomInstance, { minLength: 1, maxLength: 4 }),
      const: randomInstance,
      minimum: fc.constantFrom(0, 1),
      maxLength: fc.constantFrom(0, 1),
      required: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 2 }),
      properties: fc.dictionary(fc.constantFrom(...keys), schema, { maxKeys: 2, noNullPrototype: true }),
      patternProperties: fc.dictionary(fc.constantFrom("^a", "^[bx]$"), schema, {
        maxKeys: 1,
        noNullPrototype: true,
      }),
      additionalProperties: schema,
      items: schema,
      maxItems: fc.constantFrom(0, 1),
      allOf: branches,
      anyOf: branches,
      oneOf: branches,
      not: schema,
      ...(references.length > 0 ? { $ref: fc.constantFrom(...references) } : {}),
    };
    const chosen = fc.uniqueArray(fc.constantFrom(...Object.keys(keywords)), { minLength: 1, maxLength: 3 });
    const object = chosen.chain((some) => fc.record(pick(keywords, some)));
    return {
      schema: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        { weight: 1, arbitrary: fc.constantFrom<JsonValue>(true, false, {}) },
        { weight: 2, arbitrary: fc.record({ type: typeName }) },
        { weight: 2, arbitrary: fc.record({ const: fc.constantFrom(...scalars) }) },
        { weight: 9, arbitrary: object },
      ),
    };
  }).schema;
}

/** A schema with two definitions, each of which refers to what follows it alone, so that nothing goes in circles. */
export const randomDocument: fc.Arbitrary<JsonValue> = fc
  .record({ root: randomSchema(["first", "last"]), first: randomSchema(["last"]), last: randomSchema([]) })
  .map(({ root, first, last }) => ({ allOf: [root], $defs: { first, last } }));

function pick<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}
