import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.js";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import type { ModuleOptions } from "./generate-module.js";
import { generateFiles, generateText, importText } from "./generate-module.js";
import { allCompilers, typeCheck } from "./type-check.js";

const object = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
const named = (name: JsonValue, schema: JsonObject = object): JsonObject => ({
  ...schema,
  "x-typescript-name": name,
});
const typed = (type: JsonValue, schema: JsonObject = object): JsonObject => ({
  ...schema,
  "x-typescript-type": type,
});
const money = { import: "./money.js", name: "Money" };

async function declared(schema: JsonObject, more: ModuleOptions = {}): Promise<Record<string, string>> {
  const text = await generateText(schema, {
    runtime: [],
    documentation: false,
    declarations: "type",
    ...more,
  });
  const types = text.replaceAll(/\s+/g, " ").matchAll(/export type (\w+) = (.*?);(?= export|\s*$)/g);
  return Object.fromEntries([...types].map(([, name = "", type = ""]) => [name, type]));
}

async function diagnosticsOf(schema: JsonObject, more: ModuleOptions = {}): Promise<readonly Diagnostic[]> {
  return (await generate({ inputs: [{ schema: { schema }, output: "out", ...more }] })).diagnostics;
}

describe("`x-typescript-name`", () => {
  it("names definitions and the root", async () => {
    const schema = named("Top", { ...object, $defs: { b: named("Bee"), c: object } });
    expect(Object.keys(await declared(schema, { name: undefined } as never))).toEqual(["Top", "Bee", "C"]);
    expect(Object.keys(await declared(schema))).toEqual(["Root", "Bee", "C"]);
  });

  it("gives a schema within another a type of its own, and a guard", async () => {
    const schema = {
      type: "object",
      properties: { b: named("Bee"), c: { type: "array", items: named("Id", { type: "string" }) } },
    };
    expect(await declared(schema)).toEqual({
      Root: "{ b?: Bee; c?: Id[]; }",
      Bee: "{ a: string; }",
      Id: "string",
    });
    const exports = await importText(await generateText(schema));
    const isBee = exports["isBee"] as (value: unknown) => boolean;
    expect([isBee({ a: "" }), isBee({})]).toEqual([true, false]);
  });

  it("names a reference that stands within another schema, and one beside others in draft 7", async () => {
    const $defs = { A: object };
    const properties = { b: { $ref: "#/$defs/A", "x-typescript-name": "Bee" } };
    for (const dialect of ["2020-12", "draft-07"]) {
      const types = await declared({ type: "object", properties, $defs }, { dialect });
      expect(types).toMatchObject({ Root: "{ b?: Bee; }", Bee: "A", A: "{ a: string; }" });
    }
  });

  it("goes behind the config, and before the key and what was published", async () => {
    const schema = { $defs: { b: named("Bee"), c: named("Sea") } };
    expect(Object.keys(await declared(schema, { names: { b: "Bus" } }))).toEqual(["Root", "Bus", "Sea"]);
  });

  it("gives way with a note where the name is taken", async () => {
    const schema = {
      $defs: { Bee: named("Bee"), c: named("Bee") },
      type: "object",
      properties: { d: named("Bee") },
    };
    expect(Object.keys(await declared(schema))).toEqual(["Root", "Bee", "C", "RootD"]);
    const notes = (await diagnosticsOf(schema)).filter(({ code }) => code === "name-taken");
    expect(notes.map(({ place }) => place?.pointer)).toEqual(["/$defs/c", "/properties/d"]);
  });

  it.each([
    [1, "keyword-invalid"],
    ["not-a-name", "keyword-invalid"],
    ["class", "name-invalid"],
    ["string", "name-invalid"],
  ])("is refused where it is %j", async (name, code) => {
    const errors = (await diagnosticsOf({ $defs: { b: named(name) } })).filter(
      ({ severity }) => severity === "error",
    );
    expect(errors).toMatchObject([{ code, place: { pointer: "/$defs/b/x-typescript-name" } }]);
  });
});

describe("`x-typescript-type`", () => {
  it("is the type of a definition, a member, an item, a branch, and of a reference", async () => {
    const schema = {
      type: "object",
      properties: {
        b: typed(money),
        c: { type: "array", items: typed(money) },
        d: { anyOf: [typed(money), { type: "null" }] },
        e: { $ref: "#/$defs/A", "x-typescript-type": { ...money, name: "Special" } },
        f: { "x-typescript-type": money },
        g: { $ref: "#/$defs/M" },
      },
      $defs: { A: object, M: typed(money) },
    };
    const { Root, M } = await declared(schema);
    expect(Root).toBe("{ b?: Money; c?: Money[]; d?: Money | null; e?: Special; f?: Money; g?: M; }");
    expect(M).toBe("Money");
    expect(await generateText(schema, { runtime: [] })).toContain(
      'import type { Money, Special } from "./money.js";',
    );
  });

  it("is imported under another name where its own is taken", async () => {
    const $defs = { Money: typed(money), Sum: typed({ import: "@example/sum", name: "default" }) };
    const text = await generateText({ $defs }, { runtime: [] });
    expect(text).toContain('import type { Money as ImportedMoney } from "./money.js";');
    expect(text).toContain("export type Money = ImportedMoney;");
    expect(text).toContain('import type { default as ImportedDefault } from "@example/sum";');
  });

  it("leaves the verdict to the schema, and tells in a note whose the type is", async () => {
    const exports = await importText((await generateText(typed(money))).replace(/^import type .*$/m, ""));
    const isRoot = exports["isRoot"] as (value: unknown) => boolean;
    expect([isRoot({ a: "" }), isRoot({ a: 1 })]).toEqual([true, false]);
    const notes = await diagnosticsOf(typed(money));
    expect(notes).toMatchObject([
      { code: "type-imported", severity: "note", place: { pointer: "/x-typescript-type" } },
    ]);
  });

  it.each<[JsonValue, string]>([
    ["Money", ""],
    [{ import: "./money.js" }, ""],
    [{ name: "Money" }, ""],
    [{ import: "/money.js", name: "Money" }, "/import"],
    [{ import: 'a";evil()//', name: "Money" }, "/import"],
    [{ import: './a";evil()//', name: "Money" }, "/import"],
    [{ import: "https://example.com/a.js", name: "Money" }, "/import"],
    [{ import: "", name: "Money" }, "/import"],
    [{ import: "a", name: "Money<string>" }, "/name"],
    [{ import: "a", name: "Money", version: 1 }, "/version"],
    [{ import: "a", name: "Money", versoin: "1" }, "/versoin"],
  ])("is refused where it is %j", async (type, pointer) => {
    const errors = (await diagnosticsOf({ $defs: { b: typed(type) } })).filter(
      ({ severity }) => severity === "error",
    );
    const place = { pointer: `/$defs/b/x-typescript-type${pointer}` };
    expect(errors).toMatchObject([{ code: "keyword-invalid", place }]);
  });
});

describe("a package with types of other packages", () => {
  const options = { layout: "modules", package: { name: "@example/order", version: "1.0.0" } } as const;
  const amount = { import: "@example/money/money.js", name: "Amount", version: "^1.2.0" };
  const schema = named("Order", { type: "object", properties: { total: typed(amount, { type: "string" }) } });

  it("depends on them, imports them in both forms, and publishes neither keyword", async () => {
    const files = await generateFiles(schema, options);
    for (const path of ["src/types.ts", "dist/types.d.ts", "dist/types.d.cts"]) {
      expect(files.get(path)).toContain('import type { Amount } from "@example/money/money.js";');
    }
    expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({
      dependencies: { "@example/money": "^1.2.0" },
    });
    expect(files.get("README.md")).toContain(
      "Its one dependency is `@example/money`, which has some of the types.",
    );
    expect(files.get("schema.json")).not.toContain("x-typescript");
    for (const path of ["dist/types.js", "dist/guards.js", "dist/guards.cjs"]) {
      expect(files.get(path)).not.toContain("@example/money");
    }
  });

  it.each<[string, JsonObject, string]>([
    ["a file", typed(money), '"./money.js", a file that it does not have'],
    ["no version", typed({ import: "@example/money", name: "Amount" }), "nothing says which versions"],
    [
      "two versions",
      { $defs: { a: typed(amount), b: typed({ ...amount, version: "^2.0.0" }) } },
      'Of "@example/money", both versions ^2.0.0 and ^1.2.0 are asked for.',
    ],
  ])("is refused with %s", async (_, faulty, message) => {
    const errors = (await diagnosticsOf(faulty, options)).filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([
      { code: "type-import-invalid", place: { pointer: expect.stringMatching(/x-typescript-type$/) } },
    ]);
    expect(errors[0]?.message).toContain(message);
  });
});

it("neither keyword is reported as unknown, nor free for a function of the user's", async () => {
  const schema = { $defs: { a: named("A"), b: typed(money) } };
  expect((await diagnosticsOf(schema)).map(({ code }) => code)).toEqual(["type-imported"]);
  const extensions = { module: "@example/rules", keywords: { "x-typescript-name": "isNamed" } };
  const [error] = await diagnosticsOf(schema, { extensions });
  expect(error).toMatchObject({
    code: "extension-invalid",
    message: expect.stringContaining("a keyword of Schemist"),
  });
});

const order: JsonObject = {
  type: "object",
  required: ["total"],
  properties: {
    total: typed(money, { type: "object", required: ["amount"], properties: { amount: { type: "number" } } }),
    tags: { type: "array", items: named("Tag", { enum: ["a", "b"] }) },
    closed: { allOf: [{ $ref: "#/$defs/Money" }], properties: { note: { type: "string" } } },
  },
  $defs: {
    Money: typed(money, { type: "object", required: ["amount"], properties: { amount: { type: "number" } } }),
  },
};

const agreement = `
import type { Money as Own } from "./money.js";
import type { Money, Root, Tag } from "./index.js";
import { isMoney, isRoot, isTag, parseRootOrThrow } from "./index.js";
export function read(value: unknown): Own | undefined {
  return isRoot(value) ? value.total : isMoney(value) ? value : undefined;
}
export const same: Money = { amount: 1 } satisfies Own;
export const tags = (root: Root): readonly Tag[] => root.tags ?? [];
export const tag = (value: unknown): Tag | undefined => (isTag(value) ? value : undefined);
export const note = (root: Root): string | undefined => root.closed?.note ?? root.closed?.amount.toFixed();
export const root: Root = parseRootOrThrow("{}");
`;

it.each(allCompilers)(
  "named and imported types compile, and guard and type agree, under %s",
  async (compiler) => {
    const files = new Map<string, string>();
    for (const layout of ["modules", "single-file"] as const) {
      const all = await generateFiles(order, { layout, enums: layout === "modules" ? "const" : "union" });
      for (const [path, text] of all) if (path.endsWith(".ts")) files.set(`${layout}/${path}`, text);
      files.set(`${layout}/money.ts`, "export interface Money { readonly amount: number }\n");
      files.set(`${layout}/agreement.ts`, agreement);
    }
    expect(await typeCheck(compiler, files)).toBe("");
  },
);
