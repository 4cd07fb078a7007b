import { noPlan, planChecks } from "./checks/plan-checks.js";
import { reportUnknownFormats } from "./checks/unknown-formats.js";
import type { Config, ResolvedInput } from "./config/config.js";
import { listExports, readingSets } from "./config/config.js";
import { resolveConfig } from "./config/resolve-config.js";
import type { Diagnostic, Outcome } from "./diagnostic.js";
import { hasErrors, summarizeNotes } from "./diagnostic.js";
import type { Models } from "./emit/context.js";
import { addStatements } from "./emit/add-statements.js";
import { Emitter } from "./emit/emit.js";
import { printWithEngine } from "./engine/engine.js";
import { proveFacts } from "./facts/prove-facts.js";
import type { GeneratedFile } from "./file.js";
import type { FormatOptions } from "./format/format.js";
import { formatFiles } from "./format/format.js";
import type { FormattedTexts } from "./format/formatted-texts.js";
import { runHooks } from "./hooks/hooks.js";
import { Linker } from "./link/link.js";
import type { Documents, Surroundings } from "./load/documents.js";
import { listSources } from "./load/list-sources.js";
import { load } from "./load/load.js";
import { locate } from "./load/locate.js";
import { readExtensionFile } from "./load/read-extension-file.js";
import { readLicenseFile } from "./load/read-license-file.js";
import { readSurroundings } from "./load/surroundings.js";
import { checkConfiguredNames, giveNames } from "./names/give-names.js";
import { nameModules } from "./names/name-modules.js";
import { keyByDocument } from "./names/published-key.js";
import { checkExtensions } from "./package/check-extensions.js";
import { addDeclarationMaps } from "./package/declaration-maps.js";
import { checkTypeImports } from "./package/dependencies.js";
import { describeInputs } from "./package/describe-inputs.js";
import { publishSchema } from "./package/schema-document.js";
import { packageFiles } from "./package/package.js";
import type { ScriptForm } from "./package/package-context.js";
import { lower } from "./schema/schema.js";
import { projectTypes } from "./types/project-types.js";
import { followAliases, listStems, matchUnionOptions } from "./unions/configured-unions.js";
import { findDecisions } from "./unions/decisions.js";
import { findUnions } from "./unions/find-unions.js";

/** What was generated, and what there is to say of it. The files of an input that has an error are left out. */
export interface Result {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What it was made from: absolute paths of files, and URLs; also those that could not be read. */
  readonly sources: readonly string[];
}

/** Reads the inputs and generates their outputs, without writing. Relative paths start from `config.root`. */
export function generate(config: Config): Promise<Result> {
  return generateWith(config, undefined);
}

/** The same, with the formatted texts of the last run, which takes less time and gives the same. */
export function generateWith(config: Config, texts: FormattedTexts | undefined): Promise<Result> {
  return generateAll(config, texts, ["esm", "commonjs"]);
}

/** What a comparison reads of packages: their JavaScript in the given forms alone, which takes most of the time. */
export function generateToCompare(config: Config, scripts: readonly ScriptForm[]): Promise<Result> {
  return generateAll(config, undefined, scripts);
}

async function generateAll(
  config: Config,
  texts: FormattedTexts | undefined,
  scripts: readonly ScriptForm[],
): Promise<Result> {
  const emitter = new Emitter();
  const shared = { emitter, formatted: { texts, laidOut: emitter.runtimeTexts }, scripts };
  const results: Result[] = [];
  for (const input of resolveConfig(config, ".")) results.push(await generateInput(input, shared));
  return {
    files: results.flatMap(({ files }) => files),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
    sources: [...new Set(results.flatMap(({ sources }) => sources))].sort(),
  };
}

/** What all inputs of a run share. */
interface Shared {
  readonly emitter: Emitter;
  /** What is formatted already. */
  readonly formatted: Pick<FormatOptions, "texts" | "laidOut">;
  /** The forms of JavaScript that packages have. */
  readonly scripts: readonly ScriptForm[];
}

/** The pipeline, a line per stage. It ends after the first stage that reports an error. */
async function generateInput(given: ResolvedInput, { emitter, formatted, scripts }: Shared): Promise<Result> {
  const run = new Run(given);
  const surroundings = run.take(await readSurroundings(given));
  const extensions = run.take(await readExtensionFile(given));
  run.report(await checkExtensions(given, extensions));
  const license = run.take(await readLicenseFile(given));
  const linker = new Linker(given);
  const read = run.take(await load(given, (known) => linker.findMissing(known)));
  if (run.hasFailed) return run.finish(read);
  const { documents, names: asked } = run.take(runHooks(read, given, (each) => linker.link(each).value));
  const input = { ...given, names: asked };
  if (run.hasFailed) return run.finish(documents);
  const linked = run.take(linker.link(documents));
  if (run.hasFailed) return run.finish(documents);
  const graph = run.take(lower(linked, input));
  if (run.hasFailed) return run.finish(documents);
  run.report(checkTypeImports(input, graph));
  const facts = run.take(proveFacts(graph));
  const configured = run.take(matchUnionOptions(graph, input.unions, input.name));
  if (run.hasFailed) return run.finish(documents);
  const unions = run.take(findUnions(graph, facts, configured));
  const types = run.take(projectTypes(graph, facts, unions, input));
  const isChecked = input.runtime.length > 0;
  const checks = isChecked ? planChecks(graph, facts, findDecisions(graph, facts, unions)) : noPlan;
  run.report(reportUnknownFormats(graph));
  const names = run.take(
    giveNames(graph, facts, unions, {
      ...nameOptions(input, surroundings, documents, emitter),
      brands: [...types.brands.keys()],
      stems: listStems(followAliases(graph, facts, configured)),
    }),
  );
  run.report(checkConfiguredNames(input.names));
  if (run.hasFailed) return run.finish(documents);
  const published = publishSchema(input, graph, names);
  const homes = nameModules(documents);
  const models: Models = { graph, facts, unions, types, checks, names, homes, published, options: input };
  const printed = run.take(await printWithEngine(models));
  const modules = run.take(await addStatements(emitter.emit({ ...models, printed }), input));
  if (run.hasFailed) return run.finish(documents);
  const takenIn = input.package ? extensions : undefined;
  const made = { documents: describeInputs(documents, takenIn), extensions: takenIn, license };
  const context = { input, graph, names, unions, published, scripts, ...made };
  const files = await packageFiles(modules, context);
  const texts = await formatFiles(files, input.output, { ...input, ...surroundings, ...formatted });
  return run.finish(documents, await addDeclarationMaps(texts, context));
}

function nameOptions(
  input: ResolvedInput,
  surroundings: Surroundings,
  documents: Documents,
  emitter: Emitter,
): Parameters<typeof giveNames>[3] {
  return {
    name: input.name,
    names: input.names,
    published: surroundings.publishedNames,
    keyOf: keyByDocument(documents.roots[0]?.uri ?? ""),
    runtime: emitter.runtimeNames,
    enums: input.enums,
    extensions: listExports(input.extensions),
    reading: readingSets.some((set) => input.runtime.includes(set)),
    byTitle: input.types === "json-schema-to-typescript",
  };
}

/** Gathers what the stages of one input report. */
class Run {
  readonly #input: ResolvedInput;
  readonly #diagnostics: Diagnostic[] = [];

  constructor(input: ResolvedInput) {
    this.#input = input;
  }

  get hasFailed(): boolean {
    return hasErrors(this.#diagnostics);
  }

  take<T>({ value, diagnostics }: Outcome<T>): T {
    this.report(diagnostics);
    return value;
  }

  report(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.push(...diagnostics);
  }

  finish(documents: Documents, files: readonly GeneratedFile[] = []): Result {
    return {
      files,
      diagnostics: locate(documents, summarizeNotes(this.#diagnostics)),
      sources: listSources(documents, this.#input),
    };
  }
}
