import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Options } from "prettier";
import { check, format } from "prettier";
import { describe, expect, it } from "vitest";
import type { PrintedFile } from "../../src/file.js";
import { formatFiles } from "../../src/format/format.js";

const output = "/project/generated";

async function formatText(
  file: Pick<PrintedFile, "pieces"> & Partial<PrintedFile>,
  formatting: Options = {},
): Promise<string> {
  const whole: PrintedFile = { path: "index.ts", language: "typescript", ...file };
  const [formatted] = await formatFiles([whole], output, { format: "prettier", formatting });
  return formatted?.text ?? "";
}

/** Declarations in no layout at all, with what is known to depend on what stands around it. */
const declarations = [
  "// Banner\n/* eslint-disable */",
  'import type { A, B } from "./a.js";\nimport { c } from "./c.js";',
  'export * from "./d.js";',
  "/** Documentation. */\nexport interface A { 'a': string, readonly \"b-c\"?: number; /** Inline. */ d: { e: 1 } }",
  `export type Kind = ${Array.from({ length: 20 }, (_, index) => `"kind-${index}"`).join(" | ")};`,
  "const table = { 'a': 1, b: [1,2,3] }\n\n\n\nconst next = table",
  "export function isA(value: unknown): value is A { return typeof value === 'object' && value !== null && 'a' in value && typeof value.a === 'string' // why\n}",
  "export abstract class Base<T> { private x = 1; constructor(readonly y: T) {} }",
  "export function over(a: string): string;\nexport function over(a: number): number;\nexport function over(a: never): unknown { return a }",
  "declare enum UnknownTag { any = '' }",
  "const pattern = /[`'\"]\\//u, text = `a\n  ${'b'}\n`;",
  ";(function () {})();\n[1].forEach(() => {})",
  "export const arrow = <T,>(value: T) => value // trailing",
];

describe("formatFiles", () => {
  it.each<[string, Options]>([
    ["no options", {}],
    ["narrow lines and tabs", { printWidth: 40, useTabs: true }],
    ["no semicolons", { semi: false, singleQuote: true }],
    ["quotes where consistent", { quoteProps: "consistent", trailingComma: "none" }],
    ["collapsed objects", { objectWrap: "collapse", bracketSpacing: false }],
    ["carriage returns", { endOfLine: "crlf" }],
    ["the file's own line ends", { endOfLine: "auto" }],
    ["a pragma to insert", { insertPragma: true }],
    ["a pragma to require", { requirePragma: true }],
  ])("formats declarations as Prettier does the whole file, with %s", async (_, formatting) => {
    const whole = await format(`${declarations.join("\n\n")}\n`, {
      ...formatting,
      parser: "typescript",
      filepath: "index.ts",
    });
    const text = await formatText({ pieces: declarations }, formatting);
    expect(text).toBe(whole);
    expect(await check(text, { ...formatting, parser: "typescript", filepath: "index.ts" })).toBe(true);
  });

  it("formats the runtime as Prettier does the whole file", async () => {
    const folder = "templates/runtime";
    const pieces = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    const whole = await format(pieces.map((piece) => piece.trim()).join("\n\n"), { parser: "typescript" });
    expect(await formatText({ pieces })).toBe(whole);
  });

  it("hands the whole file to plugins, which may sort or remove imports", async () => {
    const plugin = {
      parsers: {
        typescript: {
          parse: (text: string) => text.length,
          astFormat: "length",
          locStart: () => 0,
          locEnd: () => 0,
        },
      },
      printers: { length: { print: ({ node }: { node: unknown }) => String(node) } },
    };
    const text = await formatText({ pieces: ["a;", "b;"] }, { plugins: [plugin] });
    expect(text).toBe("a;\n\nb;\n".length.toString());
  });

  it("lists the files in their order, with the folder that they go to", async () => {
    const files: PrintedFile[] = [
      { path: "src/b.ts", pieces: ["let b"], language: "typescript" },
      { path: "src/a.ts", pieces: ["let b", "let a"], language: "typescript" },
    ];
    expect(await formatFiles(files, output, { format: "prettier", formatting: {} })).toEqual([
      { output, path: "src/b.ts", text: "let b;\n" },
      { output, path: "src/a.ts", text: "let b;\n\nlet a;\n" },
    ]);
  });

  it("formats Markdown whole, and TypeScript within it", async () => {
    const pieces = ["# A", "| a | b |\n|-|-|\n| 1 | 2 |", "```ts\nlet a = 'b'\n```"];
    expect(await formatText({ path: "README.md", pieces, language: "markdown" })).toBe(
      '# A\n\n| a   | b   |\n| --- | --- |\n| 1   | 2   |\n\n```ts\nlet a = "b";\n```\n',
    );
  });

  it.each([
    ["names.json", '{ "a": ["b", "c"] }\n'],
    ["a/package.json", '{ "a": [\n    "b",\n    "c"\n  ] }\n'],
  ])("formats %s as Prettier does a file of that name", async (path, expected) => {
    const pieces = ['{ "a": ["b",\n"c"] }'];
    const text = await formatText({ path, pieces, language: "json" });
    expect(text).toBe(await format(pieces[0] ?? "", { filepath: path }));
    expect(text.replace("{\n  ", "{ ").replace(/\n\}\n$/, " }\n")).toBe(expected);
  });

  it("leaves alone what has no language", async () => {
    expect(await formatText({ path: "a.js", pieces: ["a  =  1", "b"], language: "none" })).toBe(
      "a  =  1\n\nb\n",
    );
  });

  it("joins the pieces as they are where nothing is to be formatted", async () => {
    const file: PrintedFile = { path: "a.ts", pieces: ["let  a", "let b\n"], language: "typescript" };
    const [formatted] = await formatFiles([file], output, { format: false, formatting: { semi: true } });
    expect(formatted?.text).toBe("let  a\n\nlet b\n");
  });

  describe("a text that stands in the layout of Prettier's defaults", () => {
    const text = "const object = {\n  a: 1,\n};";
    const of = async (piece: string, formatting: Options): Promise<string | undefined> => {
      const file: PrintedFile = { path: "a.ts", pieces: [piece], language: "typescript" };
      const laidOut = new Set([text]);
      const [formatted] = await formatFiles([file], output, { format: "prettier", formatting, laidOut });
      return formatted?.text;
    };

    it("stays where the defaults hold", async () => {
      expect(await of(text, {})).toBe(`${text}\n`);
      expect(await of(text, { printWidth: 80, endOfLine: "lf" })).toBe(`${text}\n`);
    });

    it("takes no more lines than it needs where they do not", async () => {
      expect(await of(text, { printWidth: 100 })).toBe("const object = { a: 1 };\n");
      expect(await of(text, { printWidth: 16 })).toBe(`${text}\n`);
      expect(await of(text, { tabWidth: 8, bracketSpacing: false })).toBe("const object = {a: 1};\n");
    });

    it("changes nothing for other texts", async () => {
      expect(await of(`${text}// end`, {})).toBe(`${text} // end\n`);
      expect(await of(text.replace("1", "2"), { printWidth: 100 })).toBe("const object = {\n  a: 2,\n};\n");
    });
  });

  it("shows which piece cannot be parsed", async () => {
    const pieces = ["export const a = 1;", "export const = 2;", "export const c = 3;"];
    await expect(formatText({ pieces })).rejects.toThrow(
      /^Bug in Schemist: Prettier cannot parse what was printed:\nexport const = 2;$/,
    );
  });
});
