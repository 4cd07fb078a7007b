import { type ExportDeclarationStructure, Node, type OptionalKind, type SourceFile } from "ts-morph";
import type { Module } from "./module.js";

/** What a module exports, and whether that is a type alone. */
export type Exported = ReadonlyMap<string, { readonly isType: boolean }>;

export function listExported(file: SourceFile): Exported {
  const exported = [...file.getExportedDeclarations()];
  return new Map(exported.map(([name, declarations]) => [name, { isType: declarations.every(isTypeAlone) }]));
}

/** The index with what was added to another module, where it does not export all of that anyway. */
export function exportAdded(index: Module, module: string, added: Exported): Module {
  const stars = index.exports.filter((each) => each.moduleSpecifier === module && !each.namedExports);
  const isCovered = (isType: boolean): boolean => stars.some((star) => !star.isTypeOnly || isType);
  const wanted = [...added].filter(([, { isType }]) => !isCovered(isType));
  const exports = [false, true].flatMap((isTypeOnly): OptionalKind<ExportDeclarationStructure>[] => {
    const namedExports = wanted.filter(([, { isType }]) => isType === isTypeOnly).map(([name]) => name);
    return namedExports.length === 0 ? [] : [{ moduleSpecifier: module, namedExports, isTypeOnly }];
  });
  return { ...index, exports: [...index.exports, ...exports] };
}

function isTypeAlone(node: Node): boolean {
  return Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node);
}
