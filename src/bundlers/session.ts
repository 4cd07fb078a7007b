import type { Input } from "../config/config.js";
import { resolveConfig } from "../config/resolve-config.js";
import { type Diagnostic, DiagnosticError, hasErrors } from "../diagnostic.js";
import { generate } from "../generate.js";
import type { Change } from "../write/change.js";
import { write } from "../write/write.js";
import type { Problem } from "./describe-problems.js";
import { takeFingerprint } from "./fingerprint.js";
import { generateModule } from "./generate-module.js";
import type { PluginOptions } from "./plugin-options.js";
import { type PluginConfig, readConfig } from "./read-config.js";
import type { SchemaImport } from "./schema-import.js";

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

/** An input as it was last generated. */
interface Made {
  readonly sources: readonly string[];
  readonly fingerprint: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly Change[];
}

/** One bundler's work: what was read and generated, so that only what changed is done again. */
export class Session {
  readonly #options: PluginOptions;
  readonly #root: string;
  readonly #made = new Map<Input, Made>();
  #config: PluginConfig | undefined;
  #configPrint = "";
  #last: Promise<unknown> = Promise.resolve();

  /** `root`: the folder that the bundler works in. */
  constructor(options: PluginOptions, root: string) {
    this.#options = options;
    this.#root = root;
  }

  /** Generates and writes the inputs that have changed since the last look. One look after the other. */
  refresh(): Promise<Standing> {
    const next = this.#last.then(() => this.#refresh());
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** What an import of a schema gives. */
  async importSchema(imported: SchemaImport): Promise<Imported> {
    const { config, root } = await this.#readConfig();
    const { source, sources, diagnostics } = await generateModule(imported, config, root);
    return { source, sources, problems: diagnostics.map((diagnostic) => ({ diagnostic, root })) };
  }

  async #refresh(): Promise<Standing> {
    const { config, root, file, diagnostics } = await this.#readConfig();
    const all: Made[] = [];
    const changes: Change[] = [];
    for (const input of config.inputs) {
      const known = this.#made.get(input);
      const isFresh = known && known.fingerprint === (await fingerprintOf(input, root, known.sources));
      const made = isFresh ? known : await makeInput(input, root);
      if (!isFresh) changes.push(...made.changes.filter(({ kind }) => kind !== "same"));
      this.#made.set(input, made);
      all.push(made);
    }
    const said = [...diagnostics, ...all.flatMap((made) => made.diagnostics)];
    const watched = new Set([
      ...(file === undefined ? [] : [file]),
      ...all.flatMap(({ sources }) => sources),
    ]);
    const problems = said.map((diagnostic) => ({ diagnostic, root }));
    return { watched: [...watched].filter((source) => !/^https?:/i.test(source)), problems, changes };
  }

  /** A config that changed has new inputs, so nothing that was made of the old ones is taken for fresh. */
  async #readConfig(): Promise<PluginConfig> {
    const print = async (): Promise<string> =>
      takeFingerprint(this.#config?.file ? [this.#config.file] : [], noGlobs);
    if (this.#config && this.#configPrint === (await print())) return this.#config;
    this.#config = await readConfig(this.#options, this.#root);
    this.#configPrint = await print();
    this.#made.clear();
    return this.#config;
  }
}

const noGlobs = { schema: "", documents: [] };

async function fingerprintOf(
  input: Input,
  root: string,
  sources: readonly string[],
  readAt?: number,
): Promise<string> {
  const prints = resolveConfig({ inputs: [input] }, root).map((each) =>
    takeFingerprint(sources, each, readAt),
  );
  return (await Promise.all(prints)).join("\n");
}

async function makeInput(input: Input, root: string): Promise<Made> {
  const readAt = Date.now();
  const { files, diagnostics, sources } = await generate({ inputs: [input], root });
  const fingerprint = await fingerprintOf(input, root, sources, readAt);
  if (hasErrors(diagnostics)) return { sources, fingerprint, diagnostics, changes: [] };
  try {
    const changes = await write({ files, diagnostics });
    return { sources, fingerprint, diagnostics, changes };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    // No source need change for the next look to try again.
    return { sources, fingerprint: "", diagnostics: error.diagnostics, changes: [] };
  }
}
