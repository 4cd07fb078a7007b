import type { ImportDeclarationStructure, ExportDeclarationStructure, OptionalKind } from "ts-morph";
import { typesModule } from "../names/names.js";

export function holdsTypes(module: string): boolean {
  return module === typesModule || module.startsWith(`${typesModule}/`);
}

/** The module of enums that are constants as well as types. */
export const enumsModule = "enums";

/** The module of the user's that imports name like one of ours, wherever it is. */
export const extensionsModule = "extensions";

/**
 * A TypeScript module that is not text yet: an import is a value, so that each form of the output (sources, ESM, CommonJS) writes
 * its own specifiers.
 */
export interface Module {
  /** The file's path without extension: `guards`, `types/components/recipient`. */
  readonly name: string;
  /** `moduleSpecifier` is the name of another module, wherever this one is: without `./` and extension. */
  readonly imports: readonly OptionalKind<ImportDeclarationStructure>[];
  /** Imports of types from modules that are none of ours; their specifiers stand as they are. */
  readonly externals?: readonly OptionalKind<ImportDeclarationStructure>[];
  /** Re-exports, likewise. */
  readonly exports: readonly OptionalKind<ExportDeclarationStructure>[];
  /** Top-level declarations as text, each with its documentation, in order. */
  readonly declarations: readonly string[];
}
