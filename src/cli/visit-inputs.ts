import { resolve } from "node:path";
import { type Diagnostic, DiagnosticError, hasErrors } from "../diagnostic.js";
import type { InputRecord } from "../cache/record.js";
import { noCache, type RunCache } from "../cache/run-cache.js";
import type { Change } from "../write/change.js";
import { keepCompiled } from "./tune-node.js";
import type { Reporter } from "./reporter.js";
import type { Verdict } from "./run-command.js";
import type { Selection } from "./selection.js";
import { countOf, showDuration } from "./show-number.js";
import { showPath, showPlace } from "./show-path.js";
import type { Streams } from "./streams.js";

/** One input that was generated without errors, and what it changes on disk. */
export interface Visit {
  readonly selection: Selection;
  readonly changes: readonly Change[];
  /** Its output folder, to show. */
  readonly folder: string;
  /** How long it took, to show. */
  readonly duration: string;
}

/** What the visits share. `check`: nothing is written. */
export interface VisitOptions {
  readonly check: boolean;
  readonly reporter: Reporter;
  readonly streams: Streams;
  /** Is told what an input is made from, also where it has errors. */
  readonly noteSources?: (selection: Selection, sources: readonly string[]) => void;
  readonly cache?: RunCache;
}

export type VisitInput = (visit: Visit) => Promise<Verdict>;

/**
 * Generates one input after the other, writes it or with `check` compares it, and hands it to `visit`. An input with
 * errors is not written and does not stop the others: what is wrong with it goes to the reporter.
 */
export async function visitInputs(
  selections: readonly Selection[],
  options: VisitOptions,
  visit: VisitInput,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  try {
    for (const [index, selection] of selections.entries()) {
      const folder = showPath(selection.input.output, options.streams.cwd);
      showProgress(`${folder} (${index + 1} of ${selections.length})…`, options.streams);
      verdicts.push(await visitInput(selection, folder, options, visit));
    }
  } finally {
    showProgress("", options.streams);
  }
  return verdicts;
}

async function visitInput(
  selection: Selection,
  folder: string,
  options: VisitOptions,
  visit: VisitInput,
): Promise<Verdict> {
  const { root } = selection;
  const { reporter, streams, cache = noCache } = options;
  const tell = (diagnostics: readonly Diagnostic[]) =>
    reporter.add(diagnostics.map((diagnostic) => showPlace(diagnostic, root, streams.cwd)));
  const startedAt = performance.now();
  try {
    const known = await cache.findInput(selection);
    const { changes, diagnostics } = known ? listUnchanged(known) : await makeInput(selection, options);
    tell(diagnostics);
    showProgress("", streams);
    return await visit({ selection, changes, folder, duration: showDuration(startedAt) });
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    showProgress("", streams);
    tell(error.diagnostics);
    const errors = error.diagnostics.filter(({ severity }) => severity === "error");
    reporter.say(`${folder}: failed with ${countOf(errors.length, "error")}`);
    return "failed";
  }
}

interface Made {
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The stages of generation take long to load, and are when something is to be done. */
async function makeInput(selection: Selection, options: VisitOptions): Promise<Made> {
  const { input, root } = selection;
  const { check, cache = noCache, noteSources } = options;
  keepCompiled();
  const { generateWith } = await import("../generate.js");
  const { write } = await import("../write/write.js");
  const texts = await cache.openTexts(resolve(root, input.output));
  const result = await generateWith({ inputs: [input], root }, texts);
  texts?.close();
  noteSources?.(selection, result.sources);
  if (hasErrors(result.diagnostics)) throw new DiagnosticError(result.diagnostics);
  const changes = await write(result, { check });
  const isOnDisk = !check || changes.every(({ kind }) => kind === "same");
  if (isOnDisk) await cache.keepInput({ input, root }, result);
  return { changes, diagnostics: result.diagnostics };
}

function listUnchanged({ output, files, diagnostics }: InputRecord): Made {
  const changes = Object.keys(files).map(
    (path) => ({ kind: "same", output, path, before: undefined, after: undefined }) as const,
  );
  return { changes, diagnostics };
}

/** Replaces the line that shows what is being worked on; only where somebody watches. */
function showProgress(line: string, { isTerminal, stderr }: Streams): void {
  if (isTerminal) stderr.write(`\r\u001B[K${line}`);
}
