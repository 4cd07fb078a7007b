import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { bodyOf, generateRoot, generateRoots } from "./generate-module.js";

/** Everything that is no JSON, but NaN and its like, which TypeScript calls numbers. */
const nonJson: readonly unknown[] = [undefined, () => 1, Symbol("a"), 1n, Map];

const samples: Readonly<Record<string, readonly unknown[]>> = {
  null: [null],
  boolean: [true, false],
  integer: [0, 1.0, -3, 1e21],
  number: [2.5, -0.1],
  string: ["", "a"],
  array: [[], [1]],
  object: [{}, { a: 1 }, Object.create(null), new Map()],
};

const bodies: readonly [schema: JsonObject, body: string][] = [
  [{ type: "string" }, 'return typeof value === "string";'],
  [{ type: "integer" }, "return Number.isInteger(value);"],
  [
    { type: "integer", minimum: 1 },
    'return typeof value === "number" && Number.isInteger(value) && value >= 1;',
  ],
  [{ type: ["null", "string"] }, 'return typeof value === "string" || value === null;'],
  [
    { type: "number", not: { type: "integer" } },
    'return typeof value === "number" && !Number.isInteger(value);',
  ],
  [
    { not: { type: "integer" }, anyOf: [{ type: "number" }] },
    'return !Number.isInteger(value) && typeof value === "number";',
  ],
  [{ type: "array" }, "return Array.isArray(value);"],
  [{ type: "object" }, "return isObject(value);"],
  [{ type: "string", enum: ["a", 1] }, 'return value === "a";'],
  [
    { minimum: 1, maxLength: 2 },
    'return (typeof value !== "string" || hasCodePoints(value, 0, 2)) && (typeof value !== "number" || value >= 1);',
  ],
];
const plain = await generateRoots(bodies.map(([schema]) => schema));

const types = Object.keys(samples);
const typed = await generateRoots(types.map((type) => ({ type })));

describe("a guard of a type", () => {
  it.each(types.map((type, index) => [type, typed[index]] as const))(
    "accepts every %s, and refuses everything else",
    (type, module) => {
      if (!module) throw new Error("no module");
      const { isRoot, validateRoot } = module;
      const fitting = type === "number" ? ["number", "integer"] : [type];
      for (const [name, values] of Object.entries(samples)) {
        for (const value of values) {
          expect([value, isRoot(value)]).toEqual([value, fitting.includes(name)]);
          expect(validateRoot(value).ok).toBe(fitting.includes(name));
        }
      }
      for (const value of nonJson) {
        expect(isRoot(value)).toBe(false);
        expect(validateRoot(value)).toMatchObject({ ok: false, issues: [{ keyword: "type", pointer: "" }] });
      }
    },
  );

  it.each(bodies.map(([schema, body], index) => [schema, body, plain[index]?.text ?? ""] as const))(
    "of %j reads plainly",
    (_, body, text) => {
      expect(bodyOf(text, "isRoot")).toBe(body);
    },
  );
});

describe("a guard that never asks for a type", () => {
  it("of unknown accepts whatever there is", async () => {
    const { isRoot, validateRoot, text } = await generateRoot({});
    for (const value of [...nonJson, ...Object.values(samples).flat()]) {
      expect(isRoot(value)).toBe(true);
      expect(validateRoot(value)).toEqual({ ok: true, value });
    }
    expect(text).toContain("export function isRoot(_value: unknown): _value is Root {");
  });

  it("of never refuses whatever there is", async () => {
    const { isRoot, validateRoot } = await generateRoot(false);
    for (const value of [...nonJson, null, {}]) {
      expect(isRoot(value)).toBe(false);
      expect(validateRoot(value)).toMatchObject({ ok: false, issues: [{ keyword: "schema", pointer: "" }] });
    }
  });
});

const guarded: readonly JsonObject[] = [
  { const: "a" },
  { const: { a: [1] } },
  { enum: [1, null, []] },
  { minLength: 1, type: "string" },
  { pattern: "^a", type: "string" },
  { type: "number", multipleOf: 0.1 },
  { minItems: 1 },
  { prefixItems: [{ type: "string" }] },
  { items: { type: "string" } },
  { required: ["a"] },
  { required: ["toString"] },
  { properties: { a: { type: "string" } } },
  { patternProperties: { a: { type: "string" } } },
  { additionalProperties: false },
  { additionalProperties: { type: "string" } },
  { not: { type: "number" } },
  { anyOf: [{ type: "string" }, { minItems: 1, type: "array" }] },
  { oneOf: [{ type: "string" }, { type: "object" }] },
  { $ref: "#/$defs/A", $defs: { A: { type: "string" } } },
  {
    oneOf: ["a", "b"].map((kind) => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { const: kind } },
    })),
  },
];

const guards = await generateRoots(guarded);

describe("no guard ever throws, nor takes for JSON what is none", () => {
  it.each(guarded.map((schema, index) => [schema, guards[index]] as const))("%j", (_, module) => {
    if (!module) throw new Error("no module");
    const { isRoot, validateRoot } = module;
    for (const value of nonJson) {
      expect(isRoot(value)).toBe(false);
      const { ok, issues = [] } = validateRoot(value);
      expect(ok).toBe(false);
      expect(issues.length).toBeGreaterThan(0);
      expect(isRoot({ a: value, kind: value, toString: value })).toBeTypeOf("boolean");
      expect(isRoot([value])).toBeTypeOf("boolean");
    }
    expect(isRoot(Object.create(null))).toBeTypeOf("boolean");
    expect(isRoot(Object.freeze(Object.create({ kind: "a", a: "a" })))).toBeTypeOf("boolean");
  });
});
