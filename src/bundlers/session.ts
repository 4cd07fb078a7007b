import type { ImportOptions, Input } from "../config/config.js";
import { arePrintsTrue, type Prints, takePrints, waitForClock } from "../watch/fingerprints.js";
import type { Change } from "../write/change.js";
import { declareImports, writeDeclarations } from "./declare-imports.js";
import type { Problem } from "./describe-problems.js";
import { type GeneratedModule, generateModule } from "./generate-module.js";
import { catchRefusal, isFresh, type Made, type MadeInput, makeInput } from "./make-input.js";
import type { PluginOptions } from "./plugin-options.js";
import { type PluginConfig, readConfig } from "./read-config.js";
import { formatImportId, type SchemaImport } from "./schema-import.js";

/** Where all inputs stand after a look at their sources. */
export interface Standing {
  /** What to watch: the config and all that inputs are made from, also what is missing. */
  readonly watched: readonly string[];
  /** What there is to say of every input, also of those that nothing was done for. */
  readonly problems: readonly Problem[];
  /** What was written by this look. */
  readonly changes: readonly Change[];
}

/** What an import of a schema gives; `source` is TypeScript, and undefined beside errors. */
export interface Imported {
  readonly source: string | undefined;
  readonly sources: readonly string[];
  readonly problems: readonly Problem[];
}

/** One bundler's work: what was read and generated, so that only what changed is done again. */
export class Session {
  readonly #options: PluginOptions;
  readonly #root: string;
  readonly #inputs = new Map<Input, MadeInput>();
  readonly #modules = new Map<string, { readonly module: GeneratedModule; readonly prints: Prints }>();
  #config: PluginConfig | undefined;
  #configPrints: Prints = new Map();
  #last: Promise<unknown> = Promise.resolve();

  /** `root`: the folder that the bundler works in. */
  constructor(options: PluginOptions, root: string) {
    this.#options = options;
    this.#root = root;
  }

  /** Generates and writes what has changed since the last look. One look after the other. */
  refresh(): Promise<Standing> {
    const next = this.#last.then(() => this.#refresh());
    this.#last = next.catch(() => undefined);
    return next;
  }

  async importSchema(imported: SchemaImport): Promise<Imported> {
    await waitForClock();
    const isNew = !this.#modules.has(formatImportId(imported));
    const { source, sources, diagnostics } = await this.#generate(imported);
    const { config, root } = await this.#readConfig();
    // By code that has come since the last look.
    if (isNew && config.imports) await this.refresh();
    return { source, sources, problems: diagnostics.map((diagnostic) => ({ diagnostic, root })) };
  }

  async #refresh(): Promise<Standing> {
    // Bundlers come within milliseconds of a change, and more than once for each.
    await waitForClock();
    const { config, root, file, diagnostics } = await this.#readConfig();
    const all: Made[] = [{ sources: file === undefined ? [] : [file], diagnostics, changes: [] }];
    for (const input of config.inputs) all.push(await this.#makeInput(input, root));
    if (config.imports) all.push(await this.#declare(config.imports, root));
    const sources = new Set(all.flatMap((made) => made.sources));
    return {
      watched: [...sources].filter((source) => !/^https?:/i.test(source)),
      problems: all.flatMap((made) => made.diagnostics).map((diagnostic) => ({ diagnostic, root })),
      changes: all.flatMap(({ changes }) => changes),
    };
  }

  async #makeInput(input: Input, root: string): Promise<Made> {
    const known = this.#inputs.get(input);
    if (known && (await isFresh(known, input, root))) return { ...known, changes: [] };
    const made = await makeInput(input, root);
    this.#inputs.set(input, made);
    return made;
  }

  /** What code imports is looked for anew each time, since any code may have changed. */
  async #declare(imports: ImportOptions, root: string): Promise<Made> {
    const declarations = await declareImports(imports, root, (imported) => this.#generate(imported));
    const { sources, diagnostics, text } = declarations;
    if (text === undefined) return { sources, diagnostics, changes: [] };
    const { changes, refused } = await catchRefusal(async () => [await writeDeclarations(declarations)]);
    return { sources, diagnostics: [...diagnostics, ...refused], changes };
  }

  /** The module of an import, from memory where nothing has changed that it was made from. */
  async #generate(imported: SchemaImport): Promise<GeneratedModule> {
    const { config, root } = await this.#readConfig();
    const id = formatImportId(imported);
    const known = this.#modules.get(id);
    if (known && (await arePrintsTrue(known.prints))) return known.module;
    const readAt = Date.now();
    const module = await generateModule(imported, config, root);
    this.#modules.set(id, { module, prints: await takePrints(module.sources, readAt) });
    return module;
  }

  /** A config that changed has new inputs, so nothing that was made of the old ones is taken for fresh. */
  async #readConfig(): Promise<PluginConfig> {
    if (this.#config && (await arePrintsTrue(this.#configPrints))) return this.#config;
    const readAt = Date.now();
    this.#config = await readConfig(this.#options, this.#root);
    const { file } = this.#config;
    this.#configPrints = await takePrints(file === undefined ? [] : [file], readAt);
    this.#inputs.clear();
    this.#modules.clear();
    return this.#config;
  }
}
