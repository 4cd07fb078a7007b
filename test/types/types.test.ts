import { describe, expect, it } from "vitest";
import type { Options } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import type { JsonValue } from "../../src/json.js";

/** The declarations that come of a schema called `A`, on one line each, without documentation. */
async function typesOf(schema: JsonValue, options: Partial<Options> = {}): Promise<string[]> {
  const { files, diagnostics } = await generate({
    inputs: [
      {
        schema: { schema: schema as never },
        name: "A",
        output: "out",
        layout: "single-file",
        runtime: [],
        untyped: "exact",
        ...options,
      },
    ],
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const text = files.find(({ path }) => path === "index.ts")?.text ?? "";
  return text
    .replaceAll(/^\/\/.*$|\/\*[^]*?\*\//gm, "")
    .split(/^export /m)
    .slice(1)
    .map((declaration) => declaration.replaceAll(/\s+/g, " ").replace("= | ", "= ").trim());
}

const string = { type: "string" };
const number = { type: "number" };

const cases: readonly (readonly [name: string, schema: JsonValue, ...types: string[]])[] = [
  ["anything", true, "type A = unknown;"],
  ["nothing", false, "type A = never;"],
  ["an empty schema", {}, "type A = unknown;"],
  ["a type", string, "type A = string;"],
  ["an integer", { type: "integer" }, "type A = number;"],
  ["several types", { type: ["string", "null"] }, "type A = string | null;"],
  ["a constant", { const: "a" }, 'type A = "a";'],
  ["an enum met with its type", { type: "string", enum: ["a", 1] }, 'type A = "a";'],
  ["an enum of both booleans", { enum: [true, false] }, "type A = boolean;"],
  ["a negated type", { type: ["string", "number"], not: string }, "type A = number;"],
  ["a negated constant", { enum: ["a", "b"], not: { const: "a" } }, 'type A = "b";'],
  ["types that contradict each other", { type: "string", allOf: [number] }, "type A = never;"],
  ["an object without more", { type: "object" }, "interface A { [key: string]: unknown; }"],
  [
    "an object with members",
    { type: "object", required: ["b"], properties: { a: string, b: number } },
    "interface A { a?: string; b: number; }",
  ],
  [
    "a member that a base refuses by a negation",
    {
      $ref: "#/$defs/B",
      properties: { k: string },
      $defs: { B: { type: "object", not: { required: ["k"] } } },
    },
    "interface A extends B { k?: never; }",
    "interface B { k?: never; }",
  ],
  [
    "a required member that a base refuses",
    { $ref: "#/$defs/B", required: ["k"], $defs: { B: { type: "object", not: { required: ["k"] } } } },
    "type A = never;",
    "interface B { k?: never; }",
  ],
  [
    "a member that a base demands by a negation",
    {
      $ref: "#/$defs/B",
      properties: { k: { enum: ["a", 1] } },
      $defs: { B: { type: "object", not: { properties: { k: string } } } },
    },
    'interface A extends B { k: "a" | 1; }',
    "interface B { k: unknown; }",
  ],
  [
    "a member on which bases disagree by a negation",
    {
      allOf: [{ $ref: "#/$defs/B" }, { $ref: "#/$defs/C" }],
      $defs: {
        B: { type: "object", not: { required: ["k"] } },
        C: { type: "object", properties: { k: string } },
      },
    },
    "interface A extends B, C { k?: never; }",
    "interface B { k?: never; }",
    "interface C { k?: string; }",
  ],
  [
    "a name that a pattern evaluates, beside what is left",
    {
      type: "object",
      patternProperties: { "^k$": true, "^x-": { const: 2 } },
      unevaluatedProperties: { const: null },
    },
    "type A = { k?: unknown; [key: `x-${string}`]: 2; } & { [key: `x-${string}`]: 2; [key: string]: unknown; };",
  ],
  ["a required name without an entry", { type: "object", required: ["a"] }, "interface A { a: unknown; }"],
  [
    "typed additional properties",
    { type: "object", additionalProperties: string },
    "interface A { [key: string]: string; }",
  ],
  [
    "typed additional properties beside members, which the index admits",
    { type: "object", required: ["b"], properties: { b: number }, additionalProperties: string },
    "interface A { [key: string]: string | number; b: number; }",
  ],
  [
    "a prefix pattern",
    { type: "object", patternProperties: { "^x-": string } },
    "interface A { [key: `x-${string}`]: string; }",
  ],
  [
    "names of Object.prototype, which every object has",
    { type: "object", properties: { toString: string } },
    'interface A { toString?: string | Object["toString"]; }',
  ],
  ["an array", { type: "array", items: string }, "type A = string[];"],
  ["an array of anything", { type: "array" }, "type A = unknown[];"],
  [
    "an array that is not empty",
    { type: "array", items: string, minItems: 1 },
    "type A = [string, ...string[]];",
  ],
  [
    "a closed tuple",
    { type: "array", prefixItems: [string, number], items: false, minItems: 2 },
    "type A = [string, number];",
  ],
  ["an open tuple", { type: "array", prefixItems: [string] }, "type A = [string?, ...unknown[]];"],
  ["alternatives", { anyOf: [string, number] }, "type A = string | number;"],
  [
    "alternatives beside members, which they meet",
    {
      type: "object",
      properties: { a: string, b: string },
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    "type A = { a: string; b?: string; } | { a?: string; b: string; };",
  ],
  [
    "an extension",
    {
      allOf: [{ $ref: "#/$defs/B" }],
      type: "object",
      properties: { c: number },
      $defs: { B: { type: "object", properties: { b: string } } },
    },
    "interface A extends B { c?: number; }",
    "interface B { b?: string; }",
  ],
  ["recursion", { type: "object", properties: { next: { $ref: "#" } } }, "interface A { next?: A; }"],
  [
    "a reference with a description, which stays on the member",
    {
      type: "object",
      properties: {
        b: { $ref: "#/$defs/B", description: "one" },
        c: { $ref: "#/$defs/B", description: "two" },
      },
      $defs: { B: string },
    },
    "interface A { b?: B; c?: B; }",
    "type B = string;",
  ],
];

const ab = { a: string, b: number };
const kinds = { kind: { enum: ["x", "y", "z"] }, a: string };

/** Keywords that leave several ways to be valid. */
const divided: readonly (readonly [name: string, schema: JsonValue, ...types: string[]])[] = [
  [
    "dependentRequired",
    { type: "object", required: ["b"], properties: { ...ab, c: string }, dependentRequired: { a: ["c"] } },
    "type A = { a: string; b: number; c: string; } | { a?: never; b: number; c?: string; };",
  ],
  [
    "dependentSchemas",
    { type: "object", properties: ab, dependentSchemas: { a: { required: ["b"] } } },
    "type A = { a: string; b: number; } | (object & { a?: never; b?: number; });",
  ],
  [
    "dependentSchemas with false",
    { type: "object", properties: ab, dependentSchemas: { a: false } },
    "interface A { a?: never; b?: number; }",
  ],
  [
    "a negated key",
    { type: "object", properties: ab, not: { required: ["a"] } },
    "interface A { a?: never; b?: number; }",
  ],
  [
    "negated keys together",
    { type: "object", required: ["c"], properties: { ...ab, c: string }, not: { required: ["a", "b"] } },
    "type A = { a?: never; b?: number; c: string; } | { a?: string; b?: never; c: string; };",
  ],
  [
    "negated keys each",
    { type: "object", properties: ab, not: { anyOf: [{ required: ["a"] }, { required: ["b"] }] } },
    "interface A { a?: never; b?: never; }",
  ],
  [
    "a negated constant of a member",
    {
      type: "object",
      required: ["kind"],
      properties: kinds,
      not: { properties: { kind: { const: "x" } }, required: ["kind"] },
    },
    'interface A { kind: "y" | "z"; a?: string; }',
  ],
  [
    "a condition on a constant",
    {
      type: "object",
      required: ["kind"],
      properties: kinds,
      if: { properties: { kind: { const: "x" } } },
      then: { required: ["a"] },
      else: { properties: { a: false } },
    },
    'type A = { kind: "x"; a: string; } | { kind: "y" | "z"; a?: never; };',
  ],
  [
    "conditions on each value of an enum",
    {
      type: "object",
      required: ["kind"],
      properties: { kind: kinds.kind },
      allOf: ["x", "y", "z"].map((kind) => ({
        if: { properties: { kind: { const: kind } } },
        then: { required: [`for-${kind}`] },
      })),
    },
    "type A = XA | YA | ZA;",
    'interface XA { kind: "x"; "for-x": unknown; }',
    'interface YA { kind: "y"; "for-y": unknown; }',
    'interface ZA { kind: "z"; "for-z": unknown; }',
  ],
  [
    "a condition that holds where nothing is",
    { type: "object", properties: ab, if: { properties: { b: { minimum: 5 } } }, then: { required: ["a"] } },
    "type A = { a: string; b?: number; } | { a?: string; b: number; };",
  ],
  [
    "a condition on the type",
    { type: ["string", "array"], if: { type: "array" }, then: { items: string } },
    "type A = string[] | string;",
  ],
  ["a condition that always holds", { if: true, then: string, else: number }, "type A = string;"],
  [
    "one key of two",
    {
      type: "object",
      required: ["c"],
      properties: { ...ab, c: string },
      oneOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    "type A = { a: string; b?: never; c: string; } | { a?: never; b: number; c: string; };",
  ],
  [
    "two keys together, of three",
    {
      type: "object",
      properties: { a: string, b: string, c: string },
      oneOf: [{ required: ["a", "b"] }, { required: ["b", "c"] }],
    },
    "type A = { a: string; b: string; c?: never; } | { a?: never; b: string; c: string; };",
  ],
  [
    "a condition on a constant that is not listed",
    {
      type: "object",
      required: ["a"],
      properties: { a: string, b: string },
      if: { properties: { a: { const: "x" } } },
      then: { required: ["b"] },
    },
    "interface A { a: string; b?: string; }",
  ],
  [
    "a required name that every object has",
    { type: "object", required: ["toString"] },
    "interface A { toString: | string | number | boolean | null | unknown[] | { [key: string]: unknown; }; }",
  ],
  [
    "no property by their count",
    { type: "object", maxProperties: 0 },
    "interface A { [key: string]: never; }",
  ],
  [
    "patterns of a closed object that do not meet",
    {
      type: "object",
      patternProperties: { "^a_.*$": number, "^b_": string },
      additionalProperties: false,
    },
    "interface A { [key: `a_${string}`]: number; [key: `b_${string}`]: string; }",
  ],
  [
    "at least one property",
    { type: "object", properties: ab, additionalProperties: false, minProperties: 1 },
    "type A = { a: string; b?: number; } | { a?: string; b: number; };",
  ],
  [
    "dependencies that come to too many cases",
    {
      type: "object",
      properties: { a0: string },
      dependentRequired: Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [`a${index}`, [`b${index}`]]),
      ),
    },
    "interface A { a0?: string; }",
  ],
];

const evaluated: readonly (readonly [name: string, schema: JsonValue, ...types: string[]])[] = [
  [
    "no property at all",
    { type: "object", additionalProperties: false },
    "interface A { [key: string]: never; }",
  ],
  [
    "nothing unevaluated",
    { type: "object", unevaluatedProperties: false },
    "interface A { [key: string]: never; }",
  ],
  [
    "what other schemas leave",
    { type: "object", allOf: [{ properties: { a: string } }], unevaluatedProperties: number },
    "interface A { [key: string]: number | string | undefined; a?: string; }",
  ],
  [
    "members that a cousin does not see",
    {
      type: "object",
      allOf: [{ properties: { a: string } }, { properties: { b: string }, unevaluatedProperties: false }],
    },
    "interface A { a?: never; b?: string; }",
  ],
  [
    "branches that close each other",
    {
      type: "object",
      if: { properties: { a: { const: "x" } }, required: ["a"] },
      then: { properties: { b: string }, required: ["b"] },
      else: { properties: { c: string }, required: ["c"] },
      unevaluatedProperties: false,
    },
    'type A = { a: "x"; b: string; c?: never; } | { c: string; a?: never; b?: never; };',
  ],
  [
    "a branch that leaves nothing beside one that names",
    {
      type: "object",
      oneOf: [{ properties: { a: string }, required: ["a"] }, { minProperties: 0 }],
      unevaluatedProperties: false,
    },
    "type A = { a: string; } | { [key: string]: never; };",
  ],
  [
    "listed names",
    { type: "object", propertyNames: { enum: ["a", "b"] }, additionalProperties: string },
    "interface A { a?: string; b?: string; }",
  ],
  [
    "names by a prefix",
    { type: "object", propertyNames: { pattern: "^x-" } },
    "interface A { [key: `x-${string}`]: unknown; }",
  ],
  ["no names", { type: "object", propertyNames: false }, "interface A { [key: string]: never; }"],
  [
    "patterns of what a key holds and ends with",
    { type: "object", patternProperties: { _id$: number, "\\.at": string } },
    "interface A { [key: `${string}_id`]: number; [key: `${string}.at${string}`]: string; }",
  ],
  [
    "a pattern that every key matches",
    { type: "object", patternProperties: { "a*": number } },
    "interface A { [key: string]: number; }",
  ],
  [
    "a pattern that no template says",
    { type: "object", patternProperties: { "^a.b": number } },
    "interface A { [key: string]: unknown; }",
  ],
  [
    "items that nothing evaluates",
    { type: "array", prefixItems: [string], unevaluatedItems: false },
    "type A = [string?];",
  ],
  [
    "items in one of two ways",
    {
      type: "array",
      anyOf: [{ prefixItems: [string] }, { prefixItems: [number, number] }],
      unevaluatedItems: false,
    },
    "type A = [string?] | [number?, number?];",
  ],
  ["an item among others", { type: "array", contains: string }, "type A = [unknown, ...unknown[]];"],
  [
    "an item among others, and nothing else",
    { type: "array", contains: string, unevaluatedItems: false },
    "type A = [string, ...string[]];",
  ],
  [
    "a key that must be there, and may not",
    { type: "object", required: ["a"], properties: { a: string }, not: { required: ["a"] } },
    "type A = never;",
  ],
  [
    "schemas that apply to one member",
    {
      type: "object",
      allOf: [
        { properties: { m: { type: "object", properties: { a: string }, additionalProperties: false } } },
        { properties: { m: { type: "object", required: ["b"], properties: { b: string } } } },
      ],
    },
    "interface A { m?: never; }",
  ],
];

describe("the type of", () => {
  it.each([...cases, ...divided, ...evaluated])("%s", async (_name, schema, ...types) => {
    expect(await typesOf(schema)).toEqual(types);
  });
});

describe("options", () => {
  const schema = { type: "object", properties: { a: { type: "array", items: string } } };

  it("readonly makes members and arrays so", async () => {
    expect(await typesOf(schema, { readonly: true })).toEqual([
      "interface A { readonly a?: readonly string[]; }",
    ]);
  });

  it("declarations chooses aliases", async () => {
    expect(await typesOf(schema, { declarations: "type" })).toEqual(["type A = { a?: string[]; };"]);
  });

  it("untyped reads a schema by its keywords, or to the letter", async () => {
    const untyped = { properties: { a: string } };
    expect(await typesOf(untyped, { untyped: "infer" })).toEqual(["interface A { a?: string; }"]);
    expect(await typesOf(untyped)).toEqual([
      "type A = string | number | boolean | null | unknown[] | (object & { a?: string; });",
    ]);
  });
});

it("10,000 definitions, each the next one's alias, are one type each", async () => {
  const entries = Array.from({ length: 10_000 }, (_, index) => [
    `D${index}`,
    index === 9999 ? string : { $ref: `#/$defs/D${index + 1}` },
  ]);
  const types = await typesOf(
    { $ref: "#/$defs/D0", $defs: Object.fromEntries(entries) as JsonValue },
    { format: false },
  );
  expect(types).toHaveLength(10_001);
});

it("what one keyword demands and another forbids is a warning at its place", async () => {
  const { diagnostics } = await generate({
    inputs: [
      {
        schema: {
          schema: {
            type: "object",
            properties: { a: { type: "object", required: ["b"], not: { required: ["b"] } } },
          },
        },
        name: "A",
        output: "out",
      },
    ],
  });
  const found = diagnostics.filter(({ code }) => code === "schema-unsatisfiable");
  expect(found.map(({ place }) => place?.pointer)).toEqual(["/properties/a"]);
});
