import { ts } from "ts-morph";
import type { Module } from "../emit/module.js";
import type { PrintedFile } from "../file.js";
import { invariant } from "../invariant.js";
import { declarationSource, listTypes, scriptSource } from "./compiled-source.js";
import type { ScriptForm } from "./package-context.js";
import type { ModuleForm } from "./print-module.js";
import type { Statement } from "./split-statements.js";
import { groupStatements, splitStatements } from "./split-statements.js";

/**
 * A module as ESM and as CommonJS, each with declarations of its own kind: `.js` and `.d.ts`, `.cjs` and `.d.cts`. The
 * JavaScript runs on ES2020; documentation stands in the declarations alone. `extensions` is as in ModuleForm.
 */
export function compileModule(
  module: Module,
  banner: string,
  forms: readonly ScriptForm[] = ["esm", "commonjs"],
  extensions?: string,
): PrintedFile[] {
  const declarations = compileDeclarations(module);
  const scripts = compileScripts(module, banner, forms, extensions);
  return [
    ...scripts.slice(0, 1),
    {
      path: `${module.name}.d.ts`,
      pieces: join(banner, groupStatements(declarations)),
      language: "typescript",
    },
    ...scripts.slice(1),
    {
      path: `${module.name}.d.cts`,
      pieces: join(banner, groupStatements(declarations.map(toCommonJs))),
      language: "typescript",
    },
  ];
}

const targets = {
  esm: { extension: ".js", kind: ts.ModuleKind.ESNext },
  commonjs: { extension: ".cjs", kind: ts.ModuleKind.CommonJS },
} as const satisfies Record<ScriptForm, object>;

/** The JavaScript alone, in each of the forms. */
export function compileScripts(
  module: Module,
  banner: string,
  forms: readonly ScriptForm[],
  extensions?: string,
): PrintedFile[] {
  return forms.map((form) => {
    const { extension, kind } = targets[form];
    return {
      path: `${module.name}${extension}`,
      ...compileScript(module, { file: ".ts", specifier: extension, extensions }, kind, banner),
    };
  });
}

function compileScript(
  module: Module,
  form: ModuleForm,
  kind: ts.ModuleKind,
  banner: string,
): Omit<PrintedFile, "path"> {
  const source = scriptSource(module, form);
  const options = { target: ts.ScriptTarget.ES2020, module: kind };
  const compiled = compile(ts.transpileModule, module, source, options);
  return { pieces: join(banner, groupStatements(splitStatements(compiled))), language: "none" };
}

/** Of the ESM form. Types stand there as in the source, whose layout the compiler does not keep. */
function compileDeclarations(module: Module): Statement[] {
  const source = declarationSource(module, { file: ".ts", specifier: ".js" });
  const texts = listTypes(module);
  const compiled = compile(ts.transpileDeclaration, module, source, { target: ts.ScriptTarget.ES2020 });
  return splitStatements(withoutDeclare(compiled)).map((statement) =>
    statement.kind === "type"
      ? { ...statement, text: texts.get(statement.name) ?? statement.text }
      : statement,
  );
}

/** In a declaration file what is exported is declared anyway, and compilers look ahead at each modifier. */
function withoutDeclare(declarations: string): string {
  return declarations.replaceAll(/^export declare (?=(?:const|function|class) )/gm, "export ");
}

function toCommonJs(statement: Statement): Statement {
  if (statement.kind !== "link") return statement;
  // What stands elsewhere, in a package, keeps its name.
  return { ...statement, text: statement.text.replace(/(["']\.{1,2}\/[\w./-]+)\.js(["'];?)$/, "$1.cjs$2") };
}

function compile(
  transpile: typeof ts.transpileModule,
  { name }: Module,
  source: string,
  compilerOptions: ts.CompilerOptions,
): string {
  const { outputText, diagnostics = [] } = transpile(source, {
    compilerOptions,
    fileName: `${name}.ts`,
    reportDiagnostics: true,
  });
  const problems = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  invariant(problems.length === 0, `the module ${name} does not compile: ${problems.join("; ")}`);
  return outputText;
}

function join(banner: string, pieces: readonly string[]): string[] {
  return [banner, ...pieces].filter((piece) => piece !== "");
}
