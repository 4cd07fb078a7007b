import * as fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/json.js";

const names = ["A", "B", "C", "D"] as const;
const values = [...names, "a", "b"];
const value = fc.constantFrom(...values);
const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** A few objects with or without a `kind`, perhaps one with the former in its `allOf`. */
function objectOf(before: readonly string[]): fc.Arbitrary<JsonObject> {
  const kind = fc.oneof(
    fc.constant<JsonObject>({ type: "string" }),
    fc.uniqueArray(value, { minLength: 2, maxLength: 5 }).map((listed): JsonObject => ({ enum: listed })),
    value.map((only): JsonObject => ({ const: only })),
  );
  const part = fc
    .record({ kind: fc.option(kind, { nil: undefined }), required: fc.boolean() })
    .map(({ kind: declared, required }): JsonObject => ({
      type: "object",
      properties: declared ? { kind: declared } : {},
      required: required ? ["kind"] : [],
    }));
  const base =
    before.length === 0 ? fc.constant(undefined) : fc.option(fc.constantFrom(...before), { nil: undefined });
  return fc
    .tuple(part, base, fc.option(discriminatorOf(names), { nil: undefined, freq: 3 }))
    .map(([own, above, discriminator]): JsonObject => ({
      ...(above === undefined ? own : { allOf: [reference(above), own] }),
      ...(discriminator ? { discriminator } : {}),
    }));
}

function discriminatorOf(members: readonly string[]): fc.Arbitrary<JsonObject> {
  const mapping = fc.dictionary(value, fc.constantFrom(...members), { maxKeys: 3 });
  return fc
    .option(mapping, { nil: undefined })
    .map((mapped): JsonObject => ({ propertyName: "kind", ...(mapped ? { mapping: mapped } : {}) }));
}

/** The definitions A to D, of which some build upon others, and a union U and V of some of them each. */
export const discriminatedDocument: fc.Arbitrary<JsonObject> = fc
  .tuple(...names.map((_, index) => objectOf(names.slice(0, index))), unionOf(), unionOf())
  .map((all): JsonObject => {
    const schemas = Object.fromEntries([...names, "U", "V"].map((name, index) => [name, all[index] ?? {}]));
    return { openapi: "3.1.0", info: { title: "Random", version: "1" }, components: { schemas } };
  });

function unionOf(): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(
      fc.constantFrom("oneOf", "anyOf"),
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
      fc.option(discriminatorOf(names), { nil: undefined, freq: 4 }),
    )
    .map(([keyword, members, discriminator]): JsonObject => ({
      [keyword]: members.map(reference),
      ...(discriminator ? { discriminator } : {}),
    }));
}

export const discriminatedValues: readonly JsonValue[] = [
  ...values.map((kind) => ({ kind })),
  { kind: 1 },
  { kind: "other" },
  {},
  null,
];
