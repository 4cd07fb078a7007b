import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const templates = resolve("templates");
const folder = mkdtempSync(join(tmpdir(), "templates-"));
const files = readdirSync(templates, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);
const textOf = (file: string): string => readFileSync(join(templates, file), "utf8");

afterAll(() => rmSync(folder, { recursive: true }));

const strictest = {
  target: "ES2020",
  lib: ["ES2020"],
  types: [],
  module: "NodeNext",
  noEmit: true,
  declaration: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
};

/** What TypeScript 5.4 does not know yet. */
const newer = { isolatedDeclarations: true, erasableSyntaxOnly: true, noUncheckedSideEffectImports: true };

/** All templates as the generator joins them: one file, without the imports among them. */
function joinTemplates(): string {
  return files.map((file) => textOf(file).replace(/^import [^;]*;\n/gm, "")).join("\n");
}

function compile(compiler: string, options: object, sources: readonly string[]): Promise<string> {
  const project = join(folder, `${randomUUID()}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions: options, files: sources }));
  const compilerPath = resolve("node_modules", compiler, "bin/tsc");
  return new Promise((done) => {
    execFile(process.execPath, [compilerPath, "--project", project], (error, output) =>
      done(error ? output || error.message : ""),
    );
  });
}

const compilers = [
  ["typescript-5.4", strictest],
  ["typescript-5.9", { ...strictest, ...newer }],
  ["typescript-6.0", { ...strictest, ...newer }],
  ["typescript", { ...strictest, ...newer }],
] as const;

describe.each(compilers)("%s", (compiler, options) => {
  const joined = join(folder, `${compiler}.mts`);
  writeFileSync(joined, joinTemplates());
  const samples = readdirSync(resolve("test/templates/samples")).map((file) =>
    resolve("test/templates/samples", file),
  );
  const sources = [...files.map((file) => join(templates, file)), joined];

  it.each([true, false])(
    "compiles each template and all in one file; exactOptionalPropertyTypes: %s",
    async (exact) => {
      expect(await compile(compiler, { ...options, exactOptionalPropertyTypes: exact }, sources)).toBe("");
    },
  );

  it("compiles the generated code that calls them", async () => {
    expect(await compile(compiler, options, samples)).toBe("");
  });
});

it.each([
  ["a name that two templates declare", "function nearestName(): void {}", "TS2393"],
  ["a name that only browsers and Node have", "new URL('a:');", "TS2304"],
  ["what came after ES2020", "'a'.at(0);", "TS2550"],
  ["an export without a type", "export const list = [];", "TS9017"],
  ["syntax that cannot be erased", "enum Kind {}", "TS1294"],
])("would notice %s", async (_, mistake, code) => {
  const broken = join(folder, `${randomUUID()}.mts`);
  writeFileSync(broken, `${joinTemplates()}\n${mistake}\n`);
  expect(await compile("typescript", { ...strictest, ...newer }, [broken])).toContain(code);
});

it("gives no name to two declarations, since interfaces would merge unnoticed", () => {
  const declaration = /^(?:export )?(?:abstract )?(?:class|const|function|interface|let|type) (\w+)/gm;
  const names = files.flatMap((file) => Array.from(textOf(file).matchAll(declaration), ([, name]) => name));
  expect(names.length).toBeGreaterThan(files.length);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

it.each(files)("%s imports templates only, without renaming, and explains each export", (file) => {
  const text = textOf(file);
  for (const [statement] of text.matchAll(/^import [^;]*;/gm)) {
    expect(statement).toMatch(/^import (type )?\{[^}]*\} from "\.\.?\/[a-z0-9/-]+\.js";$/);
    expect(statement).not.toMatch(/ as /);
  }
  for (const [, before] of text.matchAll(/^(.*)\nexport /gm)) expect(before).toMatch(/\*\/$/);
  expect(text).not.toMatch(/export default|\bany\b(?=[;,)>\]])|\beval\(|\bFunction\(/);
});
