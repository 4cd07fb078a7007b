import type { ExportDeclarationStructure, OptionalKind } from "ts-morph";
import type { Models } from "./context.js";
import type { Module } from "./module.js";
import { holdsTypes } from "./module.js";
import { nameTypeChecks, typeChecksModule } from "./type-checks-module.js";

const publicValues = ["ValidationError", "isValidationError"];
const publicTypes = ["ValidationIssue", "ValidationOptions", "ValidationResult"];

/** What the runtime gives to users, beside what the schema's own helpers take. */
export const publicRuntime: readonly string[] = [...publicValues, ...publicTypes];

/** `index`: everything public, by name where a module also holds what is not. */
export function printIndex(modules: readonly Module[], models: Models): Module {
  const exports: OptionalKind<ExportDeclarationStructure>[] = [];
  const hasValidators = modules.some(({ name }) => name === "validators");
  for (const { name } of modules) {
    if (name === "runtime") exports.push(...(hasValidators ? runtimeExports : []));
    else if (holdsTypes(name)) exports.push({ moduleSpecifier: name, isTypeOnly: true });
    else if (name === typeChecksModule) exports.push(checksExport(models));
    else if (name === "guards" && models.names.internals.size > 0) exports.push(guardExports(models));
    else exports.push({ moduleSpecifier: name });
  }
  return { name: "index", imports: [], exports, declarations: [] };
}

const runtimeExports: readonly OptionalKind<ExportDeclarationStructure>[] = [
  { moduleSpecifier: "runtime", namedExports: publicValues },
  { moduleSpecifier: "runtime", namedExports: publicTypes, isTypeOnly: true },
];

/** Its one name for all, so that the compiler of whoever imports anything comes to it. */
function checksExport(models: Models): OptionalKind<ExportDeclarationStructure> {
  return { moduleSpecifier: typeChecksModule, namedExports: [nameTypeChecks(models)], isTypeOnly: true };
}

function guardExports({ names, graph }: Models): OptionalKind<ExportDeclarationStructure> {
  const schemas = [...names.declarations].filter(([id, { role }]) => graph.nodes.has(id) || role === "known");
  const named = [...schemas.map(([, own]) => own), ...names.brands.values()];
  return { moduleSpecifier: "guards", namedExports: named.map(({ guard }) => guard) };
}
