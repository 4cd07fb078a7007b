import type { JsonSchema } from "../../src/config/config.js";

/** How our type stands to that of json-schema-to-typescript: each admits the other, or only one does, or neither. */
export type Relation = "same" | "tighter" | "wider" | "apart";

/** A schema in an idiom of json-schema-to-typescript; where the types differ, how and why. */
export interface Idiom {
  readonly schema: JsonSchema;
  readonly relation?: Relation;
  /** How the type stands that the engine prints for us, which keeps its shapes where they are sound. */
  readonly kept?: Relation;
  readonly reason?: string;
}

const string = { type: "string" };
const number = { type: "number" };
const boolean = { type: "boolean" };

const object = (properties: Readonly<Record<string, JsonSchema>>, ...required: string[]): JsonSchema => ({
  type: "object",
  properties,
  ...(required.length > 0 ? { required } : {}),
  additionalProperties: false,
});

const open = (properties: Readonly<Record<string, JsonSchema>>, ...required: string[]): JsonSchema => ({
  type: "object",
  properties,
  ...(required.length > 0 ? { required } : {}),
});

/** The idioms by name. Drafts are those that it knows: up to 7. */
export const idioms: Readonly<Record<string, Idiom>> = {
  // Scalars
  "a string": { schema: string },
  "a number": { schema: number },
  "an integer": { schema: { type: "integer" } },
  "a boolean": { schema: boolean },
  "a null": { schema: { type: "null" } },
  "several types": { schema: { type: ["string", "number", "null"] } },
  anything: {
    schema: {},
    relation: "wider",
    kept: "wider",
    reason: "it takes an empty root for an object, and refuses all other valid values",
  },
  "a format": { schema: { type: "string", format: "date-time" } },
  "a pattern and lengths": { schema: { type: "string", pattern: "^a", minLength: 1, maxLength: 9 } },
  // Enumerations
  "an enum of strings": { schema: { type: "string", enum: ["a", "b"] } },
  "an enum of numbers": { schema: { type: "number", enum: [1, 2] } },
  "an enum without a type": { schema: { enum: ["a", 1, true, null] } },
  "an enum of another type": {
    schema: { type: "string", enum: ["a", 1] },
    relation: "tighter",
    kept: "tighter",
    reason: "it does not hold the values of an enum against the type beside them",
  },
  "an enum with null": { schema: { type: ["string", "null"], enum: ["a", null] } },
  "a constant": { schema: { const: "a" } },
  "a constant beside a type": { schema: { type: "string", const: "a" } },
  "an enum of one object": { schema: { enum: [{ a: 1 }] } },
  // Objects
  "an object": { schema: object({ a: string, b: number }) },
  "a required property": { schema: object({ a: string, b: number }, "a") },
  "an open object": { schema: open({ a: string }, "a") },
  "no properties": { schema: { type: "object" } },
  "additionalProperties true": { schema: { ...(open({ a: string }) as object), additionalProperties: true } },
  "additionalProperties of a type": { schema: { type: "object", additionalProperties: number } },
  "additionalProperties beside properties": {
    schema: { ...(open({ a: string }) as object), additionalProperties: number },
  },
  "patternProperties alone": {
    schema: { type: "object", patternProperties: { "^x-": string }, additionalProperties: false },
  },
  "patternProperties that no type can show": {
    schema: { type: "object", patternProperties: { "[0-9]$": string }, additionalProperties: false },
  },
  "patternProperties beside others": {
    schema: { type: "object", patternProperties: { "[0-9]$": string }, additionalProperties: number },
  },
  "a key that is no identifier": { schema: object({ "a-b": string, "1": number, "": boolean }) },
  "nested objects": { schema: object({ a: object({ b: object({ c: string }) }, "b") }) },
  "a description and a default": { schema: object({ a: { ...string, description: "A.", default: "a" } }) },
  "a title of the object inside": {
    schema: object({ a: { ...(object({ b: string }) as object), title: "Inside" } }),
  },
  "a deprecated property": { schema: object({ a: { ...string, deprecated: true } }) },
  "a required key without a schema": {
    schema: { ...(open({ a: string }) as object), required: ["a", "b"] },
    relation: "tighter",
    kept: "tighter",
    reason: "it forgets a required key that has no schema",
  },
  "a property that is never there": { schema: { type: "object", properties: { a: false } } },
  // Arrays
  "an array": { schema: { type: "array", items: string } },
  "an array of anything": { schema: { type: "array" } },
  "an array of alternatives": { schema: { type: "array", items: { anyOf: [string, number] } } },
  "an array of arrays": { schema: { type: "array", items: { type: "array", items: number } } },
  "a tuple of all its items": {
    schema: { type: "array", items: [string, number], minItems: 2, maxItems: 2 },
  },
  "a closed tuple": {
    schema: { type: "array", items: [string, number], additionalItems: false, minItems: 1 },
    relation: "wider",
    reason:
      "our optional item admits undefined, its union of tuples does not; without exactOptionalPropertyTypes",
  },
  "a tuple and more": {
    schema: { type: "array", items: [string], additionalItems: number, minItems: 1 },
  },
  "a tuple that says nothing of more": {
    schema: { type: "array", items: [string], minItems: 1 },
    relation: "wider",
    kept: "wider",
    reason: "it takes a tuple for closed where `additionalItems` is absent, and refuses valid arrays",
  },
  "at least one item": { schema: { type: "array", items: string, minItems: 1 } },
  "exactly two items": { schema: { type: "array", items: string, minItems: 2, maxItems: 2 } },
  "many items": {
    schema: { type: "array", items: string, minItems: 12 },
    relation: "wider",
    kept: "wider",
    reason: "it writes out any number of required items; we no more than eight",
  },
  // Unions and intersections
  anyOf: { schema: { anyOf: [string, number] } },
  oneOf: { schema: { oneOf: [string, object({ a: string })] } },
  "oneOf of objects": {
    schema: {
      oneOf: [object({ kind: { const: "a" } }, "kind"), object({ kind: { const: "b" }, b: number }, "kind")],
    },
  },
  allOf: { schema: { allOf: [open({ a: string }), open({ b: number }, "b")] } },
  "allOf beside properties": {
    schema: { ...(open({ c: boolean }) as object), allOf: [open({ a: string })] },
  },
  "anyOf beside properties": {
    schema: {
      ...(open({ a: string }) as object),
      anyOf: [open({ b: string }, "b"), open({ c: string }, "c")],
    },
  },
  "anyOf of required keys": {
    schema: {
      ...(open({ a: string, b: string }) as object),
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    relation: "tighter",
    kept: "tighter",
    reason: "it forgets required keys whose schema stands outside of the alternative",
  },
  "required beside allOf": {
    schema: { allOf: [open({ a: string })], required: ["a"] },
    relation: "tighter",
    kept: "tighter",
    reason: "it forgets required keys whose schema stands in another branch",
  },
  "a contradiction": {
    schema: { allOf: [string, number] },
  },
  // References
  "a reference": {
    schema: { ...(object({ a: { $ref: "#/definitions/B" } }) as object), definitions: { B: string } },
  },
  "a reference to an object, twice": {
    schema: {
      ...(object({ a: { $ref: "#/definitions/B" }, b: { $ref: "#/definitions/B" } }, "a") as object),
      definitions: { B: object({ c: number }) },
    },
  },
  "a reference with a description": {
    schema: {
      ...(object({ a: { $ref: "#/definitions/B", description: "A." } }) as object),
      definitions: { B: object({ c: number }) },
    },
  },
  "a recursive object": { schema: object({ a: { $ref: "#" }, b: { type: "array", items: { $ref: "#" } } }) },
  "mutual recursion": {
    schema: {
      $ref: "#/definitions/B",
      definitions: {
        B: object({ c: { $ref: "#/definitions/C" } }),
        C: object({ b: { $ref: "#/definitions/B" } }),
      },
    },
  },
  "definitions of alternatives": {
    schema: {
      type: "array",
      items: { oneOf: [{ $ref: "#/definitions/B" }, { $ref: "#/definitions/C" }] },
      definitions: { B: object({ b: string }, "b"), C: object({ c: string }, "c") },
    },
  },
  "what it makes nothing of": {
    schema: { type: "string", not: { const: "a" } },
  },
};
