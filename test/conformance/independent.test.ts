import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { importText, plainOptions } from "../emit/generate-module.js";
import { randomSchema, randomValue } from "../emit/random-schemas.js";

const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const numRuns = Number(process.env["RUNS"] ?? 150);

interface Case {
  readonly schema: JsonObject;
  readonly isRoot: (value: unknown) => boolean;
  readonly validateRoot: (value: unknown) => { readonly ok: boolean };
}

/** Guards of all schemas but those that apply themselves to the same instance without end. */
async function generateCases(schemas: readonly JsonObject[]): Promise<Case[]> {
  const { files } = await generate({
    inputs: schemas.map((schema, index) => ({ ...plainOptions, schema: { schema }, output: `${index}` })),
  });
  return Promise.all(
    files
      .filter(({ path }) => path === "index.ts")
      .map(async ({ output, text }) => {
        const module = (await importText(text)) as unknown as Omit<Case, "schema">;
        return { ...module, schema: schemas[Number(/\d+$/.exec(output))] ?? {} };
      }),
  );
}

/** The guard that another implementation makes of a schema. */
async function compile(schema: JsonObject): Promise<(value: JsonValue) => boolean> {
  const uri = "https://schemist.test/random";
  registerSchema(
    schema as Parameters<typeof registerSchema>[0],
    uri,
    "https://json-schema.org/draft/2020-12/schema",
  );
  try {
    const check = await validate(uri);
    return (value) => check(value as Parameters<typeof check>[0]).valid;
  } finally {
    unregisterSchema(uri);
  }
}

describe(`random schemas and instances (seed ${seed})`, () => {
  let cases: readonly Case[] = [];
  const values: readonly JsonValue[] = fc.sample(randomValue, { seed, numRuns: 80 });
  beforeAll(async () => {
    cases = await generateCases(fc.sample(randomSchema, { seed, numRuns }));
  }, 120_000);

  it("are many", () => expect(cases.length).toBeGreaterThan(numRuns / 2));

  it("are decided as an independent validator decides them", async () => {
    const wrong: string[] = [];
    for (const { schema, isRoot, validateRoot } of cases) {
      const isValid = await compile(schema);
      for (const value of values) {
        const verdicts = [isValid(value), isRoot(value), validateRoot(value).ok];
        if (new Set(verdicts).size > 1) wrong.push(JSON.stringify({ schema, value, verdicts }));
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
