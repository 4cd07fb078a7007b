import { describe, expect, it } from "vitest";
import { createFolder } from "../config/temporary-folder.js";
import { defineConfig, type Definition, generate, type Hooks, type JsonSchema } from "../../src/index.js";
import { runCli } from "../cli/run-cli.js";
import { compileToScript } from "../../src/bundlers/generate-module.js";

const order = {
  title: "Order",
  type: "object",
  required: ["id", "lines"],
  properties: {
    id: { $ref: "#/$defs/OrderIdV1" },
    note: { description: "What the buyer says.", $ref: "#/$defs/Text" },
    lines: { type: "array", items: { $ref: "#/$defs/Line" } },
  },
  $defs: {
    OrderIdV1: { type: "string", pattern: "^[A-Z]+$" },
    Text: { $ref: "#/$defs/Short" },
    Short: { type: "string", maxLength: 5 },
    Line: { type: "object", required: ["sku"], properties: { sku: { $ref: "#/$defs/OrderIdV1" } } },
    Tree: { type: "object", properties: { left: { $ref: "#/$defs/Tree" } } },
  },
} as const;

async function run(hooks: Hooks, more: object = {}, schema: JsonSchema = order) {
  const root = createFolder({ "order.json": JSON.stringify(schema, undefined, 2) });
  const input = { schema: "order.json", output: "out", layout: "single-file", hooks, ...more } as const;
  const { files, diagnostics } = await generate({ inputs: [input], root });
  const problems = diagnostics.filter(({ severity }) => severity !== "note");
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
  return { text: textOf("index.ts"), textOf, problems };
}

async function runCode(text: string): Promise<Record<string, (value: unknown) => boolean>> {
  const script = Buffer.from(compileToScript(text)).toString("base64");
  return (await import(`data:text/javascript;base64,${script}`)) as Record<
    string,
    (value: unknown) => boolean
  >;
}

describe("the hook rename", () => {
  it("gives names, and leaves others", async () => {
    const seen: Definition[] = [];
    const { text, problems } = await run({
      rename(definition) {
        seen.push(definition);
        return definition.name.endsWith("V1") ? definition.name.slice(0, -2) : undefined;
      },
    });
    expect(problems).toEqual([]);
    expect(text).toContain("export function isOrderId(value: unknown): value is OrderId {");
    expect(text).not.toContain("V1");
    expect(text).toContain("export interface Line {");
    expect(seen.map(({ name, document, pointer, isRoot }) => [name, document, pointer, isRoot])).toEqual([
      ["order", "order.json", "", true],
      ["OrderIdV1", "order.json", "/$defs/OrderIdV1", false],
      ["Text", "order.json", "/$defs/Text", false],
      ["Short", "order.json", "/$defs/Short", false],
      ["Line", "order.json", "/$defs/Line", false],
      ["Tree", "order.json", "/$defs/Tree", false],
    ]);
    expect(seen.at(-1)?.schema).toEqual(order.$defs.Tree);
  });

  it("is told where its name is none", async () => {
    const { problems } = await run({ rename: () => "class" });
    expect(problems[0]).toMatchObject({ code: "name-invalid" });
  });
});

describe("the hook transform", () => {
  it("changes types, guards and the published schema, the innermost definition first", async () => {
    const asked: string[] = [];
    const { textOf, problems } = await run(
      {
        transform({ schema, pointer }) {
          asked.push(pointer);
          if (typeof schema === "boolean" || schema["type"] !== "object") return schema;
          return { ...schema, additionalProperties: false };
        },
      },
      { package: { name: "order", version: "1.0.0" } },
    );
    expect(problems).toEqual([]);
    expect(asked.at(-1)).toBe("");
    const { isLine, isOrder } = await runCode(textOf("src/index.ts"));
    expect(isLine?.({ sku: "A" })).toBe(true);
    expect(isLine?.({ sku: "A", more: 1 })).toBe(false);
    expect(isOrder?.({ id: "A", lines: [{ sku: "A", more: 1 }] })).toBe(false);
    const published = JSON.parse(textOf("schema.json")) as { $defs: Record<string, object> };
    expect(published.$defs["Line"]).toMatchObject({ additionalProperties: false });
  });

  it("keeps the places of what it does not change", async () => {
    const schema = { ...order, $defs: { ...order.$defs, Line: { type: "objekt" } } };
    const { problems } = await run(
      { transform: ({ schema }) => (schema === true ? schema : { ...Object(schema) }) },
      {},
      schema,
    );
    const line =
      JSON.stringify(schema, undefined, 2)
        .split("\n")
        .findIndex((text) => text.includes("objekt")) + 1;
    expect(problems[0]).toMatchObject({ code: "keyword-invalid", place: { file: "order.json", line } });
  });
});

describe("the hook skip", () => {
  it("writes a definition out where it is referred to", async () => {
    const skipped = ["OrderIdV1", "Text", "Short"];
    const { text, problems } = await run({ skip: ({ name }) => skipped.includes(name) });
    expect(problems).toEqual([]);
    for (const name of skipped) expect(text).not.toContain(`is${name}`);
    expect(text).toContain("  id: string;");
    expect(text).toContain("What the buyer says.");
    const { isOrder } = await runCode(text);
    expect(isOrder?.({ id: "A", lines: [{ sku: "B" }], note: "short" })).toBe(true);
    expect(isOrder?.({ id: "a", lines: [] })).toBe(false);
    expect(isOrder?.({ id: "A", lines: [{ sku: "b" }] })).toBe(false);
    expect(isOrder?.({ id: "A", lines: [], note: "longer" })).toBe(false);
  });

  it("leaves out what a definition calls itself, where that is all that its names are for", async () => {
    const schema = {
      title: "Order",
      required: ["a", "b"],
      properties: { a: { $ref: "text.json" }, b: { $ref: "#short" } },
      $defs: {
        Text: { $id: "text.json", type: "string" },
        Short: { $anchor: "short", type: "string", maxLength: 1 },
      },
    };
    const { text, problems } = await run({ skip: ({ isRoot }) => !isRoot }, {}, schema);
    expect(problems).toEqual([]);
    expect((await runCode(text))["isOrder"]?.({ a: "long", b: "s" })).toBe(true);
    expect((await runCode(text))["isOrder"]?.({ a: "long", b: "long" })).toBe(false);
  });

  it("ignores what stands beside a reference where the dialect does", async () => {
    const schema = {
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "Order",
      properties: { note: { $ref: "#/definitions/Text", minLength: 3 } },
      definitions: { Text: { type: "string" } },
    };
    const { text } = await run({ skip: ({ name }) => name === "Text" }, {}, schema);
    expect((await runCode(text))["isOrder"]?.({ note: "" })).toBe(true);
  });

  it.each([
    ["order", "it is what is generated from"],
    ["Tree", "it refers to itself"],
    ["Identified", "it has an identifier, which would stand twice"],
    ["Outer", "what stands in it is referred to"],
  ])("says why %s cannot be left out", async (name, reason) => {
    const more = {
      Identified: { properties: { a: { $anchor: "here" } } },
      Outer: { properties: { inner: { type: "string" } } },
      User: { anyOf: [{ $ref: "#/$defs/Identified" }, { $ref: "#/$defs/Outer/properties/inner" }] },
    };
    const schema = { ...order, $defs: { ...order.$defs, ...more } };
    const { text, problems } = await run({ skip: (definition) => definition.name === name }, {}, schema);
    expect(text).toBe("");
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "definition-needed", place: { file: "order.json" } });
    expect(problems[0]?.message).toContain(reason);
  });

  it("keeps the places of what it writes out", async () => {
    const schema = { ...order, $defs: { ...order.$defs, Short: { type: "string", pattern: "(" } } };
    const { problems } = await run({ skip: ({ name }) => name === "Short" }, {}, schema);
    const line =
      JSON.stringify(schema, undefined, 2)
        .split("\n")
        .findIndex((text) => text.includes('"("')) + 1;
    expect(problems[0]).toMatchObject({ code: "pattern-invalid", place: { file: "order.json", line } });
  });
});

describe("the hook statements", () => {
  const config = defineConfig({
    inputs: [
      {
        schema: { schema: order },
        output: "out",
        package: { name: "order", version: "1.0.0" },
        hooks: {
          statements(file) {
            if (file.getBaseName() !== "guards.ts") return;
            file.addImportDeclaration({
              isTypeOnly: true,
              moduleSpecifier: "./types.js",
              namedImports: [{ name: "Line", alias: "OrderLine" }],
            });
            file.addFunction({
              name: "countLines",
              isExported: true,
              docs: ["How many lines there are."],
              parameters: [{ name: "lines", type: "readonly OrderLine[]" }],
              returnType: "number",
              statements: "return lines.length;",
            });
          },
        },
      },
    ],
  });

  it("adds to a module in all its forms", async () => {
    const { files, diagnostics } = await generate(config);
    expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
    const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
    expect(textOf("src/guards.ts")).toContain('import type { Line as OrderLine } from "./types.js";');
    expect(textOf("src/guards.ts")).toContain(
      "/** How many lines there are. */\nexport function countLines(",
    );
    expect(textOf("dist/guards.d.cts")).toContain('import type { Line as OrderLine } from "./types.cjs";');
    expect(textOf("dist/guards.d.ts")).toContain(
      "export function countLines(lines: readonly OrderLine[]): number;",
    );
    expect(textOf("dist/guards.cjs")).toContain("exports.countLines = countLines;");
    expect(textOf("src/validators.ts")).not.toContain("countLines");
  });

  it("has index export what it adds, types as types", async () => {
    const union = {
      ...order,
      properties: {
        any: {
          anyOf: [
            { type: "string", minLength: 2 },
            { type: "object", required: ["a"] },
          ],
        },
      },
    };
    const { textOf, problems } = await run(
      {
        statements(file) {
          if (file.getBaseName() === "types.ts") file.addStatements("export const limit: number = 3;");
          if (file.getBaseName() === "guards.ts") {
            file.addStatements("export const one: 1 = 1;\nexport type One = 1;");
          }
        },
      },
      { layout: "modules" },
      union,
    );
    expect(problems).toEqual([]);
    expect(textOf("index.ts")).toContain('export { limit } from "./types.js";');
    // The guard of the branch is nobody's but ours.
    expect(textOf("index.ts")).toContain('export { one } from "./guards.js";');
    expect(textOf("index.ts")).toContain('export type { One } from "./guards.js";');
  });

  it("is told of what it leaves that cannot be printed", async () => {
    const untyped = await run(
      { statements: (file) => void file.addStatements("export const one = Math.max(1, 2);") },
      { package: { name: "order", version: "1.0.0" } },
    );
    expect(untyped.problems[0]).toMatchObject({ code: "hook-failed" });
    expect(untyped.problems[0]?.message).toMatch(
      /^The hook `statements`, for index\.ts, left what a package has no declarations of: /,
    );
    const broken = await run({ statements: (file) => void file.addStatements("export const = 1;") });
    expect(broken.problems[0]?.message).toMatch(
      /^The hook `statements`, for index\.ts, left what does not parse: /,
    );
  });
});

describe("a hook that fails", () => {
  const fail = (): never => {
    throw new Error("no luck");
  };

  it.each(["rename", "skip", "transform"] as const)("is named with its definition: %s", async (name) => {
    const { text, problems } = await run({
      [name]: ({ pointer }: Definition) => (pointer.endsWith("Line") ? fail() : undefined),
    });
    const said = problems.filter(({ message }) => message.includes("no luck"));
    expect(said).toMatchObject([{ code: "hook-failed", place: { file: "order.json" } }]);
    expect(said[0]?.message).toBe(
      `The hook \`${name}\` threw: no luck, for the definition order.json#/$defs/Line.`,
    );
    expect(text).toBe("");
  });

  it("is named with its module: statements", async () => {
    const { problems } = await run({ statements: fail });
    expect(problems.map(({ message }) => message)).toEqual([
      "The hook `statements`, for index.ts, threw: no luck.",
    ]);
  });

  it("may not be asynchronous, or return what nobody can read", async () => {
    const { problems } = await run({ transform: (async () => true) as unknown as Hooks["transform"] & {} });
    expect(problems[0]?.message).toBe(
      "The hook `transform` must return a schema, and returned a promise, for the definition order.json#/$defs/OrderIdV1.",
    );
  });

  it("is a function", async () => {
    const root = createFolder({
      "order.json": "true",
      "schemist.config.json": JSON.stringify({
        inputs: [{ schema: "order.json", output: "out", hooks: { skip: "x", jump: 1 } }],
      }),
    });
    const { stderr } = await runCli(["generate"], root);
    expect(stderr).toContain('The hook "skip" must be a function.');
    expect(stderr).toContain('"jump"');
  });
});
