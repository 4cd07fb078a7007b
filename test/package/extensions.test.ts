import { describe, expect, it } from "vitest";
import type { ResolvedInput } from "../../src/config/config.js";
import { describeInputs } from "../../src/package/describe-inputs.js";
import { extensionsSpecifier } from "../../src/package/extensions-specifier.js";
import { packageFiles } from "../../src/package/package.js";
import { createSchemaDocument } from "../../src/package/schema-document.js";
import { contextOf, graphOf, inputOf, namesOf, nodeOf, shapesModules } from "./shapes-package.js";

function inputWith(module: string, input: Partial<ResolvedInput> = {}): ResolvedInput {
  return inputOf({ ...input, extensions: { module, version: "^1.2.0", formats: {}, keywords: {} } });
}

describe("the specifier of the user's module", () => {
  const root = "/home/someone/project";
  it.each([
    [`${root}/src/rules.ts`, ".js", "../../src/rules.js"],
    [`${root}/src/rules.ts`, ".ts", "../../src/rules.ts"],
    [`${root}/src/rules.ts`, "", "../../src/rules"],
    [`${root}/src/rules.mts`, ".js", "../../src/rules.mjs"],
    [`${root}/src/rules.mts`, ".ts", "../../src/rules.mts"],
    [`${root}/src/rules.mts`, "", "../../src/rules.mjs"],
    [`${root}/src/rules.js`, ".ts", "../../src/rules.js"],
    [`${root}/src/rules.mjs`, "", "../../src/rules.mjs"],
    [`${root}/generated/shapes/own/rules.ts`, ".js", "./own/rules.js"],
    [`${root}/generated/rules.ts`, ".js", "../rules.js"],
    ["@example/rules/a.js", "", "@example/rules/a.js"],
  ] as const)("%s with %j is %s", (module, importExtension, specifier) => {
    expect(extensionsSpecifier(inputWith(module, { package: undefined, importExtension }))).toBe(specifier);
  });

  it("is that of a module of the package where the file is taken in, and none without", () => {
    expect(extensionsSpecifier(inputWith("/a/rules.ts"))).toBeUndefined();
    expect(extensionsSpecifier(inputOf())).toBeUndefined();
  });
});

const calling = {
  name: "guards",
  imports: [{ moduleSpecifier: "extensions", namedImports: [{ name: "isA", alias: "isAExtension" }] }],
  exports: [],
  declarations: ["export function isB(value: unknown): boolean {\n  return isAExtension(value);\n}"],
};

describe("a package with functions of the user's", () => {
  const text = "/** Says a. */\nexport function isA(value: unknown) {\n    return value === 'a'\n}\n";
  const extensions = { uri: "file:///a/rules.ts", file: "src/rules.ts", text };

  async function textsOf(input: ResolvedInput, withFile = true): Promise<Map<string, string>> {
    const context = { ...contextOf({ input }), ...(withFile ? { extensions } : {}) };
    const files = await packageFiles([...shapesModules, calling], context);
    return new Map(files.map(({ path, pieces }) => [path, pieces.join("\n")]));
  }

  it("takes their file in as it is, and compiled, without declarations", async () => {
    const texts = await textsOf(inputWith("/a/rules.ts"));
    expect(texts.get("src/extensions.ts")).toContain(`\n${text}`);
    expect(texts.get("dist/extensions.js")).toMatch(
      /export function isA\(value\) \{\s+return value === 'a';\s+\}/,
    );
    expect(texts.get("dist/extensions.cjs")).toContain("exports.isA = isA;");
    expect([...texts.keys()].filter((path) => path.includes("extensions"))).toHaveLength(3);
    expect(texts.get("src/guards.ts")).toContain('from "./extensions.js"');
    expect(texts.get("dist/guards.js")).toContain('from "./extensions.js"');
    expect(texts.get("dist/guards.cjs")).toContain('require("./extensions.cjs")');
    expect(texts.get("dist/guards.d.ts")).not.toContain("extensions");
    expect(texts.get("schemist.manifest.json")).toContain('"dist/extensions.cjs"');
    expect(JSON.parse(texts.get("package.json") ?? "")).not.toHaveProperty("dependencies");
    expect(texts.get("README.md")).toContain("It has no dependencies.");
  });

  it("depends on their package, and imports it by its name", async () => {
    const texts = await textsOf(inputWith("@example/rules/card.js"), false);
    expect(texts.has("src/extensions.ts")).toBe(false);
    for (const path of ["src/guards.ts", "dist/guards.js", "dist/guards.cjs"]) {
      expect(texts.get(path)).toMatch(/(from |require\()"@example\/rules\/card\.js"/);
    }
    expect(JSON.parse(texts.get("package.json") ?? "")).toMatchObject({
      dependencies: { "@example/rules": "^1.2.0" },
    });
    expect(texts.get("README.md")).toContain("Its one dependency is `@example/rules`");
  });

  it("is made from their file too", () => {
    const documents = { roots: [], documents: new Map(), unavailable: new Map() };
    expect(describeInputs(documents, extensions)).toEqual([
      { file: "src/rules.ts", digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(describeInputs(documents)).toEqual([]);
  });
});

it("publishes keywords of the user's own under their names, after the others", () => {
  const extensions = [
    { name: "x-luhn", argument: { a: [1] }, export: "passesLuhn" },
    { name: "x-even", argument: null, export: "isEven" },
  ];
  const format = { name: "ours", asserted: true, export: "isOurs" };
  const graph = graphOf(nodeOf({ id: "root", schema: { extensions, type: ["string"], format } }));
  const { $defs } = createSchemaDocument(graph, namesOf({ root: "Root" }));
  expect(JSON.stringify($defs)).toBe(
    '{"Root":{"type":"string","format":"ours","x-luhn":{"a":[1]},"x-even":null}}',
  );
});
