import { posix } from "node:path";
import { type ImportDeclarationStructure, type OptionalKind, Project, type SourceFile, ts } from "ts-morph";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostic.js";
import { exportAdded, type Exported, listExported } from "./export-added.js";
import { listStatements } from "./list-statements.js";
import type { Module } from "./module.js";

/** The modules with what a hook does to each, as the compiler reads it. */
export function editModules(
  modules: readonly Module[],
  statements: (file: SourceFile) => unknown,
  isPackage: boolean,
): Outcome<readonly Module[]> {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const names = new Set(modules.map(({ name }) => name));
  const diagnostics: Diagnostic[] = [];
  const added = new Map<string, Exported>();
  const read = modules.map((module) => {
    const path = `${module.name}.ts`;
    const before = module.declarations.join("\n\n");
    const file = project.createSourceFile(`/${path}`, before);
    const known = listExported(file);
    const problem = callStatements(statements, file) ?? (isPackage ? findUntyped(file) : undefined);
    if (problem !== undefined) diagnostics.push(refuse(path, problem));
    if (problem !== undefined || file.getFullText() === before) return module;
    added.set(module.name, new Map([...listExported(file)].filter(([name]) => !known.has(name))));
    return readModule(module, file, names);
  });
  const value = read.map((module) => (module.name === "index" ? exportAll(module, added) : module));
  return { value, diagnostics };
}

function exportAll(index: Module, added: ReadonlyMap<string, Exported>): Module {
  const others = [...added].filter(([name]) => name !== index.name);
  return others.reduce((exporting, [name, exported]) => exportAdded(exporting, name, exported), index);
}

/** What keeps the file from being printed, as a clause. */
function callStatements(statements: (file: SourceFile) => unknown, file: SourceFile): string | undefined {
  try {
    const returned = statements(file);
    if (returned instanceof Promise) return "returned a promise, and is not waited for";
    const [first] = file.getProject().getProgram().getSyntacticDiagnostics(file);
    return first && `left what does not parse: ${flatten(first.compilerObject.messageText)}`;
  } catch (error) {
    return `threw: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The declarations of a package are made of each file by itself, so that all that it exports must say its type. */
function findUntyped(file: SourceFile): string | undefined {
  const options = { compilerOptions: { target: ts.ScriptTarget.ES2020 }, reportDiagnostics: true };
  const [first] = ts.transpileDeclaration(file.getFullText(), options).diagnostics ?? [];
  return first && `left what a package has no declarations of: ${flatten(first.messageText)}`;
}

function flatten(message: string | ts.DiagnosticMessageChain): string {
  return ts.flattenDiagnosticMessageText(message, " ");
}

function refuse(path: string, problem: string): Diagnostic {
  const message = `The hook \`statements\`, for ${path}, ${problem.replace(/\.$/, "")}.`;
  return diagnose("hook-failed", message, "Correct the hook in the config.");
}

/** Imports that were added are those of modules of the output, by their relative paths, and of others as they stand. */
function readModule(module: Module, file: SourceFile, names: ReadonlySet<string>): Module {
  const added = file.getImportDeclarations().map((each) => each.getStructure());
  const own: OptionalKind<ImportDeclarationStructure>[] = [];
  const externals: OptionalKind<ImportDeclarationStructure>[] = [];
  for (const each of added) {
    const name = nameOfModule(module.name, each.moduleSpecifier);
    if (names.has(name)) own.push({ ...each, moduleSpecifier: name });
    else externals.push(each);
  }
  for (const each of file.getImportDeclarations()) each.remove();
  return {
    ...module,
    imports: [...module.imports, ...own],
    externals: [...(module.externals ?? []), ...externals],
    declarations: listStatements(file),
  };
}

/** `./types.js` in `guards` → `types`. */
function nameOfModule(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return "";
  return posix.join(posix.dirname(from), specifier).replace(/\.[jt]s$/, "");
}
