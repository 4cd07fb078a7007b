import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { generate } from "../../src/generate.js";
import { importText, plainOptions } from "../emit/generate-module.js";
import { randomSchema, randomValue } from "../emit/random-schemas.js";
import type { TrialResult } from "./fidelity/try-types.js";
import { TypeTrials } from "./fidelity/try-types.js";

const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const numRuns = Number(process.env["RUNS"] ?? 75);

interface Case {
  readonly schema: JsonObject;
  readonly code: string;
  readonly accepted: readonly JsonValue[];
}

/** Types of all schemas but those that apply themselves to the same instance without end, with what their guards accept. */
async function generateCases(
  schemas: readonly JsonObject[],
  values: readonly JsonValue[],
  untyped: "exact" | "infer",
): Promise<Case[]> {
  const sets = [[], ["guards"]] as const;
  const { files } = await generate({
    inputs: sets.flatMap((runtime) =>
      schemas.map((schema, index) => ({
        ...{ ...plainOptions, untyped, runtime },
        schema: { schema },
        output: `${runtime.join("")}-${index}`,
      })),
    ),
  });
  const textOf = (folder: string): string | undefined =>
    files.find(({ output, path }) => output.endsWith(`/${folder}`) && path === "index.ts")?.text;
  const cases = schemas.map(async (schema, index) => {
    const [code, guards] = [textOf(`-${index}`), textOf(`guards-${index}`)];
    if (code === undefined || guards === undefined) return [];
    const isRoot = (await importText(guards))["isRoot"] as (value: unknown) => boolean;
    return [{ schema, code, accepted: values.filter((value) => isRoot(value)) }];
  });
  return (await Promise.all(cases)).flat();
}

describe.each(["exact", "infer"] as const)(`random schemas (seed ${seed}), untyped %s`, (untyped) => {
  let cases: readonly Case[] = [];
  let results: readonly TrialResult[] = [];
  beforeAll(async () => {
    const values = fc.sample(randomValue, { seed, numRuns: 80 });
    cases = await generateCases(fc.sample(randomSchema, { seed, numRuns }), values, untyped);
    results = new TypeTrials().try(
      cases.map(({ code, accepted }) => ({
        code,
        instances: accepted.map((data) => ({ data, valid: true })),
      })),
    );
  }, 120_000);

  it("have values that their guards accept", () => {
    expect(cases.flatMap(({ accepted }) => accepted).length).toBeGreaterThan(numRuns);
  });

  it("have types that can be used", () => {
    const unusable = cases.flatMap(({ schema }, index) => {
      const error = results[index]?.error;
      return error === undefined ? [] : [JSON.stringify({ schema, error })];
    });
    expect(unusable).toEqual([]);
  });

  it("have types that admit what their guards accept", () => {
    const refused = cases.flatMap(({ schema, accepted }, index) => {
      const at =
        results[index]?.instances.findIndex((each) => !each.admitsValue && !each.isWeaklyRefused) ?? -1;
      return at === -1 ? [] : [JSON.stringify({ schema, value: accepted[at] })];
    });
    expect(refused.slice(0, 3)).toEqual([]);
  });
});
