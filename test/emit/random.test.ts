import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { resolvePointer } from "../../src/pointer.js";
import { conditionSchema, conditionValue } from "./condition-schemas.js";
import type { ModuleOptions, Validation } from "./generate-module.js";
import { importText, plainOptions } from "./generate-module.js";
import { randomSchema, randomValue } from "./random-schemas.js";
import { isValid } from "./reference-validator.js";
import { typeCheck } from "./type-check.js";

const seed = Number(process.env["SEED"] ?? 1);
const sources = [
  ["random schemas", randomSchema, randomValue],
  ["random conditions", conditionSchema, conditionValue],
] as const;

interface Case {
  readonly schema: JsonObject;
  readonly text: string;
}

/** What each schema gives, but for those that apply themselves to the same instance without end. */
async function generateCases(schemas: readonly JsonObject[], options: ModuleOptions = {}): Promise<Case[]> {
  const { files } = await generate({
    inputs: schemas.map((schema, index) => ({
      ...plainOptions,
      ...options,
      schema: { schema },
      output: `${index}`,
    })),
  });
  return files
    .filter(({ path }) => path === "index.ts")
    .map(({ output, text }) => ({ schema: schemas[Number(/\d+$/.exec(output))] ?? {}, text }));
}

/** Every option that types and guards may differ by. */
const everyOption: ModuleOptions = {
  exactOptional: true,
  readonly: true,
  declarations: "type",
  brands: true,
  formats: "assert",
  enums: "const",
  documentation: false,
};

it("random schemas give code that compiles and decides alike with every option", async () => {
  const values = fc.sample(randomValue, { seed, numRuns: 60 });
  const schemas = fc.sample(randomSchema, { seed: seed + 1, numRuns: 30 });
  const cases = await generateCases(schemas, everyOption);
  const files = new Map(cases.map(({ text }, index) => [`${index}.ts`, text]));
  expect(await typeCheck("typescript", files)).toBe("");
  for (const { schema, text } of cases) {
    const { isRoot } = (await importText(text)) as { isRoot: (value: unknown) => boolean };
    expect(values.filter(isRoot)).toEqual(values.filter((value) => isValid(schema, schema, value)));
  }
});

describe.each(sources)("%s", (_, schemas, someValues) => {
  const values: readonly JsonValue[] = fc.sample(someValues, { seed, numRuns: 60 });
  let cases: readonly Case[];
  beforeAll(async () => {
    cases = await generateCases(fc.sample(schemas, { seed, numRuns: Number(process.env["RUNS"] ?? 150) }));
  }, 120_000);

  it("are mostly without circles", () => expect(cases.length).toBeGreaterThan(75));

  it("give guards and validators that decide as the specification does", async () => {
    const wrong: unknown[] = [];
    for (const { schema, text } of cases) {
      const { isRoot, validateRoot } = (await importText(text)) as {
        isRoot: (value: unknown) => boolean;
        validateRoot: (value: unknown) => Validation;
      };
      for (const value of values) {
        const valid = isValid(schema, schema, value);
        const { ok, issues = [] } = validateRoot(value);
        const leadSomewhere = issues.every(({ pointer }) => resolvePointer(value, pointer) !== undefined);
        const isRight = isRoot(value) === valid && ok === valid && (ok || issues.length > 0) && leadSomewhere;
        const isVague = issues.some(
          ({ keyword, schema: at }) => keyword === "schema" && at === "schema.json#",
        );
        if (!isRight || isVague)
          wrong.push({ schema: JSON.stringify(schema), value: JSON.stringify(value), valid, issues });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it("give code that compiles", async () => {
    const files = new Map(cases.map(({ text }, index) => [`${index}.ts`, text]));
    expect(await typeCheck("typescript", files)).toBe("");
  });
});
