import { diagnose, type Diagnostic, hasErrors } from "../diagnostic.js";
import { EventQueue } from "../watch/event-queue.js";
import { Fingerprints } from "../watch/fingerprints.js";
import { PathWatcher } from "../watch/path-watcher.js";
import type { CommandFlags } from "./command-flags.js";
import { generateInputs, summarizeVerdicts } from "./generate.js";
import { createReporter, type Reporter } from "./reporter.js";
import type { Verdict } from "./run-command.js";
import type { Selection } from "./selection.js";
import { describeChanges } from "./show-changes.js";
import { countOf, showDuration } from "./show-number.js";
import { showPath } from "./show-path.js";
import type { Streams } from "./streams.js";
import { visitImports } from "./visit-imports.js";
import { type Reload, WatchedInputs } from "./watched-inputs.js";

/**
 * `schemist watch`: generates, and then again what a change touches, one run after the other, until it is asked to end. Returns
 * the exit code.
 */
export async function runWatch(
  schemas: readonly string[],
  flags: CommandFlags,
  streams: Streams,
): Promise<number> {
  const watch = new Watch(schemas, flags, { ...streams, isContinuous: true });
  try {
    return await watch.run();
  } finally {
    await watch.close();
  }
}

class Watch {
  readonly #flags: CommandFlags;
  readonly #streams: Streams;
  readonly #inputs: WatchedInputs;
  readonly #prints = new Fingerprints();
  readonly #queue = new EventQueue();
  readonly #watcher: PathWatcher;
  #hasFailed = false;

  constructor(schemas: readonly string[], flags: CommandFlags, streams: Streams) {
    this.#flags = flags;
    this.#streams = streams;
    this.#inputs = new WatchedInputs(schemas, flags, streams.cwd);
    this.#watcher = new PathWatcher({
      onEvent: (path) => this.#queue.push(path),
      onError: (error) => this.#fail(error),
    });
  }

  async run(): Promise<number> {
    // A run that has begun when this comes is finished first.
    void this.#streams.untilStopped?.().then(() => this.#queue.close());
    if (!(await this.#begin())) return 2;
    await this.#watcher.waitUntilReady();
    await this.#sayWatching();
    for (let paths = await this.#queue.next(); paths; paths = await this.#queue.next()) {
      await this.#respond(paths);
    }
    return this.#hasFailed ? 2 : 0;
  }

  close(): Promise<void> {
    return this.#watcher.close();
  }

  /** Generates all inputs. False where nothing that is watched could change what is wrong. */
  #begin(): Promise<boolean> {
    return this.#report(async (reporter) => {
      const [startedAt, readAt] = [performance.now(), Date.now()];
      const { diagnostics, selections, imports } = await this.#inputs.load(false);
      reporter.add(diagnostics);
      if (hasErrors(diagnostics) && !this.#inputs.hasConfig) return false;
      const verdicts = await this.#generate(selections, reporter);
      await visitImports(imports, { check: false, reporter, streams: this.#streams });
      reporter.say(`${summarizeVerdicts(verdicts)} (${showDuration(startedAt)})`);
      await this.#follow(readAt);
      return true;
    });
  }

  /** Something has happened to the paths: generates what they touch, if they are not what they were. */
  async #respond(paths: ReadonlySet<string>): Promise<void> {
    const [startedAt, readAt] = [performance.now(), Date.now()];
    const found = await this.#prints.findChanges(paths);
    const { selections, isConfig, changes } = await this.#inputs.touch(paths, found);
    if (selections.length === 0 && !isConfig) return;
    await this.#report(async (reporter) => {
      const reload = isConfig ? await this.#inputs.load(true) : undefined;
      reporter.add(reload?.diagnostics ?? []);
      const verdicts = await this.#generate(mergeSelections(selections, reload), reporter);
      await visitImports(reload?.imports, { check: false, reporter, streams: this.#streams });
      for (const output of reload?.removed ?? []) {
        reporter.say(`${showPath(output, this.#streams.cwd)}: no longer an input; its files are left`);
      }
      const outcome = describeOutcome(verdicts, reload);
      const head = describeChanges(changes, this.#streams.cwd);
      reporter.say(`${head}: ${outcome} (${showDuration(startedAt)})`);
      await this.#follow(readAt);
    });
  }

  #generate(selections: readonly Selection[], reporter: Reporter): Promise<readonly Verdict[]> {
    const noteSources = (selection: Selection, sources: readonly string[]) =>
      this.#inputs.noteSources(selection, sources);
    return generateInputs(selections, { check: false, reporter, streams: this.#streams, noteSources });
  }

  /** Watches what is known now. What was changed while it was being read is read again. */
  async #follow(readAt: number): Promise<void> {
    const paths = this.#inputs.listPaths();
    this.#watcher.watch(paths);
    for (const path of await this.#prints.learn(paths.files, readAt)) this.#queue.push(path);
  }

  async #report<T>(work: (reporter: Reporter) => Promise<T>): Promise<T> {
    const reporter = await createReporter(this.#flags, this.#streams);
    try {
      return await work(reporter);
    } finally {
      reporter.close();
    }
  }

  async #sayWatching(): Promise<void> {
    const { files, folders } = this.#inputs.listPaths();
    const inFolders = folders.length === 0 ? "" : ` and ${countOf(folders.length, "folder")}`;
    // A reporter that is not closed has nothing to tell to programs.
    const reporter = await createReporter(this.#flags, this.#streams);
    reporter.say(`Watching ${countOf(files.length, "file")}${inFolders} for changes.`);
  }

  #fail(error: Error): void {
    this.#hasFailed = true;
    this.#queue.close();
    void this.#report(async (reporter) => reporter.add([describeFailure(error)]));
  }
}

/** What a change of the config makes of an input counts, and not what it was before. */
function mergeSelections(touched: readonly Selection[], reload: Reload | undefined): readonly Selection[] {
  const { selections = [], removed = [] } = reload ?? {};
  const outdated = new Set([...removed, ...selections.map(({ input }) => input.output)]);
  return [...touched.filter(({ input }) => !outdated.has(input.output)), ...selections];
}

function describeOutcome(verdicts: readonly Verdict[], reload: Reload | undefined): string {
  if (reload && hasErrors(reload.diagnostics)) {
    const others = verdicts.length === 0 ? "" : `; ${summarizeVerdicts(verdicts)}`;
    return `the config has errors, and the inputs stay as they were${others}`;
  }
  return verdicts.length === 0 ? "nothing to generate" : summarizeVerdicts(verdicts);
}

function describeFailure(error: Error): Diagnostic {
  const help =
    "Raise the system's limit of watched files, or set CHOKIDAR_USEPOLLING=1, which looks again and again.";
  return diagnose("watch-failed", `Files cannot be watched: ${error.message}.`, help);
}
