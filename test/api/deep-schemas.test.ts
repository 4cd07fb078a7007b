import { describe, expect, it } from "vitest";
import type { Config, JsonSchema } from "../../src/config/config.js";
import { generate } from "../../src/index.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { generateRoot } from "../emit/generate-module.js";
import { compilers, typeCheck } from "../emit/type-check.js";

const length = 10_000;

function nest<T extends JsonValue>(inner: T, wrap: (value: T, level: number) => T): T {
  let value = inner;
  for (let level = 0; level < length; level++) value = wrap(value, level);
  return value;
}

/** Each way to hold a schema, in turn. */
const wraps: readonly ((schema: JsonObject) => JsonObject)[] = [
  (schema) => ({ type: "object", properties: { a: schema } }),
  (schema) => ({ type: "array", items: schema }),
  (schema) => ({ allOf: [schema] }),
  (schema) => ({ type: "object", additionalProperties: schema }),
  (schema) => ({ anyOf: [schema, { type: "null" }] }),
  (schema) => ({ not: schema }),
  (schema) => ({ if: { type: "string" }, else: schema }),
];

const mixed = (): JsonSchema =>
  nest<JsonObject>({ type: "string" }, (schema, level) => wraps[level % wraps.length]?.(schema) ?? schema);

function chain(link: (target: string, index: number) => JsonObject): JsonSchema {
  const links = Array.from({ length }, (_, index): [string, JsonObject] => [
    `d${index + 1}`,
    link(`#/$defs/d${index}`, index),
  ]);
  return { $ref: `#/$defs/d${length}`, $defs: { d0: { type: "string" }, ...Object.fromEntries(links) } };
}

async function generateFiles(
  schema: JsonSchema,
  options: Partial<Config["inputs"][number]> = {},
): Promise<Map<string, string>> {
  const input = { schema: { schema }, output: "out", name: "Root", format: false as const, ...options };
  const { files, diagnostics } = await generate({ inputs: [input] });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(files.map(({ path, text }) => [path, text]));
}

describe("a schema nested 10,000 deep", { timeout: 120_000 }, () => {
  it("gives files of a size that grows with its depth alone", async () => {
    const files = await generateFiles(mixed());
    const size = [...files.values()].reduce((sum, text) => sum + text.length, 0);
    expect(size / length).toBeLessThan(1000);
  });

  it("compiles", async () => {
    const files = await generateFiles(mixed(), { runtime: ["guards"], untyped: "exact" });
    for (const compiler of compilers) expect(await typeCheck(compiler, files)).toBe("");
  });

  it("becomes a package that publishes it", async () => {
    const schema = nest<JsonObject>({ type: "string" }, (items) => ({ type: "array", items }));
    const options = { runtime: [], package: { name: "deep", version: "1.0.0" } };
    const files = await generateFiles(schema, options);
    expect(files.get("schema.json")?.includes('"$ref": "#/$defs/RootLevel32Item"')).toBe(true);
  });
});

describe("10,000 definitions, each of which leads to the next", { timeout: 120_000 }, () => {
  it.for<[string, (target: string, index: number) => JsonObject]>([
    ["by allOf", ($ref, index) => ({ allOf: [{ $ref }], minLength: index % 3 })],
    ["by anyOf", ($ref) => ({ anyOf: [{ $ref }, { type: "null" }] })],
  ])("%s", async ([, link]) => {
    const files = await generateFiles(chain(link), { runtime: [], layout: "single-file" });
    expect(await typeCheck("typescript", files)).toBe("");
  });
});

describe("a constant nested 10,000 deep", () => {
  const constant = (inner: JsonValue): JsonValue =>
    nest(inner, (value, level) => (level % 2 === 0 ? [value] : { a: value }));

  it("is compared with", async () => {
    const { isRoot, validateRoot } = await generateRoot({ enum: [constant(1), "b"] });
    expect([isRoot(constant(1)), isRoot("b"), isRoot(constant(2))]).toEqual([true, true, false]);
    expect(validateRoot(constant(2)).issues).toMatchObject([{ pointer: "", keyword: "enum" }]);
  });

  it("may be a default and an example, also as Prettier prints them", async () => {
    const schema = {
      type: "object",
      default: constant(1),
      examples: [constant(2)],
      const: constant(3),
    } as const;
    const files = await generateFiles({ ...schema, const: { a: constant(3) } }, { format: "prettier" });
    expect(files.get("types.ts")).toContain("@default");
  });
});
