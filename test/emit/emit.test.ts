import { beforeAll, describe, expect, it } from "vitest";
import type { RuntimeSet } from "../../src/config/config.js";
import type { JsonObject } from "../../src/json.js";
import { generateFiles, generateText, importText } from "./generate-module.js";
import { typeCheck } from "./type-check.js";
import { oneTag, twoTags } from "./union-schemas.js";

const schema: JsonObject = {
  type: "object",
  required: ["a"],
  properties: {
    a: { type: "array", items: { type: "array", prefixItems: [{ type: "string" }, {}], items: false } },
    b: { $ref: "#/$defs/B" },
  },
  $defs: { B: { type: "object", additionalProperties: { enum: ["x", null] } } },
};

const modules = { layout: "modules" } as const;
const unions = { Event: { tags: ["resource", "type"], open: true } };

const exportsOf = (text: string): string[] =>
  [...text.matchAll(/^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm)].map(
    (match) => match[1] ?? "",
  );

describe("the layout", () => {
  it("is one file, which imports nothing and exports what is public", async () => {
    const files = await generateFiles(schema, { layout: "single-file" });
    expect([...files.keys()]).toEqual(["index.ts", "schemist.manifest.json"]);
    const text = files.get("index.ts") ?? "";
    expect(text).not.toMatch(/^import /m);
    expect(new Set(exportsOf(text))).toEqual(
      new Set([
        ...[
          "ValidationIssue",
          "ValidationError",
          "isValidationError",
          "ValidationOptions",
          "ValidationResult",
        ],
        ...["Root", "isRoot", "validateRoot", "assertRoot", "parseRoot", "parseRootOrThrow"],
        ...["B", "isB", "validateB", "assertB", "parseB", "parseBOrThrow"],
      ]),
    );
  });

  it("is modules that import each other, behind one index", async () => {
    const files = await generateFiles(twoTags, { layout: "modules", unions });
    expect([...files.keys()]).toEqual([
      ...["runtime.ts", "types.ts", "guards.ts", "validators.ts", "unions.ts"],
      ...["index.ts", "schemist.manifest.json"],
    ]);
    expect(
      files
        .get("index.ts")
        ?.trim()
        .split("\n")
        .filter((line) => line.startsWith("export")),
    ).toEqual([
      'export { ValidationError, isValidationError } from "./runtime.js";',
      'export type { ValidationIssue, ValidationOptions, ValidationResult } from "./runtime.js";',
      'export type * from "./types.js";',
      'export * from "./guards.js";',
      'export * from "./validators.js";',
      'export * from "./unions.js";',
    ]);
  });

  it("hides guards of schemas without a name, in modules as in one file", async () => {
    const alternatives = {
      anyOf: [
        { type: "object", required: ["a"] },
        { type: "array", minItems: 1 },
      ],
    };
    const index = (await generateFiles(alternatives, modules)).get("index.ts");
    expect(index).toContain('export { isRoot } from "./guards.js";');
    const text = await generateText(alternatives);
    expect(text).toContain("function isRootWithA(");
    expect(exportsOf(text)).not.toContain("isRootWithA");
  });
});

describe("text from a schema", () => {
  const description =
    "export function isFoo(): void\nexport interface Root {}\nimport { a } from 'b';\n@internal */ export const pwned = 1;";

  it("is never taken for a declaration, whatever it says", async () => {
    const text = await generateText({
      description,
      type: "object",
      properties: {
        at: { const: "export const a = 1;", description },
        "export type X = 1;": { pattern: "^export " },
      },
      $defs: { "export function isRoot": { description, type: "string" } },
    });
    const exports = await importText(text);
    expect(Object.keys(exports).filter((name) => /pwned|^a$|isFoo|X/.test(name))).toEqual([]);
    expect(exports["isExportFunctionIsRoot"]).toBeTypeOf("function");
    expect((exports["isRoot"] as (value: unknown) => boolean)({ at: "export const a = 1;" })).toBe(true);
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });
});

describe("the runtime", () => {
  const wanted: readonly (readonly [sets: readonly RuntimeSet[], files: readonly string[]])[] = [
    [[], ["types"]],
    [["guards"], ["runtime", "types", "guards"]],
    [["validators"], ["runtime", "types", "guards", "validators"]],
    [["unions"], ["runtime", "types", "guards", "unions"]],
    [
      ["guards", "unions"],
      ["runtime", "types", "guards", "unions"],
    ],
  ];
  const generated = new Map<string, string>();
  beforeAll(async () => {
    for (const [sets] of wanted) {
      for (const [path, text] of await generateFiles(twoTags, { ...modules, runtime: sets, unions })) {
        generated.set(`${sets.join("-") || "none"}/${path}`, text);
      }
    }
  });
  const pathsOf = (sets: readonly RuntimeSet[]): string[] =>
    [...generated.keys()].filter(
      (path) => path.startsWith(`${sets.join("-") || "none"}/`) && path.endsWith(".ts"),
    );

  it.each(wanted)("of %j has what it needs, and nothing else", (sets, files) => {
    const folder = sets.join("-") || "none";
    expect(pathsOf(sets)).toEqual([...files, "index"].map((name) => `${folder}/${name}.ts`));
  });

  it("has every module that another imports", async () => {
    expect(
      await typeCheck("typescript", new Map([...generated].filter(([path]) => path.endsWith(".ts")))),
    ).toBe("");
  });

  it("has errors and their types only where there are validators", () => {
    expect(generated.get("guards/index.ts")).not.toContain("ValidationError");
    expect(generated.get("guards/runtime.ts")).not.toContain("ValidationError");
    expect(generated.get("validators/index.ts")).toContain("ValidationError");
  });

  it("has no helpers of unions where there is no union", async () => {
    const files = await generateFiles({ type: "string" }, { ...modules, runtime: ["unions"] });
    expect([...files.keys()]).toEqual(["types.ts", "guards.ts", "index.ts", "schemist.manifest.json"]);
  });
});

describe("the option", () => {
  it("`importExtension` ends each specifier", async () => {
    for (const extension of [".js", ".ts", ""] as const) {
      const files = await generateFiles(schema, { ...modules, importExtension: extension });
      expect(files.get("guards.ts")).toContain(`from "./runtime${extension}";`);
      expect(files.get("index.ts")).toContain(`from "./guards${extension}";`);
    }
  });

  it("`banner` stands at the top of each file", async () => {
    const files = await generateFiles(schema, { ...modules, banner: "Ours */ alone" });
    const sources = [...files].filter(([path]) => path.endsWith(".ts"));
    for (const [, text] of sources) expect(text).toMatch(/^\/\/ Ours \*\/ alone\n/);
    expect(await typeCheck("typescript", new Map(sources))).toBe("");
  });

  it("`declarations` prints interfaces, or types alone", async () => {
    const interfaces = await generateText(schema);
    const types = await generateText(schema, { declarations: "type" });
    expect(interfaces).toContain("export interface Root {");
    expect(types).toContain("export type Root = {");
    expect(types).not.toMatch(/^export interface Root/m);
    expect(await typeCheck("typescript", new Map([["index.ts", types]]))).toBe("");
  });

  it("`readonly` marks properties, index signatures, arrays and tuples, at any depth", async () => {
    const text = await generateText(schema, { readonly: true });
    expect(text).toContain("readonly a: readonly (readonly [string?, unknown?])[];");
    expect(text).toContain("readonly b?: B;");
    expect(text).toContain('readonly [key: string]: "x" | null;');
    const types = await generateText(schema, { readonly: true, declarations: "type" });
    expect(types).toContain("readonly a: readonly (readonly [string?, unknown?])[];");
    const files = new Map([
      ["index.ts", text],
      ["types.ts", types],
    ]);
    expect(await typeCheck("typescript", files)).toBe("");
    expect(await generateText(schema)).toContain("a: [string?, unknown?][];");
  });

  it("`readonly` and `declarations` hold for unions too", async () => {
    const options = { unions: { Event: { tags: ["resource"], open: true } } };
    const text = await generateText(oneTag, { ...options, readonly: true, declarations: "type" });
    expect(text).toContain("readonly resource: UnknownTag;");
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });
});
