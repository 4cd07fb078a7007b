import { posix } from "node:path";
import { Project, StructureKind } from "ts-morph";
import type { Module } from "../emit/module.js";
import { extensionsModule } from "../emit/module.js";
import type { PrintedFile } from "../file.js";

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
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const print = (statements: NonNullable<Parameters<Project["createSourceFile"]>[1]>): string =>
    project.createSourceFile("/links.ts", statements, { overwrite: true }).getFullText().trim();
  const withSpecifier = (name: string): string => specifierOf(from, name, form);
  return [
    print({
      statements: [
        ...externals,
        ...imports.map((structure) => ({
          ...structure,
          moduleSpecifier: withSpecifier(structure.moduleSpecifier),
        })),
      ].map((structure) => ({ ...structure, kind: StructureKind.ImportDeclaration })),
    }),
    print({
      statements: exports.map(({ moduleSpecifier, ...structure }) => ({
        ...structure,
        kind: StructureKind.ExportDeclaration,
        ...(moduleSpecifier === undefined ? {} : { moduleSpecifier: withSpecifier(moduleSpecifier) }),
      })),
    }),
  ];
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
