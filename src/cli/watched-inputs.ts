import { isDeepStrictEqual } from "node:util";
import { noCache } from "../cache/run-cache.js";
import { findConfigFile } from "../config/load-config.js";
import { type Diagnostic, hasErrors } from "../diagnostic.js";
import type { FileChange } from "../watch/fingerprints.js";
import type { WatchedPaths } from "../watch/path-watcher.js";
import type { CommandFlags } from "./command-flags.js";
import { searchOf, selectInputs } from "./select-inputs.js";
import type { Chosen, Selection } from "./selection.js";
import { showPlace } from "./show-path.js";
import { listConfigFiles, listModules, noConfig, withNamed } from "./watched-config.js";
import { findMoves, listFolders } from "./watched-globs.js";
import { type WatchedInput, watchInput, withSources } from "./watched-input.js";

/** What came of reading the config: which inputs are new or other than before, and the folders of those that are gone. */
export interface Reload {
  readonly diagnostics: readonly Diagnostic[];
  readonly selections: readonly Selection[];
  readonly removed: readonly string[];
  /** What the config says of schemas that code imports. */
  readonly imports: Chosen["imports"];
}

/** Which inputs changes touch, and all changes: also of files that globs match since, or no longer. */
export interface Touch {
  readonly selections: readonly Selection[];
  /** Whether the config has to be read again. */
  readonly isConfig: boolean;
  readonly changes: readonly FileChange[];
}

/** The inputs that the command line asks for, and all that they and the config are made from. */
export class WatchedInputs {
  readonly #schemas: readonly string[];
  readonly #flags: CommandFlags;
  readonly #cwd: string;
  /** By output folder. */
  #inputs: ReadonlyMap<string, WatchedInput> = new Map();
  #config = noConfig;

  constructor(schemas: readonly string[], flags: CommandFlags, cwd: string) {
    this.#schemas = schemas;
    this.#flags = flags;
    this.#cwd = cwd;
  }

  /** Whether there is a config file, right or wrong, that may change what there is to do. */
  get hasConfig(): boolean {
    return this.#config.modules.length > 0;
  }

  /** Reads the config. Where it has errors, the inputs stay as they are. */
  async load(isReload: boolean): Promise<Reload> {
    // One that is gone may come back to where it was.
    const file = await findConfigFile(searchOf(this.#flags, this.#cwd));
    if (file !== undefined) this.#config = { ...this.#config, modules: listModules(file) };
    const selected = await selectInputs(this.#schemas, this.#flags, this.#cwd, noCache, isReload);
    const diagnostics = selected.diagnostics.map((each) => showPlace(each, this.#cwd, this.#cwd));
    if (hasErrors(diagnostics)) return { diagnostics, selections: [], removed: [], imports: undefined };
    this.#config = await withNamed(this.#config, selected.value.loaded);
    const before = this.#inputs;
    const inputs = await Promise.all(
      selected.value.selections.map((selection) => this.#keepInput(selection)),
    );
    this.#inputs = new Map(inputs.map((input) => [input.selection.input.output, input]));
    const isNew = (input: WatchedInput) => before.get(input.selection.input.output) !== input;
    return {
      diagnostics,
      selections: inputs.filter(isNew).map(({ selection }) => selection),
      removed: [...before.keys()].filter((output) => !this.#inputs.has(output)),
      imports: selected.value.imports,
    };
  }

  noteSources({ input }: Selection, sources: readonly string[]): void {
    const known = this.#inputs.get(input.output);
    if (known) this.#replace(withSources(known, sources));
  }

  /** What known files' changes touch, and what has happened in folders of globs where `paths` lie in them. */
  async touch(paths: ReadonlySet<string>, known: readonly FileChange[]): Promise<Touch> {
    const changes = new Map(known.map((change) => [change.path, change]));
    const add = (moves: readonly FileChange[]): void => {
      for (const move of moves) if (!changes.has(move.path)) changes.set(move.path, move);
    };
    const config = await findMoves(this.#config, paths);
    add(config.moves);
    const isConfig = [...listConfigFiles(this.#config), ...config.after.matches].some((path) =>
      changes.has(path),
    );
    this.#config = { ...this.#config, ...config.after };
    const selections: Selection[] = [];
    for (const input of this.#inputs.values()) {
      const { after, moves } = await findMoves(input, paths);
      if (after !== input) this.#replace({ ...input, ...after });
      add(moves);
      if (moves.length > 0 || input.sources.some((source) => changes.has(source)))
        selections.push(input.selection);
    }
    return { selections, isConfig, changes: [...changes.values()] };
  }

  listPaths(): WatchedPaths {
    const inputs = [...this.#inputs.values()];
    const files = [...listConfigFiles(this.#config), ...inputs.flatMap(({ sources }) => sources)];
    const folders = [this.#config, ...inputs].flatMap(listFolders);
    return { files: [...new Set(files)], folders: [...new Set(folders)] };
  }

  async #keepInput(selection: Selection): Promise<WatchedInput> {
    const known = this.#inputs.get(selection.input.output);
    return known && isDeepStrictEqual(known.selection, selection) ? known : watchInput(selection);
  }

  #replace(input: WatchedInput): void {
    this.#inputs = new Map(this.#inputs).set(input.selection.input.output, input);
  }
}
