import { isDeepStrictEqual } from "node:util";
import { noCache } from "../cache/run-cache.js";
import { findConfigFile } from "../config/load-config.js";
import { type Diagnostic, hasErrors } from "../diagnostic.js";
import type { FileChange } from "../watch/fingerprints.js";
import { isWithin, type WatchedPaths } from "../watch/path-watcher.js";
import { traceImports } from "../watch/trace-imports.js";
import type { CommandFlags } from "./command-flags.js";
import { searchOf, selectInputs } from "./select-inputs.js";
import type { Selection } from "./selection.js";
import { showPlace } from "./show-path.js";
import { listFolders, matchAgain, type WatchedInput, watchInput, withSources } from "./watched-input.js";

/** What came of reading the config: which inputs are new or other than before, and the folders of those that are gone. */
export interface Reload {
  readonly diagnostics: readonly Diagnostic[];
  readonly selections: readonly Selection[];
  readonly removed: readonly string[];
}

/** Which inputs changes touch, and all changes: also of files that globs match since, or no longer. */
export interface Touch {
  readonly selections: readonly Selection[];
  readonly changes: readonly FileChange[];
}

/** The inputs that the command line asks for, and all that they and the config are made from. */
export class WatchedInputs {
  readonly #schemas: readonly string[];
  readonly #flags: CommandFlags;
  readonly #cwd: string;
  /** By output folder. */
  #inputs: ReadonlyMap<string, WatchedInput> = new Map();
  #configFiles: readonly string[] = [];

  constructor(schemas: readonly string[], flags: CommandFlags, cwd: string) {
    this.#schemas = schemas;
    this.#flags = flags;
    this.#cwd = cwd;
  }

  /** Whether there is a config file, right or wrong, that may change what there is to do. */
  get hasConfig(): boolean {
    return this.#configFiles.length > 0;
  }

  /** Reads the config. Where it has errors, the inputs stay as they are. */
  async load(isReload: boolean): Promise<Reload> {
    await this.#traceConfig();
    const selected = await selectInputs(this.#schemas, this.#flags, this.#cwd, noCache, isReload);
    const diagnostics = selected.diagnostics.map((each) => showPlace(each, this.#cwd, this.#cwd));
    if (hasErrors(diagnostics)) return { diagnostics, selections: [], removed: [] };
    const before = this.#inputs;
    const inputs = await Promise.all(selected.value.map((selection) => this.#keepInput(selection)));
    this.#inputs = new Map(inputs.map((input) => [input.selection.input.output, input]));
    const isNew = (input: WatchedInput) => before.get(input.selection.input.output) !== input;
    return {
      diagnostics,
      selections: inputs.filter(isNew).map(({ selection }) => selection),
      removed: [...before.keys()].filter((output) => !this.#inputs.has(output)),
    };
  }

  isOfConfig(path: string): boolean {
    return this.#configFiles.includes(path);
  }

  noteSources({ input }: Selection, sources: readonly string[]): void {
    const known = this.#inputs.get(input.output);
    if (known) this.#replace(withSources(known, sources));
  }

  /** What known files' changes touch, and what has happened in folders of globs where `paths` lie in them. */
  async touch(paths: ReadonlySet<string>, known: readonly FileChange[]): Promise<Touch> {
    const changes = new Map(known.map((change) => [change.path, change]));
    const selections: Selection[] = [];
    for (const input of this.#inputs.values()) {
      const moves = await this.#match(input, paths);
      for (const move of moves) if (!changes.has(move.path)) changes.set(move.path, move);
      if (moves.length > 0 || input.sources.some((source) => changes.has(source)))
        selections.push(input.selection);
    }
    return { selections, changes: [...changes.values()] };
  }

  listPaths(): WatchedPaths {
    const inputs = [...this.#inputs.values()];
    const files = [...this.#configFiles, ...inputs.flatMap(({ sources }) => sources)];
    return { files: [...new Set(files)], folders: [...new Set(inputs.flatMap(listFolders))] };
  }

  /** A config that is gone may come back to where it was. */
  async #traceConfig(): Promise<void> {
    const file = await findConfigFile(searchOf(this.#flags, this.#cwd));
    if (file !== undefined) this.#configFiles = await traceImports(file);
  }

  async #keepInput(selection: Selection): Promise<WatchedInput> {
    const known = this.#inputs.get(selection.input.output);
    return known && isDeepStrictEqual(known.selection, selection) ? known : watchInput(selection);
  }

  /** Which files the input's globs match that they did not, or the reverse. */
  async #match(input: WatchedInput, paths: ReadonlySet<string>): Promise<readonly FileChange[]> {
    const folders = listFolders(input);
    const isConcerned = [...paths].some((path) => folders.some((folder) => isWithin(path, folder)));
    if (!isConcerned) return [];
    const matched = await matchAgain(input);
    this.#replace(matched);
    const [before, after] = [new Set(input.matches), new Set(matched.matches)];
    const added = matched.matches.filter((path) => !before.has(path));
    const removed = input.matches.filter((path) => !after.has(path));
    return [
      ...added.map((path) => ({ path, kind: "added" as const })),
      ...removed.map((path) => ({ path, kind: "removed" as const })),
    ];
  }

  #replace(input: WatchedInput): void {
    this.#inputs = new Map(this.#inputs).set(input.selection.input.output, input);
  }
}
