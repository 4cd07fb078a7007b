import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import type { JsonObject } from "../../src/json.js";
import { plainOptions } from "../emit/generate-module.js";
import { randomSchema } from "../emit/random-schemas.js";
import { typeCheck } from "../emit/type-check.js";

const seed = Number(process.env["SEED"] ?? 1);

/** What each schema gives, but for those that apply themselves without end. */
async function writeCases(schemas: readonly JsonObject[]): Promise<ReadonlyMap<string, string>> {
  const { files } = await generate({
    inputs: schemas.map((schema, index) => ({
      ...plainOptions,
      types: "json-schema-to-typescript",
      runtime: [],
      schema: { schema },
      output: `${index}`,
    })),
  });
  const written = new Map<string, string>();
  for (const { output, path, text } of files) {
    const index = /\d+$/.exec(output)?.[0] ?? "";
    if (path !== "index.ts") continue;
    written.set(`${index}/index.ts`, text);
  }
  return written;
}

describe("random schemas through the engine", () => {
  it("give types that admit what ours do", async () => {
    const schemas = fc.sample(randomSchema, { seed, numRuns: Number(process.env["RUNS"] ?? 150) });
    const files = await writeCases(schemas);
    expect(files.size).toBeGreaterThan(75);
    const report = await typeCheck("typescript", files);
    const lines = report.split("\n").filter((line) => /^\S/.test(line));
    const places = lines.map((line) => /(\d+)\/\w+\.ts\(/.exec(line)?.[1]);
    expect(lines.map((line, at) => [JSON.stringify(schemas[Number(places[at])]), line])).toEqual([]);
  }, 300_000);
});
