import type { StatementStructures } from "ts-morph";
import type { RuntimeSet } from "../config/config.js";
import { printBrandGuards, printBrands } from "./brands.js";
import { typesModule } from "../names/names.js";
import { Constants } from "./constants.js";
import type { Models } from "./context.js";
import { declare } from "./declaration.js";
import { definitionsModule, printDefinitions } from "./definitions-module.js";
import { printEnums } from "./enums-module.js";
import { printGuards } from "./guards-module.js";
import { printIndex, publicRuntime, validatorRuntime } from "./index-module.js";
import type { Module } from "./module.js";
import { enumsModule, holdsTypes } from "./module.js";
import { findHomes, importExtensions, importsOf, startImports } from "./module-imports.js";
import { printKnownGuards } from "./known-guards.js";
import type { Part } from "./part.js";
import { keepUsed, listReferences, listTexts } from "./part.js";
import type { Printed } from "./print-declarations.js";
import { printDeclarations } from "./print-declarations.js";
import { printReading, readingModule } from "./reading-module.js";
import { Runtime } from "./runtime-module.js";
import { Scope } from "./scope.js";
import { printStandardSchemas, standardSchemaModule } from "./standard-schema-module.js";
import { listNames, listPrivateNames } from "./taken-names.js";
import { printTypeChecks, typeChecksModule } from "./type-checks-module.js";
import { printTypes } from "./types-module.js";
import { printExternalValidators } from "./external-validators.js";
import { printUnions } from "./union-module.js";
import { printValidators } from "./validators-module.js";

/** A part's name, whether it is wanted, and what prints it. */
type Printer = readonly [string, boolean, (scope: Scope) => readonly Printed[]];

/** What one run prints with: the templates, taken apart, shared by all that one run emits. */
export class Emitter {
  readonly #runtime = new Runtime();

  /** Every top-level name of the runtime. */
  get runtimeNames(): readonly string[] {
    return this.#runtime.names;
  }

  /** Its declarations: templates stand in the layout of Prettier's defaults. */
  get runtimeTexts(): ReadonlySet<string> {
    return this.#runtime.texts;
  }

  /** The modules of one output; one module called `index` where the layout is a single file. */
  emit(models: Models): readonly Module[] {
    return models.options.layout === "single-file" ? [this.#emitFile(models)] : this.#emitModules(models);
  }

  #emitModules(models: Models): Module[] {
    const taken = this.#listTaken(models);
    const parts = this.#printParts(models, () => new Constants(taken));
    const importTypes = startImports(models);
    const homes = findHomes(parts);
    const modules = parts.map((part): Module => ({
      name: part.name,
      imports: [...importExtensions([part], models.names), ...importsOf(part, homes)],
      externals: importTypes([part]),
      exports: [],
      declarations: listTexts(part),
    }));
    const declarations = this.#runtime.select(usesOf(parts), () => true);
    if (declarations.length > 0) modules.unshift({ name: "runtime", imports: [], exports: [], declarations });
    return [...modules, printIndex(modules, models)];
  }

  /** All parts share their constants, and only what is public keeps its `export`. */
  #emitFile(models: Models): Module {
    const constants = new Constants(this.#listTaken(models));
    const parts = this.#printParts(models, () => constants);
    const runtime = this.#runtime.select(usesOf(parts), (name) => publicRuntime.includes(name));
    const declarations = [...runtime, ...parts.flatMap(listTexts)];
    const imports = importExtensions(parts, models.names);
    return { name: "index", imports, externals: startImports(models)(parts), exports: [], declarations };
  }

  #listTaken({ names }: Models): ReadonlySet<string> {
    return new Set([...this.runtimeNames, ...listNames(names)]);
  }

  #printParts(models: Models, startConstants: () => Constants): Part[] {
    const wanted = withNeeded(models.options.runtime);
    const types = [...printTypes(models)].toSorted(([left], [right]) => (left < right ? -1 : 1));
    const brandsFor = (name: string): StatementStructures[] =>
      name === typesModule ? printBrands(models) : [];
    const printers: readonly Printer[] = [
      ...types.map(([name, statements]): Printer => [name, true, () => [...statements, ...brandsFor(name)]]),
      [enumsModule, true, () => printEnums(models)],
      [
        "guards",
        wanted.has("guards"),
        (scope) => [
          ...printGuards(models, scope),
          ...printKnownGuards(models, scope),
          ...printBrandGuards(models, scope),
        ],
      ],
      [
        "validators",
        wanted.has("validators"),
        (scope) => [
          ...printValidators(models, scope),
          ...(wanted.has("unions") ? printExternalValidators(models, scope) : []),
        ],
      ],
      ["unions", wanted.has("unions"), (scope) => printUnions(models, scope)],
      [definitionsModule, wanted.has("standard-schema"), (scope) => printDefinitions(models, scope)],
      [standardSchemaModule, wanted.has("standard-schema"), (scope) => printStandardSchemas(models, scope)],
      [readingModule, models.names.reading.size > 0, (scope) => printReading(models, scope)],
      [typeChecksModule, models.printed !== undefined, (scope) => printTypeChecks(models, scope)],
    ];
    const printed = printers
      .filter(([, isWanted]) => isWanted)
      .map(([name, , print]) => {
        const scope = new Scope(startConstants());
        return { name, scope, declarations: printDeclarations(print(scope)) };
      });
    const hidden = listPrivateNames(models.names);
    const isPublic = (name: string): boolean =>
      !hidden.has(name) && !printed.some(({ scope }) => scope.constants.isOwn(name));
    return keepUsed(withConstants(printed), isPublic).filter(({ declarations }) => declarations.length > 0);
  }
}

/** The sets that are asked for, and those that they call: guards, and of some the validators. */
function withNeeded(sets: readonly RuntimeSet[]): ReadonlySet<RuntimeSet> {
  const isValidating = sets.includes("standard-schema") || sets.includes("coercion");
  const called: readonly RuntimeSet[] = isValidating ? ["guards", "validators"] : ["guards"];
  return new Set(sets.length > 0 ? [...sets, ...called] : sets);
}

/** Constants that several parts share stand in the first of them. */
function withConstants(parts: readonly Omit<Part, "constants">[]): Part[] {
  const placed = new Set<Constants>();
  return parts.map((part) => {
    const { constants } = part.scope;
    const texts = placed.has(constants) ? [] : constants.declarations;
    placed.add(constants);
    return { ...part, constants: texts.map(declare) };
  });
}

/** What the runtime must give: what the parts ask for and still refer to, and what users of validators need. */
function usesOf(parts: readonly Part[]): ReadonlySet<string> {
  // A type asks for nothing of it; constants that all parts of a file share may stand before the types.
  const asking = parts.map((part) => (holdsTypes(part.name) ? { ...part, declarations: [] } : part));
  const referred = new Set(asking.flatMap((part) => [...listReferences(part)]));
  const asked = parts.flatMap(({ scope }) => [...(scope.imports.get("runtime")?.keys() ?? [])]);
  const hasValidators = parts.some(({ name }) => name === "validators");
  return new Set([...asked.filter((name) => referred.has(name)), ...(hasValidators ? validatorRuntime : [])]);
}
