import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import { generateFiles, generateText, importText } from "./generate-module.js";
import type { RootModule } from "./generate-module.js";
import { compilers, typeCheck } from "./type-check.js";

const rules = `
  export const isShout = (text) => text === text.toUpperCase();
  export const isEven = (value, argument) => typeof value !== "number" || (value % 2 === 0) === argument;
  export const hasSize = (value, { size }) =>
    typeof value !== "object" || value === null || Object.keys(value).length === size;
`;

const options = {
  extensions: {
    module: "@example/rules",
    formats: { shout: "isShout", email: "isShout" },
    keywords: { "x-even": "isEven", "x-size": "hasSize" },
  },
};

/** The module of a schema, with the functions above in the place of the package that it imports. */
async function importWithRules(schema: JsonSchema): Promise<RootModule> {
  const text = await generateText(schema, options);
  const url = `data:text/javascript;base64,${Buffer.from(rules).toString("base64")}`;
  const exports = await importText(text.replace('"@example/rules"', JSON.stringify(url)));
  return { text, ...exports } as unknown as RootModule;
}

const cases: readonly [schema: JsonSchema, valid: readonly unknown[], invalid: readonly unknown[]][] = [
  [{ format: "shout" }, ["A", "", 1, null, {}], ["a"]],
  [{ format: "email" }, ["A"], ["a@example.com"]],
  [{ "x-even": true }, [2, "a", undefined, [1]], [1, 0.5]],
  [{ "x-even": false }, [1], [2]],
  [{ type: "integer", "x-even": true }, [2], [1, "a", null]],
  [{ enum: [1, 2, "a"], "x-even": true }, [2, "a"], [1, 4, null]],
  [{ not: { "x-even": true } }, [1], [2, "a", null, {}]],
  [{ not: { type: "string", format: "shout" } }, [1, "a"], ["A"]],
  [{ "x-even": true, "x-size": { size: 1 } }, [2, [0], { a: 1 }], [1, [], {}]],
  [
    { if: { "x-even": true, type: "number" }, then: { minimum: 10 }, else: { type: "string" } },
    [10, "a"],
    [2, 11],
  ],
  [
    {
      anyOf: [
        { type: "string", format: "shout" },
        { type: "number", "x-even": true },
      ],
    },
    ["A", 2],
    ["a", 1, null],
  ],
  [{ oneOf: [{ "x-even": true }, { minimum: 10 }] }, [2, 11], [12, 1, "a"]],
  [{ allOf: [{ "x-even": true }, { "x-size": { size: 0 } }], maximum: 4 }, [2, [], "a"], [1, [1], 6]],
  [
    { $ref: "#/$defs/Even", $defs: { Even: { type: "number", "x-even": true } }, minimum: 4 },
    [4],
    [2, 5, "a"],
  ],
  [
    { properties: { a: { "x-even": true } }, additionalProperties: { format: "shout" } },
    [{ a: 2, b: "B" }],
    [{ a: 1 }, { b: "b" }],
  ],
  [{ items: { "x-even": true } }, [[2, 4], "a"], [[2, 1]]],
  [{ contains: { type: "number", "x-even": true } }, [[1, 2]], [[1], []]],
  [{ propertyNames: { format: "shout" } }, [{ A: 1 }], [{ a: 1 }]],
  [
    { anyOf: [{ properties: { a: true }, "x-size": { size: 1 } }, true], unevaluatedProperties: false },
    [{ a: 1 }, {}],
    [{ a: 1, b: 1 }, { b: 1 }],
  ],
];

describe("functions of the user's", () => {
  it.for(cases)("decide %j", async ([schema, valid, invalid]) => {
    const { isRoot, validateRoot } = await importWithRules(schema);
    for (const value of valid)
      expect([value, isRoot(value), validateRoot(value).ok]).toEqual([value, true, true]);
    for (const value of invalid) {
      const { ok, issues = [] } = validateRoot(value);
      expect([value, isRoot(value), ok]).toEqual([value, false, false]);
      expect(issues.length).toBeGreaterThan(0);
    }
  });

  it("are blamed by the name of the keyword, where it stands", async () => {
    const { validateRoot } = await importWithRules({
      properties: { a: { "x-even": true }, b: { format: "shout" } },
    });
    expect(validateRoot({ a: 1, b: "b" }).issues).toMatchObject([
      { pointer: "/a", keyword: "x-even", schema: "schema.json#/$defs/Root/properties/a/x-even" },
      { pointer: "/b", keyword: "format", expected: "shout", message: "must have the format shout" },
    ]);
  });

  it("get one object for all calls, where the keyword has one", async () => {
    const text = await generateText({ "x-size": { size: 1 } }, options);
    expect(text).toContain("const rootArgument = { size: 1 };");
    expect(text).toContain("hasSizeExtension(value, rootArgument)");
  });

  it("are imported only where they are called, under names that nothing else has", async () => {
    const schema = { $defs: { Even: { "x-even": true } }, type: "object" };
    const names = { Even: "isEvenExtension" };
    const files = await generateFiles(schema, { ...options, names, layout: "modules" });
    const [line] = files.get("guards.ts")?.match(/^import .* from "@example\/rules";$/m) ?? [];
    expect(line).toMatch(/^import \{ isEven as isEvenExtension_\w+ \} from "@example\/rules";$/);
    expect(files.get("types.ts")).not.toContain("@example/rules");
    expect(files.get("index.ts")).not.toContain("@example/rules");
  });

  it("are told in the documentation of the types, whose shape stays", async () => {
    const text = await generateText({ properties: { a: { type: "number", "x-even": true } } }, options);
    expect(text).toMatch(/\/\*\* @x-even true \*\/\s+a\?: number;/);
  });

  it.for(compilers)("are called in a way that %s accepts", async (compiler) => {
    const schema = {
      $defs: Object.fromEntries(cases.map(([each], index) => [`Case${index}`, localize(each, index)])),
    };
    const files = new Map(await generateFiles(schema, { ...options, layout: "modules" }));
    const folder = "node_modules/@example/rules";
    files.set(`${folder}/package.json`, '{ "name": "@example/rules", "types": "./index.d.ts" }');
    files.set(
      `${folder}/index.d.ts`,
      `export function isShout(text: string): boolean;
export function isEven(value: unknown, argument: unknown): boolean;
export function hasSize(value: unknown, argument: { size: number }): boolean;\n`,
    );
    expect(await typeCheck(compiler, files)).toBe("");
  });
});

/** A schema as a definition, whose own references lead to where it stands. */
function localize(schema: JsonSchema, index: number): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', `"#/$defs/Case${index}/$defs/`),
  ) as JsonSchema;
}
