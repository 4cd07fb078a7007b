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

describe("the type of", () => {
  it.each(cases)("%s", async (_name, schema, ...types) => {
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
      "type A = string | number | boolean | null | unknown[] | { a?: string; };",
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
}, 60_000);
