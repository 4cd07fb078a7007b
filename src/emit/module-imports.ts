import type { ImportDeclarationStructure, OptionalKind } from "ts-morph";
import type { Names } from "../names/names.js";
import { extensionsModule } from "./module.js";
import type { Part } from "./part.js";
import { listReferences } from "./part.js";

/** The part's imports: values and types of each other module, by name; only what its text refers to in the end. */
export function importsOf(part: Part): OptionalKind<ImportDeclarationStructure>[] {
  const referred = listReferences(part);
  return [...part.scope.imports]
    .filter(([module]) => module !== part.name)
    .flatMap(([module, names]) =>
      importFrom(
        module,
        [...names].filter(([name]) => referred.has(name)),
      ),
    );
}

function importFrom(
  module: string,
  names: readonly (readonly [name: string, isType: boolean])[],
): OptionalKind<ImportDeclarationStructure>[] {
  const sorted = [...names].sort(([left], [right]) => (left < right ? -1 : 1));
  const types = sorted.filter(([, isType]) => isType).map(([name]) => name);
  const values = sorted.filter(([, isType]) => !isType).map(([name]) => name);
  return [
    ...(values.length > 0 ? [{ moduleSpecifier: module, namedImports: values }] : []),
    ...(types.length > 0 ? [{ moduleSpecifier: module, namedImports: types, isTypeOnly: true }] : []),
  ];
}

/** The import of the user's functions that the parts call, if they call any. */
export function importExtensions(
  parts: readonly Part[],
  { extensions }: Names,
): OptionalKind<ImportDeclarationStructure>[] {
  const referred = new Set(parts.flatMap((part) => [...listReferences(part)]));
  const namedImports = [...extensions]
    .filter(([, alias]) => referred.has(alias))
    .map(([name, alias]) => ({ name, alias }));
  return namedImports.length > 0 ? [{ moduleSpecifier: extensionsModule, namedImports }] : [];
}
