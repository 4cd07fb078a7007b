import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FormattedTexts } from "../format/formatted-texts.js";
import { runFolder } from "../write/output-path.js";
import { digestOf } from "../digest.js";
import { areFactsTrue } from "./facts.js";
import type { ReadConfig, Search } from "./observe-config.js";
import type { Generated } from "./observe-input.js";
import { Present } from "./present.js";
import { type Command, type InputRecord, type RunRecord, type Selected, writeRecord } from "./record.js";
import { keyOf } from "./selected-key.js";

/** What a run asks first, so that it does again only what has changed, and tells what it has done. */
export interface RunCache {
  /** What this command line selects; undefined where the config has to be read. */
  findSelection(): Promise<readonly Selected[] | undefined>;
  /** How the input was generated, where nothing that it was made from and nothing that came of it has changed since. */
  findInput(selected: Selected): Promise<InputRecord | undefined>;
  /** What formatting has given for the texts of this output. */
  openTexts(output: string): Promise<FormattedTexts | undefined>;
  /** The command line selects this, by the config that was read. */
  keepSelection(list: readonly Selected[], found: ReadConfig | undefined, search: Search): Promise<void>;
  /** This was generated, and is on the disk. */
  keepInput(selected: Selected, generated: Generated): Promise<void>;
  /** Writes what was kept, if anything was. */
  save(selections: readonly Selected[]): Promise<void>;
}

/** For runs that keep nothing. */
export const noCache: RunCache = {
  findSelection: () => Promise.resolve(undefined),
  findInput: () => Promise.resolve(undefined),
  openTexts: () => Promise.resolve(undefined),
  keepSelection: () => Promise.resolve(),
  keepInput: () => Promise.resolve(),
  save: () => Promise.resolve(),
};

/** Where the record of one command line lies, and what it was when the run began. */
export interface RecordFile {
  readonly path: string;
  readonly command: Command;
  readonly record: RunRecord | undefined;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export function createRunCache(file: RecordFile): RunCache {
  return new KeptRuns(file);
}

class KeptRuns implements RunCache {
  readonly #file: RecordFile;
  readonly #startedAt = Date.now();
  readonly #inputs: Map<string, InputRecord>;
  #selection: RunRecord["selection"];
  #present: Present;
  #isChanged = false;
  /** What the config wishes: nothing is taken from the last run, nor kept. */
  #isRefused = false;

  constructor(file: RecordFile) {
    this.#file = file;
    this.#inputs = new Map(Object.entries(file.record?.inputs ?? {}));
    this.#selection = file.record?.selection ?? null;
    this.#present = new Present(file.variables);
  }

  async findSelection(): Promise<readonly Selected[] | undefined> {
    const { list, facts } = this.#selection ?? {};
    return facts && (await areFactsTrue(facts, this.#present)) ? list : undefined;
  }

  async findInput(selected: Selected): Promise<InputRecord | undefined> {
    const known = this.#isRefused ? undefined : this.#inputs.get(keyOf(selected) ?? "");
    if (!known || !isOutputSame(known, this.#present)) return undefined;
    return (await areFactsTrue(known.facts, this.#present)) ? known : undefined;
  }

  async openTexts(output: string): Promise<FormattedTexts | undefined> {
    if (this.#isRefused) return undefined;
    const { openKeptTexts } = await import("./kept-texts.js");
    const { digestTools } = await import("./tools.js");
    const path = join(dirname(this.#file.path), `texts-${digestOf(output)}.json`);
    return openKeptTexts(path, digestTools(this.#present));
  }

  async keepSelection(
    list: readonly Selected[],
    found: ReadConfig | undefined,
    search: Search,
  ): Promise<void> {
    this.#isRefused = found?.config.cache === false;
    const { observeConfig } = await import("./observe-config.js");
    const facts = await observeConfig(found, search, this.#observation);
    const isJson = list.every((selected) => keyOf(selected) !== undefined);
    // What code imports is asked of the config itself in each run.
    const isWhole = found?.config.imports === undefined;
    this.#selection = facts && isJson && isWhole ? { facts, list } : null;
    this.#isChanged = true;
  }

  async keepInput(selected: Selected, generated: Generated): Promise<void> {
    // What was written may be what another input is made from.
    this.#present = new Present(this.#file.variables);
    const key = keyOf(selected);
    if (key === undefined || this.#isRefused) return;
    const { observeInput } = await import("./observe-input.js");
    const record = await observeInput(selected, generated, this.#observation);
    if (record) this.#inputs.set(key, record);
    else this.#inputs.delete(key);
    this.#isChanged = true;
  }

  async save(selections: readonly Selected[]): Promise<void> {
    if (!this.#isChanged || this.#isRefused) return;
    const { digestTools } = await import("./tools.js");
    const { pruneFolder } = await import("./prune-folder.js");
    const keys = new Set(selections.map(keyOf));
    const left = [...this.#inputs].filter(([key]) => keys.has(key));
    const { path, command } = this.#file;
    const tools = digestTools(new Present(this.#file.variables));
    const record: RunRecord = {
      tools,
      command,
      selection: this.#selection,
      inputs: Object.fromEntries(left),
    };
    writeRecord(path, record);
    pruneFolder(dirname(path));
  }

  get #observation() {
    return { startedAt: this.#startedAt, present: this.#present };
  }
}

function isOutputSame({ output, files }: InputRecord, present: Present): boolean {
  const isUnfinished = existsSync(join(output, runFolder));
  return (
    !isUnfinished &&
    Object.entries(files).every(([path, digest]) => present.digestFile(join(output, path)) === digest)
  );
}
