import type { ImportDeclarationStructure, OptionalKind } from "ts-morph";
import type { Names } from "../names/names.js";
import { importKey, typesModule } from "../names/names.js";
import type { Annotations } from "../schema/schema-graph.js";
import type { Models } from "./context.js";
import { enumsModule, extensionsModule, holdsTypes } from "./module.js";
import type { Part } from "./part.js";
import { listReferences } from "./part.js";

/** The module of each declared type, by its name. */
export function findHomes(parts: readonly Part[]): ReadonlyMap<string, string> {
  const types = parts.filter(({ name }) => holdsTypes(name) || name === enumsModule);
  return new Map(types.flatMap((part) => part.declarations.map(({ name }) => [name, part.name] as const)));
}

/** The part's imports: values and types of each other module, by name; only what its text refers to in the end. */
export function importsOf(
  part: Part,
  homes: ReadonlyMap<string, string>,
): OptionalKind<ImportDeclarationStructure>[] {
  const isAlone = holdsTypes(part.name) && [...homes.values()].every((home) => home === part.name);
  if (isAlone) return [];
  const own = new Set(part.declarations.map(({ name }) => name));
  const referred = new Set([...listReferences(part)].filter((name) => !own.has(name)));
  const asked = holdsTypes(part.name)
    ? typesOf(referred, homes)
    : [...part.scope.imports].flatMap(([module, names]) =>
        module === typesModule ? typesOf(names.keys(), homes) : [[module, names] as const],
      );
  return asked.flatMap(([module, names]) =>
    importFrom(
      module,
      [...names].filter(([name]) => referred.has(name)),
    ),
  );
}

/** Those of the names that are types, by the module that declares them. */
function typesOf(
  names: Iterable<string>,
  homes: ReadonlyMap<string, string>,
): (readonly [module: string, names: ReadonlyMap<string, true>])[] {
  const byModule = new Map<string, Map<string, true>>();
  for (const name of names) {
    const home = homes.get(name);
    if (home === undefined) continue;
    const others = byModule.get(home) ?? new Map<string, true>();
    byModule.set(home, others.set(name, true));
  }
  return [...byModule].sort(([left], [right]) => (left < right ? -1 : 1));
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
  if (extensions.size === 0) return [];
  const referred = new Set(parts.flatMap((part) => [...listReferences(part)]));
  const namedImports = [...extensions]
    .filter(([, alias]) => referred.has(alias))
    .map(([name, alias]) => ({ name, alias }));
  return namedImports.length > 0 ? [{ moduleSpecifier: extensionsModule, namedImports }] : [];
}

type TypeImport = NonNullable<Annotations["typescriptType"]>;

/** Finds the types of other modules that schemas name, and gives the imports of those that parts name. */
export function startImports({
  graph,
  names,
}: Models): (parts: readonly Part[]) => OptionalKind<ImportDeclarationStructure>[] {
  const types = new Map<string, TypeImport>();
  for (const { annotations } of graph.nodes.values()) {
    const type = annotations.typescriptType;
    if (type) types.set(importKey(type), type);
  }
  return types.size === 0 ? () => [] : (parts) => importTypes(types, parts, names);
}

function importTypes(
  types: ReadonlyMap<string, TypeImport>,
  parts: readonly Part[],
  names: Names,
): OptionalKind<ImportDeclarationStructure>[] {
  const referred = new Set(parts.flatMap((part) => [...listReferences(part)]));
  const byModule = new Map<string, { name: string; alias?: string }[]>();
  for (const [key, { module, name }] of types) {
    const local = names.imports.get(key) ?? name;
    if (!referred.has(local)) continue;
    const named = byModule.get(module) ?? [];
    named.push(local === name ? { name } : { name, alias: local });
    byModule.set(module, named);
  }
  return [...byModule].map(([moduleSpecifier, namedImports]) => ({
    moduleSpecifier,
    namedImports,
    isTypeOnly: true,
  }));
}
