import { posix } from "node:path";
import type {
  ExportDeclarationStructure,
  ImportAttributeStructure,
  ImportDeclarationStructure,
  OptionalKind,
} from "ts-morph";
import type { Module } from "../emit/module.js";
import { extensionsModule } from "../emit/module.js";
import type { PrintedFile } from "../file.js";
import { invariant } from "../invariant.js";

/** How one form of the output names modules: the end of each file's name, and of each specifier. */
export interface ModuleForm {
  /** `.ts` */
  readonly file: string;
  /** `.js`, or empty. */
  readonly specifier: string;
  /** What names the module of the user's, where that is not one of the output. */
  readonly extensions?: string | undefined;
}

/** A module as a source file: the banner, imports, exports and declarations, each a piece. */
export function printModule(module: Module, form: ModuleForm, banner: string): PrintedFile {
  const pieces = [banner, ...printLinks(module, form), ...module.declarations];
  return {
    path: `${module.name}${form.file}`,
    pieces: pieces.filter((piece) => piece.trim() !== ""),
    language: "typescript",
  };
}

/** Imports and re-exports as text, with the form's specifiers. */
export function printLinks(
  { name: from, imports, externals = [], exports }: Module,
  form: ModuleForm,
): string[] {
  const nameModule = (name: string): string => specifierOf(from, name, form);
  return [
    [
      ...externals.map((each) => printImport(each, each.moduleSpecifier)),
      ...imports.map((each) => printImport(each, nameModule(each.moduleSpecifier))),
    ].join("\n"),
    exports
      .map((each) =>
        printExport(each, each.moduleSpecifier === undefined ? undefined : nameModule(each.moduleSpecifier)),
      )
      .join("\n"),
  ];
}

function printImport(
  {
    isTypeOnly,
    defaultImport,
    namespaceImport,
    namedImports,
    attributes,
  }: OptionalKind<ImportDeclarationStructure>,
  specifier: string,
): string {
  const named = printNames(namedImports);
  const imported = [defaultImport, namespaceImport && `* as ${namespaceImport}`, named].filter(Boolean);
  const from = imported.length === 0 ? "" : `${imported.join(", ")} from `;
  return `import ${isTypeOnly ? "type " : ""}${from}${JSON.stringify(specifier)}${printAttributes(attributes)};`;
}

function printExport(
  { isTypeOnly, namedExports, namespaceExport }: OptionalKind<ExportDeclarationStructure>,
  specifier: string | undefined,
): string {
  const all = namespaceExport === undefined ? "*" : `* as ${namespaceExport}`;
  const named = printNames(namedExports) || (specifier === undefined ? "{ }" : all);
  const from = specifier === undefined ? "" : ` from ${JSON.stringify(specifier)}`;
  return `export ${isTypeOnly ? "type " : ""}${named}${from};`;
}

/** Names within braces; nothing where there are none. */
function printNames(
  names: ImportDeclarationStructure["namedImports"] | ExportDeclarationStructure["namedExports"] = [],
): string {
  invariant(Array.isArray(names), "imported and exported names are a list");
  const printed = names.map((each) => {
    invariant(typeof each !== "function", "an imported or exported name is no function");
    if (typeof each === "string") return each;
    const alias = each.alias === undefined ? "" : ` as ${each.alias}`;
    return `${each.isTypeOnly ? "type " : ""}${each.name}${alias}`;
  });
  return printed.length === 0 ? "" : `{ ${printed.join(", ")} }`;
}

function printAttributes(attributes: readonly OptionalKind<ImportAttributeStructure>[] = []): string {
  if (attributes.length === 0) return "";
  const printed = attributes.map(({ name, value }) => `${name}: ${JSON.stringify(value)}`);
  return ` with { ${printed.join(", ")} }`;
}

/** What the module `from` calls another: `./types.js`, `../types/pet.js`. */
function specifierOf(from: string, name: string, { specifier, extensions }: ModuleForm): string {
  const other = name === extensionsModule ? extensions : undefined;
  // A package has the same name everywhere.
  if (other !== undefined && !other.startsWith(".")) return other;
  const path = other ?? `${name}${specifier}`;
  // By folders: without an ending, a module is called like the folder that may stand beside it.
  const folder = posix.relative(posix.dirname(from), posix.dirname(path));
  return `${folder.startsWith("..") ? "" : "./"}${posix.join(folder, posix.basename(path))}`;
}
