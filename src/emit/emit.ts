import type {
  ExportDeclarationStructure,
  ImportDeclarationStructure,
  OptionalKind,
  StatementStructures,
} from "ts-morph";
import { Project } from "ts-morph";
import { Constants } from "./constants.js";
import type { Models } from "./context.js";
import { printGuards } from "./guards-module.js";
import type { Module } from "./module.js";
import { printDeclarations } from "./print-declarations.js";
import { Runtime } from "./runtime-module.js";
import { Scope } from "./scope.js";
import { joinModules } from "./single-file.js";
import { printTypes } from "./types-module.js";
import { printUnion } from "./union-module.js";
import { printValidators } from "./validators-module.js";

/** What the runtime gives to users, beside what the schema's own helpers take. */
const publicRuntime = {
  types: ["ValidationIssue", "ValidationOptions", "ValidationResult"],
  values: ["ValidationError", "isValidationError"],
} as const;

/** A session of printing: the compiler's project and the parsed templates, shared by all that one run emits. */
export class Emitter {
  readonly #project = new Project({ useInMemoryFileSystem: true });
  readonly #runtime = new Runtime();

  /** Every top-level name of the runtime. */
  get runtimeNames(): readonly string[] {
    return this.#runtime.names;
  }

  /** The modules of one output; one module called `index` where the layout is a single file. */
  emit(models: Models): readonly Module[] {
    if (models.options.layout === "modules") {
      const modules = this.#printAll(models, () => new Scope());
      return [...modules, printIndex(modules, models)];
    }
    const constants = new Constants();
    const modules = this.#printAll(models, () => new Scope(constants), "apart");
    const shared = { name: "constants", imports: [], exports: [], declarations: constants.declarations };
    return [joinModules([shared, ...modules], internalNames(models))];
  }

  /** `constants`: whether they stand in the module that uses them, or are for the caller to place. */
  #printAll(models: Models, startScope: () => Scope, constants: "within" | "apart" = "within"): Module[] {
    const { runtime } = models.options;
    const unions = [...models.unions.values()];
    const printers: readonly (readonly [
      string,
      boolean,
      (scope: Scope) => readonly StatementStructures[],
    ])[] = [
      ["types", true, () => printTypes(models)],
      ["guards", runtime.includes("guards"), (scope) => printGuards(models, scope)],
      ["validators", runtime.includes("validators"), (scope) => printValidators(models, scope)],
      [
        "unions",
        runtime.includes("unions") && unions.length > 0,
        (scope) => unions.flatMap((union) => printUnion(models, scope, union)),
      ],
    ];
    const modules = printers
      .filter(([, isWanted]) => isWanted)
      .map(([name, , print]) => this.#print(name, startScope(), print, constants));
    const used = new Set(modules.flatMap(({ imports }) => imports.flatMap(namesFromRuntime)));
    if (runtime.includes("validators")) for (const name of publicRuntime.values) used.add(name);
    const declarations = this.#runtime.select(used);
    return declarations.length > 0
      ? [{ name: "runtime", imports: [], exports: [], declarations }, ...modules]
      : modules;
  }

  #print(
    name: string,
    scope: Scope,
    print: (scope: Scope) => readonly StatementStructures[],
    constants: "within" | "apart",
  ): Module {
    const declarations = printDeclarations(this.#project, name, print(scope));
    const imports = [...scope.imports].filter(([module]) => module !== name);
    return {
      name,
      imports: imports.flatMap(([module, names]) => importFrom(module, names)),
      exports: [],
      declarations:
        constants === "within" ? [...scope.constants.declarations, ...declarations] : declarations,
    };
  }
}

function importFrom(
  module: string,
  names: ReadonlyMap<string, boolean>,
): OptionalKind<ImportDeclarationStructure>[] {
  const sorted = [...names].sort(([left], [right]) => (left < right ? -1 : 1));
  const types = sorted.filter(([, isType]) => isType).map(([name]) => name);
  const values = sorted.filter(([, isType]) => !isType).map(([name]) => name);
  return [
    ...(values.length > 0 ? [{ moduleSpecifier: module, namedImports: values }] : []),
    ...(types.length > 0 ? [{ moduleSpecifier: module, namedImports: types, isTypeOnly: true }] : []),
  ];
}

function namesFromRuntime({
  moduleSpecifier,
  namedImports,
}: OptionalKind<ImportDeclarationStructure>): string[] {
  return moduleSpecifier === "runtime" && Array.isArray(namedImports) ? namedImports.map(String) : [];
}

/** Functions that other modules call and users do not. */
function internalNames({ names }: Models): ReadonlySet<string> {
  return new Set([...names.internals.values()].map(({ guard }) => guard));
}

/** `index`: everything public, by name where a module also holds what is not. */
function printIndex(modules: readonly Module[], models: Models): Module {
  const exports: OptionalKind<ExportDeclarationStructure>[] = [];
  for (const { name } of modules) {
    if (name === "runtime") exports.push(...runtimeExports(models));
    else if (name === "types") exports.push({ moduleSpecifier: name, isTypeOnly: true });
    else if (name === "guards" && models.names.internals.size > 0) exports.push(guardExports(models));
    else exports.push({ moduleSpecifier: name });
  }
  return { name: "index", imports: [], exports, declarations: [] };
}

function runtimeExports({ options }: Models): OptionalKind<ExportDeclarationStructure>[] {
  if (!options.runtime.includes("validators")) return [];
  return [
    { moduleSpecifier: "runtime", namedExports: [...publicRuntime.values] },
    { moduleSpecifier: "runtime", namedExports: [...publicRuntime.types], isTypeOnly: true },
  ];
}

function guardExports({ names, graph }: Models): OptionalKind<ExportDeclarationStructure> {
  const schemas = [...names.declarations].filter(([id]) => graph.nodes.has(id));
  return { moduleSpecifier: "guards", namedExports: schemas.map(([, { guard }]) => guard) };
}
