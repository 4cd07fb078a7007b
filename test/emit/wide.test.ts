import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { RootModule } from "./generate-module.js";
import { generateText, importText } from "./generate-module.js";
import { compilers, typeCheck } from "./type-check.js";

const count = 2200;
const keys = Array.from({ length: count }, (_, index) => `key${index}`);

const manyProperties: JsonObject = {
  type: "object",
  required: [keys.at(-1) ?? ""],
  properties: Object.fromEntries(
    keys.map((key, index) => [key, index % 2 === 0 ? { type: "string" } : true]),
  ),
};

const manyBranches: JsonObject = {
  anyOf: keys.map((key) => ({ $ref: `#/$defs/${key}` })),
  $defs: Object.fromEntries(keys.map((key) => [key, { type: "object", required: [key] }])),
};

const texts = {
  properties: await generateText(manyProperties),
  branches: await generateText(manyBranches, { runtime: ["guards"] }),
};

describe("a schema that is very wide", () => {
  it("has a guard and a validator for thousands of properties", async () => {
    const { isRoot, validateRoot } = (await importText(texts.properties)) as unknown as RootModule;
    const valid = { key2199: 1, key2198: "a", key1: null };
    expect([valid, { ...valid, key2198: 1 }, {}].map(isRoot)).toEqual([true, false, false]);
    expect(validateRoot({ key0: 1, key2000: 1 }).issues).toMatchObject([
      { pointer: "/key0", keyword: "type", schema: "schema.json#/$defs/Root/properties/key0/type" },
      { pointer: "/key2000", keyword: "type" },
      { pointer: "", keyword: "required", expected: "key2199" },
    ]);
  });

  it("has a guard for thousands of alternatives", async () => {
    const { isRoot } = (await importText(texts.branches)) as unknown as RootModule;
    expect([{ key0: 1 }, { key2199: 1 }, {}, 1].map(isRoot)).toEqual([true, true, false, false]);
  });

  it.each(compilers)("compiles under %s", async (compiler) => {
    const files = new Map(Object.entries(texts).map(([name, text]) => [`${name}.ts`, text]));
    expect(await typeCheck(compiler, files)).toBe("");
  });
});
