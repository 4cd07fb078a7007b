import { noCache, type RunCache } from "../cache/run-cache.js";
import type { Change, ChangeKind } from "../write/change.js";
import type { CommandFlags } from "./command-flags.js";
import type { Reporter } from "./reporter.js";
import { runCommand, type Verdict } from "./run-command.js";
import type { Selection } from "./selection.js";
import { countOf, showDuration } from "./show-number.js";
import type { Streams } from "./streams.js";
import { type VisitOptions, visitInputs } from "./visit-inputs.js";

/** `schemist generate`: writes the output of each selected input that has no errors. Returns the exit code. */
export function runGenerate(
  schemas: readonly string[],
  flags: CommandFlags,
  streams: Streams,
  cache: RunCache = noCache,
): Promise<number> {
  const work = async (selections: readonly Selection[], reporter: Reporter) => {
    const startedAt = performance.now();
    const verdicts = await generateInputs(selections, { check: false, reporter, streams, cache });
    reporter.say(`${summarizeVerdicts(verdicts)} (${showDuration(startedAt)})`);
    return verdicts;
  };
  return runCommand(schemas, flags, streams, work, cache);
}

/** Generates and writes the inputs, with a line for each. */
export function generateInputs(
  selections: readonly Selection[],
  options: VisitOptions,
): Promise<readonly Verdict[]> {
  return visitInputs(selections, options, async ({ changes, folder, duration }) => {
    options.reporter.say(`${folder}: ${countChanges(changes)} (${duration})`);
    return "done";
  });
}

/** `2 inputs generated, 1 failed`. */
export function summarizeVerdicts(verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter((verdict) => verdict === "failed").length;
  return `${countOf(verdicts.length - failed, "input")} generated, ${failed} failed`;
}

const counted = [
  ["create", "created"],
  ["update", "updated"],
  ["delete", "deleted"],
  ["same", "unchanged"],
] as const satisfies readonly (readonly [ChangeKind, string])[];

/** `2 created, 1 updated, 0 deleted, 40 unchanged`. */
function countChanges(changes: readonly Change[]): string {
  return counted
    .map(([kind, word]) => `${changes.filter((change) => change.kind === kind).length} ${word}`)
    .join(", ");
}
