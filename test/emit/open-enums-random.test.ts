import * as fc from "fast-check";
import { expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";
import { findDisagreements } from "./agreement.js";
import { importText, plainOptions } from "./generate-module.js";
import { randomSchema, randomValue } from "./random-schemas.js";
import { isValid } from "./reference-validator.js";

const seed = Number(process.env["SEED"] ?? 7);
const maps = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);
const data = new Set(["enum", "const", "required", "dependentRequired", "type"]);
const tests = new Set(["not", "if", "contains"]);

/** Rewrites every schema within one, and tells of each whether it stands below a test. */
type Rewrite = (schema: JsonObject, isTested: boolean) => JsonObject;

function rewriteAll(schema: JsonValue, rewrite: Rewrite, isTested = false): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const entries = Object.entries(schema).map(([keyword, value]): [string, JsonValue] => {
    if (data.has(keyword)) return [keyword, value];
    const below = (each: JsonValue): JsonValue => rewriteAll(each, rewrite, isTested || tests.has(keyword));
    if (Array.isArray(value)) return [keyword, value.map(below)];
    if (!maps.has(keyword) || !isJsonObject(value)) return [keyword, below(value)];
    return [keyword, Object.fromEntries(Object.entries(value).map(([key, each]) => [key, below(each)]))];
  });
  return rewrite(Object.fromEntries(entries), isTested);
}

/** Every enum with strings and null alone, and open. */
const open: Rewrite = (schema) => {
  const { enum: values, type: _, ...others } = schema;
  if (!Array.isArray(values)) return schema;
  const kept = values.filter((value: JsonValue) => typeof value === "string" || value === null);
  return { ...others, enum: [...kept, "known"], "x-typescript-open": true };
};

/** What an open enum is to mean, in plain JSON Schema. */
const spellOut: Rewrite = (schema, isTested) => {
  const { enum: values, $ref, "x-typescript-open": isOpen, ...others } = schema;
  const reference = $ref === undefined ? {} : { $ref: isTested ? `${String($ref)}-closed` : $ref };
  if (!Array.isArray(values)) return { ...others, ...reference };
  const types = ["string", ...(values.includes(null) ? ["null"] : [])];
  return { ...others, ...reference, ...(isTested || isOpen !== true ? { enum: values } : { type: types }) };
};

function spellOutRoot({ $defs, ...root }: JsonObject): JsonObject {
  const definitions = Object.entries(isJsonObject($defs) ? $defs : {}).flatMap(([name, schema]) => [
    [name, rewriteAll(schema, spellOut)] as const,
    [`${name}-closed`, rewriteAll(schema, spellOut, true)] as const,
  ]);
  return { ...(rewriteAll(root, spellOut) as JsonObject), $defs: Object.fromEntries(definitions) };
}

it("random schemas with open enums decide as they would if these were spelled out, and agree with their types", async () => {
  const runs = Number(process.env["RUNS"] ?? 150);
  const schemas = fc
    .sample(randomSchema, { seed, numRuns: 4 * runs })
    .filter((schema) => JSON.stringify(schema).includes('"enum"'))
    .map((schema) => rewriteAll(schema, open) as JsonObject);
  const values = [...fc.sample(randomValue, { seed, numRuns: 60 }), "known", "new", ["new"], { a: "new" }];
  const { files, diagnostics } = await generate({
    inputs: schemas.map((schema, index) => ({ ...plainOptions, schema: { schema }, output: `${index}` })),
  });
  const codes = new Set(diagnostics.flatMap(({ code, severity }) => (severity === "error" ? [code] : [])));
  expect([...codes].filter((code) => code !== "reference-cycle")).toEqual([]);
  const texts = files.filter(({ path }) => path === "index.ts");
  expect(texts.length).toBeGreaterThan(runs / 3);
  const wrong: unknown[] = [];
  const accepted: Parameters<typeof findDisagreements>[0][number][] = [];
  for (const { output, text } of texts) {
    const schema = schemas[Number(/\d+$/.exec(output))] ?? {};
    const meant = spellOutRoot(schema);
    const { isRoot } = (await importText(text)) as { isRoot: (value: unknown) => boolean };
    for (const value of values) {
      const name = `${JSON.stringify(schema)} ${JSON.stringify(value)}`;
      if (isRoot(value) !== isValid(meant, meant, value)) wrong.push(name);
      if (isRoot(value)) accepted.push({ name, text, type: "Root", value });
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(findDisagreements(accepted).refused.slice(0, 3)).toEqual([]);
}, 120_000);
