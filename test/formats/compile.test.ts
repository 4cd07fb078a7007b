import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { formatFunctions } from "./format-functions.js";

const repository = join(import.meta.dirname, "../..");
const templates = join(repository, "templates/formats");
const files = readdirSync(templates).map((file) => join(templates, file));

const strictOptions = {
  target: "ES2020",
  lib: ["ES2020"],
  types: [],
  module: "NodeNext",
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
};
const newerOptions = {
  ...strictOptions,
  declaration: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
};

// The oldest compiler that generated packages support, and those that came after.
const compilers = [
  { compiler: "typescript-5.4", compilerOptions: strictOptions },
  { compiler: "typescript-5.9", compilerOptions: newerOptions },
  { compiler: "typescript-6.0", compilerOptions: newerOptions },
  { compiler: "typescript", compilerOptions: newerOptions },
];

/** What the compiler says; nothing where all is well. */
function compile(compiler: string, compilerOptions: object, sources: readonly string[]): Promise<string> {
  const project = join(mkdtempSync(join(folder, "project-")), "tsconfig.json");
  writeFileSync(project, JSON.stringify({ compilerOptions, files: sources }));
  const script = join(repository, "node_modules", compiler, "bin/tsc");
  return new Promise((resolve) => {
    execFile(process.execPath, [script, "--project", project], (error, output, errors) =>
      resolve(error === null ? output : `${error.message}\n${output}${errors}`),
    );
  });
}

/** All templates in one module, as a generated package holds them. */
function concatenate(): string {
  const imports = /^import \{[^}]*\} from "\.\/[a-z\d-]+\.js";\n/gm;
  return files.map((file) => readFileSync(file, "utf8").replace(imports, "")).join("\n");
}

const folder = mkdtempSync(join(tmpdir(), "format-templates-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the templates", () => {
  it.concurrent.each(compilers)(
    "compile one by one with $compiler",
    async ({ compiler, compilerOptions }) => {
      expect(await compile(compiler, compilerOptions, files)).toBe("");
    },
  );

  // Two declarations of one name would not compile.
  it.concurrent.each(compilers)(
    "compile as one module with $compiler",
    async ({ compiler, compilerOptions }) => {
      const runtime = join(mkdtempSync(join(folder, "runtime-")), "runtime.mts");
      writeFileSync(runtime, concatenate());
      expect(await compile(compiler, compilerOptions, [runtime])).toBe("");
    },
  );

  it("have one file per format, which exports one function named for it", () => {
    const exported = Object.keys(formatFunctions).map((format) => {
      const text = readFileSync(join(templates, `${format}.ts`), "utf8");
      return [format, ...text.matchAll(/^export (.*) \{$/gm)].map((match) =>
        typeof match === "string" ? match : match[1],
      );
    });
    const expected = Object.entries(formatFunctions).map(([format, { name }]) => [
      format,
      `function ${name}(text: string): boolean`,
    ]);
    expect(exported).toEqual(expected);
  });

  it("name each function after its format", () => {
    const names = Object.entries(formatFunctions).map(([format, { name }]) => [format, name.toLowerCase()]);
    expect(names).toEqual(
      Object.keys(formatFunctions).map((format) => [format, `is${format.replaceAll("-", "")}format`]),
    );
  });

  it("hold nothing that a generated package may not have", () => {
    const offenders = files.filter((file) => /\bany\b|\beval\b|\bFunction\b|\brequire\b/.test(codeOf(file)));
    expect(offenders.map((file) => basename(file))).toEqual([]);
  });
});

function codeOf(file: string): string {
  return readFileSync(file, "utf8").replace(/\/\*\*[^]*?\*\/|^ *\/\/.*$/gm, "");
}
