import { hasErrors } from "../diagnostic.js";
import type { CommandFlags } from "./command-flags.js";
import { createReporter, type Reporter } from "./reporter.js";
import { selectInputs } from "./select-inputs.js";
import type { Selection } from "./selection.js";
import { showPlace } from "./show-path.js";
import type { Streams } from "./streams.js";

/** How the work on one input ended; `findings`: files differ, or samples are invalid. */
export type Verdict = "done" | "findings" | "failed";

/** Each verdict's exit code; the highest of all inputs is that of the command. */
const exitCodes: Readonly<Record<Verdict, number>> = { done: 0, findings: 1, failed: 2 };

/** Selects the inputs, has `work` done on them, tells all diagnostics, and returns the exit code. */
export async function runCommand(
  schemas: readonly string[],
  flags: CommandFlags,
  streams: Streams,
  work: (selections: readonly Selection[], reporter: Reporter) => Promise<readonly Verdict[]>,
): Promise<number> {
  const reporter = createReporter(flags, streams);
  try {
    const { value, diagnostics } = await selectInputs(schemas, flags, streams.cwd);
    reporter.add(diagnostics.map((diagnostic) => showPlace(diagnostic, streams.cwd, streams.cwd)));
    if (hasErrors(diagnostics)) return exitCodes.failed;
    const verdicts = await work(value, reporter);
    return Math.max(exitCodes.done, ...verdicts.map((verdict) => exitCodes[verdict]));
  } finally {
    reporter.close();
  }
}
