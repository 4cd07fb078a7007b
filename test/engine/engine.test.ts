import { describe, expect, it } from "vitest";
import type { Input, JsonSchema } from "../../src/config/config.js";
import type { GeneratedFile } from "../../src/file.js";
import { generate } from "../../src/generate.js";
import { typeCheck } from "../emit/type-check.js";

type EngineOptions = Partial<Omit<Input, "schema" | "output">>;

async function run(schema: JsonSchema, options: EngineOptions = {}) {
  return generate({
    inputs: [
      {
        schema: { schema },
        name: "A",
        output: "out",
        layout: "single-file",
        runtime: [],
        types: "json-schema-to-typescript",
        ...options,
      },
    ],
  });
}

/** The declarations of the schemas, on one line each, comments left out unless they are asked for. */
async function typesOf(
  schema: JsonSchema,
  options: EngineOptions = {},
  hasComments = false,
): Promise<string[]> {
  const { files, diagnostics } = await run(schema, options);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [text = ""] = files.find(({ path }) => path === "index.ts")?.text.split("/** Compiles where") ?? [];
  const shown = hasComments
    ? text.replaceAll(/^\/\/.*$|\/\* .*/gm, "")
    : text.replaceAll(/^\/\/.*$|\/\*[^]*?\*\//gm, "");
  return shown
    .split(/^(?=\/\*\*|export )/m)
    .map((part) => part.replaceAll(/\s+/g, " ").replace("= | ", "= ").trim())
    .filter((part) => part !== "");
}

const string = { type: "string" };
const number = { type: "number" };

const cases: readonly (readonly [name: string, schema: JsonSchema, ...types: string[]])[] = [
  ["anything", true, "export type A = unknown;"],
  ["nothing", false, "export type A = never;"],
  ["several types", { type: ["string", "null"] }, "export type A = string | null;"],
  ["values", { enum: ["a", 1, null] }, 'export type A = "a" | 1 | null;'],
  ["a constant", { const: "a" }, 'export type A = "a";'],
  ["any object", { type: "object" }, "export interface A { [k: string]: unknown; }"],
  [
    "an open object",
    { type: "object", properties: { a: string, "b-c": number }, required: ["a"] },
    'export interface A { a: string; "b-c"?: number; [k: string]: unknown; }',
  ],
  [
    "a closed object",
    { type: "object", properties: { a: string }, additionalProperties: false },
    "export interface A { a?: string; }",
  ],
  [
    "a required key without a schema",
    { type: "object", required: ["a"], additionalProperties: number },
    "export interface A { a: number; [k: string]: number; }",
  ],
  [
    "named properties beside others",
    { type: "object", properties: { a: string }, additionalProperties: number },
    "export interface A { a?: string; [k: string]: number | string | undefined; }",
  ],
  [
    "patterns",
    { type: "object", patternProperties: { "^x-": string, y: number }, additionalProperties: false },
    "export interface A { [k: string]: string | number; }",
  ],
  ["an array", { type: "array", items: string }, "export type A = string[];"],
  ["any array", { type: "array" }, "export type A = unknown[];"],
  [
    "an array of alternatives",
    { type: "array", items: { type: ["string", "number"] } },
    "export type A = (string | number)[];",
  ],
  [
    "a tuple",
    { type: "array", prefixItems: [string, number], items: false, minItems: 2 },
    "export type A = [string, number];",
  ],
  [
    "an open tuple, one length at a time",
    { type: "array", prefixItems: [string, number] },
    "export type A = [] | [string] | [string, number, ...unknown[]];",
  ],
  [
    "an array of open tuples, which the engine would print without parentheses",
    { type: "array", items: { type: "array", prefixItems: [string] } },
    "export type A = [string?, ...unknown[]][];",
  ],
  [
    "bounds",
    { type: "array", items: string, minItems: 1, maxItems: 2 },
    "export type A = [string] | [string, string];",
  ],
  [
    "bounds too wide to write out",
    { type: "array", items: string, minItems: 40 },
    "export type A = string[];",
  ],
  [
    "references, and names that the engine would change",
    { $ref: "#/$defs/größe", $defs: { größe: number } },
    "export type A = Größe;",
    "export type Größe = number;",
  ],
  [
    "allOf",
    {
      allOf: [{ $ref: "#/$defs/B" }, { type: "object", properties: { a: string } }],
      $defs: { B: { type: "object", properties: { b: number } } },
    },
    "export type A = B & { a?: string; [k: string]: unknown; };",
    "export interface B { b?: number; [k: string]: unknown; }",
  ],
  ["anyOf", { anyOf: [string, number] }, "export type A = string | number;"],
  [
    "alternatives beside properties",
    {
      type: "object",
      properties: { a: string, b: string },
      oneOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    "export type A = ( | { a: unknown; [k: string]: unknown; } | { b: unknown; [k: string]: unknown; } ) & { a?: string; b?: string; [k: string]: unknown; };",
  ],
  [
    "a recursive schema",
    { type: "object", properties: { a: { $ref: "#" } }, additionalProperties: false },
    "export interface A { a?: A; }",
  ],
  [
    "names of Object.prototype, as Schemist prints them",
    { type: "object", properties: { toString: string } },
    'export interface A { toString?: string | Object["toString"]; }',
  ],
  ["values that are objects, as Schemist prints them", { const: { a: 1 } }, "export interface A { a: 1; }"],
];

describe("the engine json-schema-to-typescript prints", () => {
  it.for(cases)("%s", async ([, schema, ...types]) => {
    expect(await typesOf(schema)).toEqual(types);
  });

  it("names that titles give, inside and in definitions", async () => {
    const inside = {
      type: "object",
      title: "Inside out",
      properties: { b: string },
      additionalProperties: false,
    };
    const schema = {
      type: "object",
      properties: { a: inside, c: { $ref: "#/$defs/key" } },
      additionalProperties: false,
      $defs: { key: { title: "By title", type: "string" } },
    };
    expect(await typesOf(schema)).toEqual([
      "export interface A { a?: InsideOut; c?: ByTitle; }",
      "export type ByTitle = string;",
      "export interface InsideOut { b?: string; }",
    ]);
  });

  it("its own comments", async () => {
    const schema = {
      description: "An A */ that\n@is one.",
      deprecated: true,
      type: "object",
      properties: {
        b: { $ref: "#/$defs/B", description: "By reference." },
        c: { type: "array", items: string, minItems: 40, description: "Many." },
        d: { type: "object", patternProperties: { "a*/": string }, additionalProperties: false },
      },
      additionalProperties: false,
      $defs: { B: { type: "string", description: "A B." } },
    };
    expect((await typesOf(schema, {}, true)).join(" ")).toBe(
      [
        "/** * @deprecated * An A *\\/ that * \\@is one. */ export interface A {",
        "/** * By reference. */ b?: B; /** * Many. * * @minItems 40 */ c?: string[];",
        "d?: { /** * This interface was referenced by a JSON-Schema definition",
        '* via the `patternProperty` "a*\\/". */ [k: string]: string; }; }',
        "/** * A B. */ export type B = string;",
      ].join(" "),
    );
  });

  it("aliases, where the input asks for them", async () => {
    const schema = { type: "object", properties: { a: string }, additionalProperties: false };
    expect(await typesOf(schema, { declarations: "type" })).toEqual(["export type A = { a?: string; };"]);
  });

  it("readonly members and arrays, where the input asks for them", async () => {
    const schema = {
      type: "object",
      properties: {
        a: { type: "array", items: { type: "array", items: string } },
        b: { prefixItems: [string] },
      },
      additionalProperties: number,
    };
    expect(await typesOf({ ...schema, additionalProperties: false }, { readonly: true })).toEqual([
      "export interface A { readonly a?: readonly (readonly string[])[]; readonly b?: readonly [] | readonly [string, ...unknown[]]; }",
    ]);
    expect(await typesOf({ type: "object", additionalProperties: number }, { readonly: true })).toEqual([
      "export interface A { readonly [k: string]: number; }",
    ]);
  });
});

describe("what the engine cannot say", () => {
  async function reportsOf(schema: JsonSchema): Promise<string[]> {
    const { diagnostics } = await run(schema);
    const own = diagnostics.filter(({ code }) => code.startsWith("engine-"));
    return own.map(({ code, place }) => `${code} ${place?.pointer}`);
  }

  it("is noted where the type does not show it", async () => {
    const schema = { type: "object", properties: { a: { not: string } }, dependentRequired: { a: ["b"] } };
    expect(await reportsOf(schema)).toEqual([
      "engine-type-wider /dependentRequired",
      "engine-type-wider /properties/a/not",
    ]);
  });

  it("is noted where Schemist prints in its place", async () => {
    const schema = { type: "object", properties: { a: { const: [1] } } };
    expect(await reportsOf(schema)).toEqual(["engine-type-replaced /properties/a"]);
  });

  it("is noted where a compiler would not see a member to fit the index signature", async () => {
    const schema = {
      type: "object",
      properties: {
        a: { type: "object", properties: { b: string }, anyOf: [{ required: ["b"] }, { minProperties: 2 }] },
      },
      patternProperties: { "^x-": string },
      additionalProperties: false,
    };
    expect(await reportsOf(schema)).toEqual(["engine-type-replaced "]);
  });

  it("is warned of where a keyword of the engine's own would contradict the guard", async () => {
    const schema = { type: "object", properties: { a: { type: "string", tsType: "Date" } } };
    expect(await reportsOf(schema)).toEqual(["engine-keyword-ignored /properties/a/tsType"]);
    expect(await typesOf(schema)).toEqual(["export interface A { a?: string; [k: string]: unknown; }"]);
  });
});

describe("the checks beside the engine's types", () => {
  const schema = {
    type: "object",
    properties: { a: string, b: { type: "array", items: { $ref: "#/$defs/B" } } },
    required: ["a"],
    $defs: { B: { oneOf: [string, { type: "object", properties: { c: number } }] } },
  };

  function sourcesOf(files: readonly GeneratedFile[]): Map<string, string> {
    const sources = files.filter(({ path }) => path.endsWith(".ts"));
    return new Map(sources.map(({ path, text }) => [path, text]));
  }

  async function filesOf(options: EngineOptions): Promise<Map<string, string>> {
    const { files } = await run(schema, { runtime: ["guards", "validators", "unions"], ...options });
    return sourcesOf(files);
  }

  for (const compiler of ["typescript-5.4", "typescript"] as const) {
    for (const layout of ["modules", "single-file"] as const) {
      it(`compile under ${compiler}, and not where a type is too tight, as ${layout}`, async () => {
        const files = await filesOf({ layout });
        const path = layout === "modules" ? "types.ts" : "index.ts";
        expect(await typeCheck(compiler, files)).toBe("");
        const text = files.get(path) ?? "";
        const tightened = text.replace(/(export interface A \{\s*a): string;/, "$1: number;");
        expect(tightened).not.toBe(text);
        const report = await typeCheck(compiler, new Map([...files, [path, tightened]]));
        expect(report).toMatch(/error TS2344: Type 'ABySchemist' does not satisfy the constraint 'A'/);
      });
    }
  }

  it("compile where a closed object with patterns is met with an open one", async () => {
    const { files } = await run({
      allOf: [{ $ref: "#/$defs/B" }],
      type: "object",
      properties: { a: string },
      patternProperties: { "^x-": number },
      additionalProperties: false,
      $defs: { B: { type: "object", properties: { "x-b": number } } },
    });
    expect(await typeCheck("typescript", sourcesOf(files))).toBe("");
  });

  it("compile where an optional member of one object is required of another", async () => {
    const { files } = await run({
      type: "object",
      properties: { b: string },
      required: ["a"],
      oneOf: [{ $ref: "#/$defs/B" }, { $ref: "#/$defs/C" }],
      $defs: {
        B: { type: "object", properties: { a: { const: 1 } } },
        C: { type: "object", properties: { a: { const: 2 }, c: string }, required: ["c"] },
      },
    });
    expect(await typeCheck("typescript", sourcesOf(files))).toBe("");
  });

  it("reach those who import a package, by its declarations", async () => {
    const { files } = await run(schema, {
      layout: "modules",
      package: { name: "a", version: "1.0.0" },
      runtime: ["guards"],
    });
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    expect(texts.get("dist/index.d.ts")).toContain('export type { TypeChecks } from "./type-checks.js";');
    expect(texts.get("dist/index.d.cts")).toContain('export type { TypeChecks } from "./type-checks.cjs";');
    expect(texts.get("dist/type-checks.d.ts")).toContain("A: Admits<A, ABySchemist>;");
    const declarations = [...texts].filter(([path]) => path.startsWith("dist/") && path.endsWith(".d.ts"));
    expect(await typeCheck("typescript", new Map(declarations))).toBe("");
  });

  it("are within reach of whoever imports the index", async () => {
    expect((await filesOf({ layout: "modules" })).get("index.ts")).toContain(
      'export type { TypeChecks } from "./type-checks.js";',
    );
  });

  it("are not there without the engine", async () => {
    expect([...(await filesOf({ layout: "modules", types: "schemist" })).keys()]).not.toContain(
      "type-checks.ts",
    );
  });
});
