import { noCache, type RunCache } from "../cache/run-cache.js";
import { diagnose } from "../diagnostic.js";
import type { CommandFlags } from "./command-flags.js";
import type { Reporter } from "./reporter.js";
import { reportDrift } from "./report-drift.js";
import { runCommand, type Verdict } from "./run-command.js";
import type { Chosen, Selection } from "./selection.js";
import { countOf, showDuration } from "./show-number.js";
import type { Streams } from "./streams.js";
import { visitImports } from "./visit-imports.js";
import { type Visit, visitInputs } from "./visit-inputs.js";

/** The flags of `check`. */
export interface CheckFlags extends CommandFlags {
  readonly samples?: readonly string[];
}

/**
 * `schemist check`: compares what would be written with what is there, and runs the samples through the root guard.
 * Writes nothing. Returns the exit code.
 */
export function runCheck(
  schemas: readonly string[],
  flags: CheckFlags,
  streams: Streams,
  cache: RunCache = noCache,
): Promise<number> {
  const work = async ({ selections, imports }: Chosen, reporter: Reporter) => {
    const { samples = [] } = flags;
    if (samples.length > 0 && selections.length > 1) return refuseSamples(selections, reporter);
    const startedAt = performance.now();
    const options = { check: true, reporter, streams, cache };
    const verdicts = await visitInputs(selections, options, async (visit) => {
      const drift = await reportDrift(visit, reporter, streams.cwd);
      const invalid = samples.length > 0 && (await checkSamples(samples, visit, reporter, streams.cwd));
      return drift || invalid ? "findings" : "done";
    });
    const declared = await visitImports(imports, options);
    reporter.say(`${summarize(verdicts)} (${showDuration(startedAt)})`);
    return [...verdicts, ...declared];
  };
  return runCommand(schemas, flags, streams, work, cache);
}

/** Running what was generated takes a compiler, which is loaded for that alone. */
async function checkSamples(
  samples: readonly string[],
  { selection }: Visit,
  reporter: Reporter,
  cwd: string,
): Promise<boolean> {
  const { reportSamples } = await import("./report-samples.js");
  return reportSamples(samples, selection, reporter, cwd);
}

function refuseSamples(selections: readonly Selection[], reporter: Reporter): readonly Verdict[] {
  const message = `The samples belong to one schema, and ${selections.length} inputs are selected.`;
  reporter.add([diagnose("config-invalid", message, "Name the one SCHEMA that the samples are for.")]);
  return ["failed"];
}

function summarize(verdicts: readonly Verdict[]): string {
  const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
  return `${countOf(verdicts.length, "input")} checked, ${count("findings")} with findings, ${count("failed")} failed`;
}
