import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";
import { bodyOf, generateRoot, generateText, importText, plainOptions } from "./generate-module.js";
import { randomSchema, randomValue } from "./random-schemas.js";
import { typeCheck } from "./type-check.js";

const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const runtime = ["guards", "validators", "defaults", "coercion", "dates"] as const;
const options = { runtime, formats: "assert" } as const;

/** The schema with a default for each property, of values that fit or not. */
function addDefaults(schema: JsonValue, pick: () => JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map((each: JsonValue) => addDefaults(each, pick));
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]: [string, JsonValue]) => {
    const isMap =
      key === "properties" && typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isMap) return [key, addDefaults(value, pick)] as const;
    const members = Object.entries(value).map(([name, member]: [string, JsonValue]) => {
      const below = addDefaults(member, pick);
      return [name, isJsonObject(below) ? { ...below, default: pick() } : below];
    });
    return [key, Object.fromEntries(members) as JsonObject] as const;
  });
  return Object.fromEntries(entries);
}

describe(`random schemas with defaults (seed ${seed})`, () => {
  const values: readonly JsonValue[] = fc.sample(randomValue, { seed, numRuns: 80 });
  let next = 0;
  const pick = (): JsonValue => values[next++ % values.length] ?? 0;
  const schemas = fc
    .sample(randomSchema, { seed, numRuns: 25 })
    .map((schema) => addDefaults(schema, pick) as JsonSchema);

  it("give code that compiles; what is filled is valid, and coercion leaves what is valid", async () => {
    const { files } = await generate({
      inputs: schemas.map((schema, index) => ({
        ...plainOptions,
        ...options,
        schema: { schema },
        output: `${index}`,
      })),
    });
    const modules = files.filter(({ path }) => path === "index.ts");
    expect(modules.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const { output, text } of modules) {
      const { isRoot, fillRoot, coerceRoot } = (await importText(text)) as Record<
        string,
        (value: unknown) => unknown
      >;
      for (const value of values.filter((each) => isRoot?.(each))) {
        const before = JSON.stringify(value);
        if (fillRoot && isRoot?.(fillRoot(value)) !== true) wrong.push(`${output}: filled ${before}`);
        const coerced = coerceRoot?.(value) as { readonly value?: unknown };
        if (JSON.stringify(coerced.value) !== before || JSON.stringify(value) !== before)
          wrong.push(`${output}: ${before}`);
      }
    }
    expect(
      wrong.slice(0, 3).map((each) => `${each} ${JSON.stringify(schemas[Number(/\d+(?=:)/.exec(each))])}`),
    ).toEqual([]);
    expect(
      await typeCheck("typescript", new Map(modules.map(({ text }, index) => [`${index}.ts`, text]))),
    ).toBe("");
  }, 120_000);
});

describe("what makes new values of those received", () => {
  const schema = { type: "object", properties: { a: { type: "integer", default: 1 } } } as const;

  it("is there only where it is asked for", async () => {
    expect(await generateText(schema)).not.toMatch(/fillRoot|FilledRoot|coerceRoot|WithDates/);
    const text = await generateText(schema, { runtime: ["guards", "defaults"] });
    expect(bodyOf(text, "fillRoot")).toBe("return { ...value, a: value.a ?? 1 };");
    expect(text).not.toContain("coerceRoot");
  });

  it("is not there where nothing would change", async () => {
    const text = await generateText({ type: "object", properties: { a: { type: "string" } } }, options);
    expect(text).not.toMatch(/fillRoot|WithDates/);
  });

  it("leaves out defaults that are not certain to be valid", async () => {
    const properties = {
      short: { type: "string", minLength: 2, default: "a" },
      other: { type: "integer", default: "1" },
      odd: { type: "integer", not: { const: 3 }, default: 3 },
      toString: { type: "string", default: "a" },
      right: { type: "string", pattern: "^a", default: "ab" },
    };
    const text = await generateText({ type: "object", properties }, options);
    expect(bodyOf(text, "fillRoot")).toBe('return { ...value, right: value.right ?? "ab" };');
  });

  it("makes no date of a text that is not checked to be a time", async () => {
    const time = { type: "object", properties: { at: { type: "string", format: "date-time" } } } as const;
    expect(await generateText(time, { ...options, formats: "annotate" })).not.toContain("WithDates");
    expect(await generateText(time, options)).toContain("export interface RootWithDates");
  });

  it("gives way to names of the schema's own", async () => {
    const $defs = { FilledRoot: { type: "string" }, fillRoot: { type: "string" } };
    const text = await generateText({ ...schema, $defs }, options);
    expect(text).toContain("export function fillRootValue(value: Root): FilledRootValue");
  });

  it("tells variants by their tags, of whatever type", async () => {
    const variant = (kind: JsonValue, type: string) => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { const: kind }, size: { type, default: 0 } },
    });
    const { get, isRoot } = await generateRoot(
      { oneOf: [variant(1, "integer"), variant(2, "string")] },
      options,
    );
    expect(get("fillRoot")({ kind: 1 })).toEqual({ kind: 1, size: 0 });
    expect(get("fillRoot")({ kind: 2 })).toEqual({ kind: 2 });
    expect(isRoot(get("fillRoot")({ kind: 1 }))).toBe(true);
    expect(get("coerceRoot")({ kind: "1", size: "5" })).toEqual({ ok: true, value: { kind: 1, size: 5 } });
    expect(get("coerceRoot")({ kind: 2, size: 5 })).toEqual({ ok: true, value: { kind: 2, size: "5" } });
  });
});
