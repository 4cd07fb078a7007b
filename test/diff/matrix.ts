import type { Level } from "../../src/diff/change.js";
import type { JsonObject, JsonValue } from "../../src/json.js";

/** `=` compatible; `~` where no property of `unused` is in use; `x` breaking; `?` not proved. */
export type Sign = "=" | "~" | "x" | "?";

/** A change, and what it means: `readers` of the old version receive new values, `writers` of it send old ones. */
export interface Case {
  readonly name: string;
  readonly old: JsonObject;
  readonly new: JsonObject;
  readonly readers: Sign;
  readonly writers: Sign;
  readonly level: Level;
  /** Whether code that is compiled against the package breaks though the values go together. */
  readonly consumers?: "x";
  /** Properties that `~` takes to be absent. */
  readonly unused?: readonly string[];
}

const text = { type: "string" };
const number = { type: "number" };
const integer = { type: "integer" };
const self = { $ref: "#/$defs/SELF" };

function object(properties: JsonObject, required: readonly string[] = [], more: JsonObject = {}): JsonObject {
  return { type: "object", properties, required, ...more };
}

function variant(kind: JsonValue, more: JsonObject = {}): JsonObject {
  return object({ kind: { const: kind }, ...more }, ["kind", ...Object.keys(more)]);
}

function row(
  name: string,
  old: JsonObject,
  updated: JsonObject,
  readers: Sign,
  writers: Sign,
  level: Level,
  more: Pick<Case, "consumers" | "unused"> = {},
): Case {
  return { name, old, new: updated, readers, writers, level, ...more };
}

const closed = { additionalProperties: false };
const a = object({ a: text });
const list = (items: JsonValue, more: JsonObject = {}): JsonObject => ({ type: "array", items, ...more });

export const cases: readonly Case[] = [
  // Nothing
  row("nothing", a, a, "=", "=", "none"),
  row("description", a, { ...a, description: "A thing." }, "=", "=", "patch"),
  row("title of a property", a, object({ a: { ...text, title: "A" } }), "=", "=", "patch"),
  row("examples", text, { ...text, examples: ["a"] }, "=", "=", "patch"),
  row("deprecated", a, object({ a: { ...text, deprecated: true } }), "=", "=", "minor"),
  row("no longer deprecated", { ...a, deprecated: true }, a, "=", "=", "minor"),
  row("order of types", { type: ["string", "null"] }, { type: ["null", "string"] }, "=", "=", "none"),
  row("order of an enum", { enum: ["a", "b"] }, { enum: ["b", "a"] }, "=", "=", "none"),
  row("const as an enum of one", { const: "a" }, { enum: ["a"] }, "=", "=", "patch"),
  row(
    "bound that a type implies",
    { ...integer, minimum: 1 },
    { ...integer, exclusiveMinimum: 0 },
    "=",
    "=",
    "patch",
  ),
  row("type in anyOf", { type: ["string", "null"] }, { anyOf: [text, { type: "null" }] }, "=", "=", "patch"),
  // Properties
  row("optional property of an open object", a, object({ a: text, b: number }), "=", "~", "minor", {
    unused: ["b"],
  }),
  row(
    "optional property of a closed object",
    { ...a, ...closed },
    object({ a: text, b: number }, [], closed),
    "x",
    "=",
    "major",
  ),
  row("optional property of any type", a, object({ a: text, b: true }), "=", "=", "minor"),
  row("required property", a, object({ a: text, b: number }, ["b"]), "=", "x", "major"),
  row("optional property gone, open", object({ a: text, b: number }), a, "~", "=", "major", {
    consumers: "x",
    unused: ["b"],
  }),
  row(
    "optional property gone, closed",
    object({ a: text, b: number }, [], closed),
    { ...a, ...closed },
    "=",
    "x",
    "major",
    { consumers: "x" },
  ),
  row("required property gone", object({ a: text, b: number }, ["b"]), a, "x", "=", "major", {
    consumers: "x",
  }),
  row("property renamed", object({ a: text }, ["a"]), object({ b: text }, ["b"]), "x", "x", "major", {
    consumers: "x",
  }),
  row("property required", a, object({ a: text }, ["a"]), "=", "x", "major"),
  row("property optional", object({ a: text }, ["a"]), a, "x", "=", "major"),
  row(
    "required as before by allOf",
    { allOf: [object({ a: text }, ["a"])] },
    { allOf: [a, { type: "object", required: ["a"] }] },
    "=",
    "=",
    "patch",
  ),
  row("property wider", object({ a: text }), object({ a: { type: ["string", "null"] } }), "x", "=", "major"),
  row("property narrower", object({ a: number }), object({ a: integer }), "=", "x", "major"),
  row(
    "property deep inside",
    object({ a: object({ b: list(object({ c: text })) }) }),
    object({ a: object({ b: list(object({ c: text, d: text })) }) }),
    "=",
    "~",
    "minor",
    { unused: ["d"] },
  ),
  // Other properties
  row("closed", a, { ...a, ...closed }, "=", "x", "major"),
  row("opened", { ...a, ...closed }, a, "x", "=", "major"),
  row("closed by unevaluatedProperties", a, { ...a, unevaluatedProperties: false }, "=", "x", "major"),
  row(
    "closed in another way",
    { ...a, ...closed },
    { ...a, unevaluatedProperties: false },
    "=",
    "=",
    "patch",
  ),
  row("other properties have a schema", a, { ...a, additionalProperties: text }, "=", "x", "major"),
  row(
    "other properties wider",
    { ...a, additionalProperties: integer },
    { ...a, additionalProperties: number },
    "x",
    "=",
    "major",
  ),
  row(
    "named out of a map",
    { type: "object", additionalProperties: number },
    object({ a: number }, [], { additionalProperties: number }),
    "=",
    "=",
    "major",
    { consumers: "x" },
  ),
  row(
    "pattern for properties",
    { type: "object" },
    { type: "object", patternProperties: { "^x-": text } },
    "=",
    "x",
    "major",
    { consumers: "x" },
  ),
  row(
    "pattern for properties narrower",
    { type: "object", patternProperties: { "^x-": number } },
    { type: "object", patternProperties: { "^x-": integer } },
    "=",
    "x",
    "major",
  ),
  row(
    "names of properties",
    { type: "object", additionalProperties: text },
    { type: "object", additionalProperties: text, propertyNames: { maxLength: 3 } },
    "=",
    "x",
    "major",
  ),
  row(
    "names of properties that hold already",
    { ...a, ...closed },
    { ...a, ...closed, propertyNames: { maxLength: 3 } },
    "=",
    "=",
    "patch",
  ),
  row(
    "dependent property",
    object({ a: text, b: text }),
    object({ a: text, b: text }, [], { dependentRequired: { a: ["b"] } }),
    "=",
    "x",
    "major",
  ),
  row(
    "dependent property that is required",
    object({ a: text, b: text }, ["b"]),
    object({ a: text, b: text }, ["b"], { dependentRequired: { a: ["b"] } }),
    "=",
    "=",
    "patch",
  ),
  row(
    "fewer properties",
    { type: "object", maxProperties: 3 },
    { type: "object", maxProperties: 2 },
    "=",
    "x",
    "major",
  ),
  // Types and values
  row("type wider", text, { type: ["string", "number"] }, "x", "=", "major"),
  row("type narrower", { type: ["string", "number"] }, text, "=", "x", "major"),
  row("another type", text, number, "x", "x", "major"),
  row("integers alone", number, integer, "=", "x", "major"),
  row("any value", text, {}, "x", "=", "major"),
  row("value of an enum", { enum: ["a", "b"] }, { enum: ["a", "b", "c"] }, "x", "=", "major"),
  row("value of an enum gone", { enum: ["a", "b"] }, { enum: ["a"] }, "=", "x", "major"),
  row("value of an enum replaced", { enum: ["a", "b"] }, { enum: ["a", "c"] }, "x", "x", "major"),
  row("enum of strings", text, { enum: ["a", "b"] }, "=", "x", "major"),
  row("enum no more", { enum: ["a", "b"] }, text, "x", "=", "major"),
  row(
    "open enum with one more value",
    { enum: ["a"], type: "string", "x-typescript-open": true },
    { enum: ["a", "b"], type: "string", "x-typescript-open": true },
    "=",
    "=",
    "patch",
  ),
  row("both booleans as boolean", { enum: [true, false] }, { type: "boolean" }, "=", "=", "patch"),
  // Checks
  row("minLength tighter", { ...text, minLength: 1 }, { ...text, minLength: 2 }, "=", "x", "major"),
  row("minLength looser", { ...text, minLength: 2 }, { ...text, minLength: 1 }, "x", "=", "major"),
  row("maxLength", text, { ...text, maxLength: 5 }, "=", "x", "major"),
  row(
    "maxLength beside values",
    { enum: ["a", "bc"] },
    { enum: ["a", "bc"], maxLength: 2 },
    "=",
    "=",
    "patch",
  ),
  row("minimum tighter", { ...number, minimum: 0 }, { ...number, minimum: 1 }, "=", "x", "major"),
  row("minimum exclusive", { ...number, minimum: 0 }, { ...number, exclusiveMinimum: 0 }, "=", "x", "major"),
  row(
    "multiples of a multiple",
    { ...integer, multipleOf: 2 },
    { ...integer, multipleOf: 4 },
    "=",
    "x",
    "major",
  ),
  row("pattern", text, { ...text, pattern: "^[a-z]+$" }, "=", "x", "major"),
  row("pattern gone", { ...text, pattern: "^[a-z]+$" }, text, "x", "=", "major"),
  row("another pattern", { ...text, pattern: "^a+$" }, { ...text, pattern: "^a*$" }, "x", "?", "major"),
  row(
    "pattern that values match",
    { enum: ["a", "aa"] },
    { enum: ["a", "aa"], pattern: "^a+$" },
    "=",
    "=",
    "patch",
  ),
  row("format that is checked", text, { ...text, format: "date" }, "=", "x", "major"),
  row("another format", { ...text, format: "date" }, { ...text, format: "date-time" }, "?", "?", "major"),
  row("format that nobody knows", text, { ...text, format: "colour" }, "=", "=", "patch"),
  // Arrays
  row("item wider", list(text), list({ type: ["string", "null"] }), "x", "=", "major"),
  row(
    "item of a tuple",
    { type: "array", prefixItems: [text], items: false },
    { type: "array", prefixItems: [text, number], items: false },
    "x",
    "=",
    "major",
  ),
  row(
    "tuple in place of a list",
    list(text),
    { type: "array", prefixItems: [text, text], items: text },
    "=",
    "=",
    "major",
    { consumers: "x" },
  ),
  row("more items", list(text, { maxItems: 2 }), list(text, { maxItems: 3 }), "x", "=", "major"),
  row("fewest items", list(text), list(text, { minItems: 1 }), "=", "x", "major"),
  row("unique items", list(text), list(text, { uniqueItems: true }), "=", "x", "major"),
  row(
    "unique items of one",
    list(text, { maxItems: 1 }),
    list(text, { maxItems: 1, uniqueItems: true }),
    "=",
    "=",
    "patch",
  ),
  row("contains", list(text), list(text, { contains: { const: "a" } }), "=", "x", "major"),
  row(
    "contains fewer",
    list(text, { contains: { const: "a" }, minContains: 2 }),
    list(text, { contains: { const: "a" } }),
    "x",
    "=",
    "major",
  ),
  row(
    "contains what all items are",
    list(text, { minItems: 1 }),
    list(text, { minItems: 1, contains: text }),
    "=",
    "=",
    "patch",
  ),
  // Variants
  row(
    "variant",
    { oneOf: [variant("a"), variant("b")] },
    { oneOf: [variant("a"), variant("b"), variant("c")] },
    "x",
    "=",
    "major",
  ),
  row("variant gone", { oneOf: [variant("a"), variant("b")] }, { oneOf: [variant("a")] }, "=", "x", "major"),
  row(
    "oneOf as anyOf of variants that exclude each other",
    { oneOf: [variant("a"), variant("b")] },
    { anyOf: [variant("a"), variant("b")] },
    "=",
    "=",
    "patch",
  ),
  row(
    "order of variants",
    { oneOf: [variant("a"), variant("b")] },
    { oneOf: [variant("b"), variant("a")] },
    "=",
    "=",
    "none",
  ),
  row(
    "optional property of a variant",
    { oneOf: [variant("a"), variant("b")] },
    { oneOf: [variant("a"), object({ kind: { const: "b" }, n: number }, ["kind"])] },
    "=",
    "~",
    "minor",
    { unused: ["n"] },
  ),
  row(
    "required property of a variant",
    { oneOf: [variant("a"), variant("b")] },
    { oneOf: [variant("a"), variant("b", { n: number })] },
    "=",
    "x",
    "major",
  ),
  row(
    "variant in anyOf that another one covers",
    { anyOf: [text, number] },
    { anyOf: [text, number, integer] },
    "=",
    "=",
    "patch",
  ),
  row(
    "variant in oneOf that another one covers",
    { oneOf: [text, number] },
    { oneOf: [text, number, integer] },
    "=",
    "x",
    "major",
  ),
  row("nullable", text, { anyOf: [text, { type: "null" }] }, "x", "=", "major"),
  // Conditions
  row("not", text, { ...text, not: { const: "a" } }, "=", "x", "major"),
  row(
    "not of less",
    { ...text, not: { enum: ["a", "b"] } },
    { ...text, not: { const: "a" } },
    "x",
    "=",
    "major",
  ),
  row(
    "condition",
    object({ kind: text, n: number }),
    object({ kind: text, n: number }, [], {
      if: { properties: { kind: { const: "a" } }, required: ["kind"] },
      then: { required: ["n"] },
    }),
    "=",
    "x",
    "major",
  ),
  row(
    "condition with an optional property",
    object({ kind: text }, [], {
      if: { properties: { kind: { const: "a" } } },
      then: { required: ["kind"] },
    }),
    object({ kind: text, n: number }, [], {
      if: { properties: { kind: { const: "a" } } },
      then: { required: ["kind"] },
    }),
    "=",
    "~",
    "minor",
    { unused: ["n"] },
  ),
  row("allOf asks more", { allOf: [a] }, { allOf: [a, object({ b: text }, ["b"])] }, "=", "x", "major"),
  // Recursion
  row(
    "recursive, unchanged",
    object({ next: self, a: text }),
    object({ next: self, a: text }),
    "=",
    "=",
    "none",
  ),
  row(
    "recursive, optional property",
    object({ next: self }),
    object({ next: self, b: text }),
    "=",
    "~",
    "minor",
    { unused: ["b"] },
  ),
  row(
    "recursive, narrower",
    object({ next: self, a: number }),
    object({ next: self, a: integer }),
    "=",
    "x",
    "major",
  ),
  row(
    "recursive, by way of a list",
    object({ all: list(self), a: text }, ["a"]),
    object({ all: list(self), a: text }),
    "x",
    "=",
    "major",
  ),
  row(
    "unevaluated with variants, unchanged but for one more",
    {
      type: "object",
      anyOf: [variant("a", { x: text }), variant("b", { y: text })],
      unevaluatedProperties: false,
    },
    {
      type: "object",
      anyOf: [variant("a", { x: text }), variant("b", { y: text }), variant("c")],
      unevaluatedProperties: false,
    },
    "x",
    "=",
    "major",
  ),
];
