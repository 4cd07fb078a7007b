import type { ExportDeclarationStructure, OptionalKind } from "ts-morph";
import type { Models } from "./context.js";
import { definitionsModule } from "./definitions-module.js";
import type { Module } from "./module.js";
import { holdsTypes } from "./module.js";
import { standardSchemaModule } from "./standard-schema-module.js";
import { nameTypeChecks, typeChecksModule } from "./type-checks-module.js";

const publicValues = ["ValidationError", "isValidationError"];
const standardSchemaType = "StandardSchema";
const publicTypes = ["ValidationIssue", "ValidationOptions", "ValidationResult"];

/** What the runtime gives to users of validators, beside what the schema's own helpers take. */
export const validatorRuntime: readonly string[] = [...publicValues, ...publicTypes];

/** All that it gives to users, where it is there. */
export const publicRuntime: readonly string[] = [...validatorRuntime, standardSchemaType];

/** `index`: everything public, by name where a module also holds what is not. */
export function printIndex(modules: readonly Module[], models: Models): Module {
  const exports: OptionalKind<ExportDeclarationStructure>[] = [];
  const hasValidators = modules.some(({ name }) => name === "validators");
  for (const { name } of modules) {
    if (name === "runtime") exports.push(...(hasValidators ? runtimeExports(modules) : []));
    else if (name === definitionsModule) continue;
    else if (holdsTypes(name)) exports.push({ moduleSpecifier: name, isTypeOnly: true });
    else if (name === typeChecksModule) exports.push(checksExport(models));
    else if (name === "guards" && models.names.internals.size > 0) exports.push(guardExports(models));
    else exports.push({ moduleSpecifier: name });
  }
  return { name: "index", imports: [], exports, declarations: [] };
}

function runtimeExports(modules: readonly Module[]): OptionalKind<ExportDeclarationStructure>[] {
  const isStandard = modules.some(({ name }) => name === standardSchemaModule);
  const types = isStandard ? [standardSchemaType, ...publicTypes] : publicTypes;
  return [
    { moduleSpecifier: "runtime", namedExports: publicValues },
    { moduleSpecifier: "runtime", namedExports: types, isTypeOnly: true },
  ];
}

/** Its one name for all, so that the compiler of whoever imports anything comes to it. */
function checksExport(models: Models): OptionalKind<ExportDeclarationStructure> {
  return { moduleSpecifier: typeChecksModule, namedExports: [nameTypeChecks(models)], isTypeOnly: true };
}

function guardExports({ names, graph }: Models): OptionalKind<ExportDeclarationStructure> {
  const schemas = [...names.declarations].filter(([id, { role }]) => graph.nodes.has(id) || role === "known");
  const named = [...schemas.map(([, own]) => own), ...names.brands.values()];
  return { moduleSpecifier: "guards", namedExports: named.map(({ guard }) => guard) };
}
