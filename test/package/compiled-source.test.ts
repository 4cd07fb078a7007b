import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import type { Module } from "../../src/emit/module.js";
import { declarationSource, scriptSource } from "../../src/package/compiled-source.js";
import { printModule } from "../../src/package/print-module.js";

const form = { file: ".ts", specifier: ".js" };

const module: Module = {
  name: "sample",
  imports: [
    { moduleSpecifier: "types", namedImports: ["A"], isTypeOnly: true },
    { moduleSpecifier: "guards", namedImports: ["isA"] },
  ],
  exports: [],
  declarations: [
    "const codes = [1];\nconst names = ['a'];",
    "/** One. */\nexport interface One { readonly a: A }",
    "/** Two. */\nexport type Two = { readonly b: 'x' };",
    "export type Three = (typeof names)[number] | Hidden;",
    "type Hidden = 0;",
    "declare enum Unknown { any = '' }",
    "/** Calls. */\nexport function call(a: { b: 1 }): a is { b: 1 } & One;\n/** Calls too. */\nexport function call(a: { b: 1 }): boolean {\n  const c = { d: `${codes[0]}` };\n  return isA(a) && c.d !== '';\n}",
    "export async function wait(): Promise<Two> {\n  return { b: 'x' };\n}",
    "/** All. */\nexport class All {\n  /** Is. */\n  readonly is: Unknown | undefined;\n}",
  ],
};

const whole = printModule(module, form, "").pieces.join("\n\n");

describe.each([
  ["ESM", ts.ModuleKind.ESNext],
  ["CommonJS", ts.ModuleKind.CommonJS],
])("as %s", (_, kind) => {
  const compile = (source: string): string =>
    ts.transpileModule(source, { compilerOptions: { module: kind, removeComments: true } }).outputText;

  it("what is compiled without types is what is compiled with them", () => {
    expect(compile(scriptSource(module, form))).toBe(compile(whole));
    const types = { ...module, declarations: module.declarations.slice(1, 3) };
    expect(compile(scriptSource(types, form))).toBe(
      compile(printModule(types, form, "").pieces.join("\n\n")),
    );
  });
});

it("scripts keep comments, but no documentation", () => {
  const declarations = [
    "/** A. */\nexport const a: A = /* @__PURE__ */ isA();",
    "// B.\nexport const b = 1;",
  ];
  const source = scriptSource({ ...module, declarations }, form);
  expect(source).toContain("/* @__PURE__ */");
  expect(source).toContain("// B.");
  expect(source).not.toContain("/**");
});

it("what is declared without bodies is what is declared with them, but for types that stand for themselves", () => {
  const declare = (source: string): string =>
    ts.transpileDeclaration(source, { compilerOptions: { removeComments: true } }).outputText;
  const typed = (text: string): string =>
    text.replace(/export type Two = [^;]*;\s*\};/, "export type Two = 0;");
  expect(declare(declarationSource(module, form))).toBe(typed(declare(whole)));
});
