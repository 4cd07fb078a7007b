import { hasErrors, type Outcome } from "../diagnostic.js";
import { noCache, type RunCache } from "../cache/run-cache.js";
import type { CommandFlags } from "./command-flags.js";
import { createReporter, type Reporter } from "./reporter.js";
import type { Chosen } from "./selection.js";
import { showPlace } from "./show-path.js";
import type { Streams } from "./streams.js";

/** How the work on one input ended; `findings`: files differ, or samples are invalid. */
export type Verdict = "done" | "findings" | "failed";

/** Each verdict's exit code; the highest of all inputs is that of the command. */
export const exitCodes: Readonly<Record<Verdict, number>> = { done: 0, findings: 1, failed: 2 };

/** Selects the inputs, has `work` done on them, tells all diagnostics, and returns the exit code. */
export async function runCommand(
  schemas: readonly string[],
  flags: CommandFlags,
  streams: Streams,
  work: (chosen: Chosen, reporter: Reporter) => Promise<readonly Verdict[]>,
  cache: RunCache = noCache,
): Promise<number> {
  const reporter = await createReporter(flags, streams);
  try {
    const { value, diagnostics } = await selectOrRecall(schemas, flags, streams.cwd, cache);
    reporter.add(diagnostics.map((diagnostic) => showPlace(diagnostic, streams.cwd, streams.cwd)));
    if (hasErrors(diagnostics)) return exitCodes.failed;
    const verdicts = await work(value, reporter);
    await cache.save(value.selections);
    return Math.max(exitCodes.done, ...verdicts.map((verdict) => exitCodes[verdict]));
  } finally {
    reporter.close();
  }
}

async function selectOrRecall(
  schemas: readonly string[],
  flags: CommandFlags,
  cwd: string,
  cache: RunCache,
): Promise<Outcome<Chosen>> {
  const known = await cache.findSelection();
  if (known) return { value: { selections: known }, diagnostics: [] };
  // Reading a config takes libraries that nothing else needs.
  const { selectInputs } = await import("./select-inputs.js");
  return selectInputs(schemas, flags, cwd, cache);
}
