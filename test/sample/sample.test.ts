import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import { resolveConfig } from "../../src/config/resolve-config.js";
import { sample, type SampleResult } from "../../src/sample.js";
import { generateRoots, plainOptions, type RootModule } from "../emit/generate-module.js";

const node = {
  type: "object",
  required: ["value"],
  properties: { value: { type: "integer" }, next: { $ref: "#" } },
};
const shape = {
  oneOf: [
    {
      properties: { kind: { const: "circle" }, radius: { type: "number", exclusiveMinimum: 0 } },
      required: ["kind", "radius"],
    },
    {
      properties: { kind: { const: "square" }, side: { type: "number", exclusiveMinimum: 0 } },
      required: ["kind", "side"],
    },
  ],
};

const schemas: Readonly<Record<string, JsonSchema>> = {
  types: { type: ["string", "null", "boolean"] },
  bounds: { type: "integer", minimum: 7, exclusiveMaximum: 9 },
  "narrow bounds": { type: "number", exclusiveMinimum: 0.001, exclusiveMaximum: 0.0011 },
  "multiples of decimals": { type: "number", multipleOf: 0.01, minimum: 0.07, maximum: 0.3 },
  "several multiples": { allOf: [{ type: "integer", multipleOf: 6 }, { multipleOf: 4 }], minimum: 1 },
  lengths: { type: "string", minLength: 30, maxLength: 31 },
  patterns: { type: "string", pattern: "^(?:[A-Z]{2}-\\d{3,5}|x[^a-z]+y)$", minLength: 7 },
  "patterns that are not anchored": { type: "string", pattern: "ab+", minLength: 10, maxLength: 12 },
  enums: { enum: ["a", 1, null, { a: [1] }] },
  formats: { type: "string", format: "uuid" },
  required: { type: "object", required: ["a", "b"], properties: { a: { type: "string" } } },
  maps: {
    type: "object",
    propertyNames: { pattern: "^[a-c]{3}$" },
    additionalProperties: { type: "integer" },
    minProperties: 3,
  },
  "names by pattern": {
    type: "object",
    patternProperties: { "^x-": { type: "integer" } },
    additionalProperties: false,
    minProperties: 2,
  },
  dependencies: {
    type: "object",
    properties: { card: { type: "string" }, cvc: { type: "string", pattern: "^\\d{3}$" } },
    required: ["card"],
    dependentRequired: { card: ["cvc"] },
    dependentSchemas: { cvc: { required: ["address"] } },
  },
  tuples: { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], items: false, minItems: 2 },
  "unique items": { type: "array", items: { enum: [1, 2, 3] }, uniqueItems: true, minItems: 3 },
  contains: {
    type: "array",
    items: { type: "integer" },
    contains: { multipleOf: 7 },
    minContains: 2,
    maxContains: 3,
  },
  recursion: node,
  "recursion that must end": {
    $ref: "#/$defs/expression",
    $defs: {
      expression: { anyOf: [{ $ref: "#/$defs/sum" }, { type: "number" }] },
      sum: {
        type: "object",
        required: ["left", "right"],
        properties: { left: { $ref: "#/$defs/expression" }, right: { $ref: "#/$defs/expression" } },
      },
    },
  },
  "tagged unions": shape,
  conditions: {
    type: "object",
    properties: { country: { enum: ["US", "DE"] }, code: { type: "string" } },
    required: ["country", "code"],
    if: { properties: { country: { const: "US" } } },
    then: { properties: { code: { pattern: "^\\d{5}$" } } },
    else: { properties: { code: { pattern: "^D-" } } },
  },
  negations: { type: "integer", minimum: 0, maximum: 5, not: { enum: [0, 1, 2, 3] } },
  "many negations": {
    type: "object",
    required: ["a", "b", "c", "d"],
    additionalProperties: { type: "integer", minimum: 0, maximum: 9, not: { multipleOf: 2 } },
  },
  unevaluated: {
    type: "object",
    allOf: [{ properties: { a: { type: "string" } } }],
    required: ["a"],
    unevaluatedProperties: false,
  },
};

/** The samples of a schema, decided by the code that is generated of it. */
function makeSamples(
  schema: JsonSchema,
  { validateRoot }: RootModule,
  options: Partial<Parameters<typeof sample>[2]> = {},
): Promise<SampleResult> {
  const [input] = resolveConfig({ inputs: [{ ...plainOptions, schema: { schema }, output: "." }] }, ".");
  if (!input) throw new Error("No input.");
  const judge = (value: unknown) => validateRoot(value).issues ?? [];
  return sample(input, judge, { count: 8, seed: "1", invalid: false, ...options });
}

const keywordOf: Readonly<Record<string, string>> = {
  bounds: "minimum|exclusiveMaximum|type",
  lengths: "minLength|maxLength|type",
  required: "required|type",
  "names by pattern": "additionalProperties|minProperties|type",
  "tagged unions": "required|exclusiveMinimum|type|const|oneOf",
};

describe("samples", () => {
  let modules: readonly RootModule[] = [];
  beforeAll(async () => {
    modules = await generateRoots(Object.values(schemas));
  });

  it.for(Object.entries(schemas).map(([name, schema], index) => [name, schema, index] as const))(
    "of %s are valid, and near-valid ones are not",
    async ([name, schema, index]) => {
      const module = modules[index] as RootModule;
      const valid = await makeSamples(schema, module);
      expect(valid.diagnostics).toEqual([]);
      expect(valid.samples.map(({ value }) => module.isRoot(value))).toEqual(
        Array.from({ length: 8 }, () => true),
      );
      const invalid = await makeSamples(schema, module, { invalid: true, count: 4 });
      expect(
        invalid.samples.map(({ value, issue }) => [module.isRoot(value), issue?.message !== ""]),
      ).toEqual(Array.from({ length: 4 }, () => [false, true]));
      expect(invalid.samples.map(({ issue }) => issue?.keyword).join(" ")).toMatch(
        new RegExp(keywordOf[name] ?? "."),
      );
    },
  );

  it("are the same for the same seed, and others for another", async () => {
    const index = Object.keys(schemas).indexOf("recursion");
    const module = modules[index] as RootModule;
    const options = { count: 3 };
    const values = (await makeSamples(node, module, options)).samples.map(({ value }) =>
      JSON.stringify(value),
    );
    // The first has all that may be there, the second what must.
    expect(values).toEqual([
      '{"value":54,"next":{"value":41,"next":{"value":73,"next":{"value":20,"next":{"value":5,"next":{"value":72}}}}}}',
      '{"value":100}',
      '{"value":15}',
    ]);
    const others = await makeSamples(node, module, { ...options, seed: "2" });
    expect(others.samples.map(({ value }) => JSON.stringify(value))).not.toEqual(values);
  });

  it("break different rules", async () => {
    const index = Object.keys(schemas).indexOf("dependencies");
    const { samples } = await makeSamples(schemas["dependencies"] ?? true, modules[index] as RootModule, {
      invalid: true,
      count: 6,
    });
    expect(new Set(samples.map(({ issue }) => `${issue?.keyword} ${issue?.pointer}`)).size).toBeGreaterThan(
      4,
    );
  });

  it("are missed with the part that has none", async () => {
    const endless = { type: "object", required: ["next"], properties: { next: { $ref: "#" } } };
    const impossible = {
      type: "object",
      required: ["a"],
      properties: {
        a: {
          type: "object",
          required: ["b"],
          properties: { b: { allOf: [{ pattern: "^a$" }, { pattern: "^b$" }], type: "string" } },
        },
      },
    };
    const [first, second] = await generateRoots([endless, impossible]);
    const texts = [
      await makeSamples(endless, first as RootModule),
      await makeSamples(impossible, second as RootModule),
    ].map(({ diagnostics }) => diagnostics.map(({ code, message }) => `${code}: ${message}`));
    expect(texts[0]?.[0]).toMatch(
      /^sample-not-found: No valid value was found: of the part (\/next)+, what the schema requires nests without end\.$/,
    );
    expect(texts[1]?.[0]).toMatch(
      /^sample-not-found: No valid value was found: of the part \/a\/b, must match/,
    );
  });
});
