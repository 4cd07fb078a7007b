import type { Change, ChangeKind } from "../write/change.js";
import type { CommandFlags } from "./command-flags.js";
import { runCommand } from "./run-command.js";
import { countOf, showDuration } from "./show-number.js";
import type { Streams } from "./streams.js";
import { visitImports } from "./visit-imports.js";
import { visitInputs } from "./visit-inputs.js";

/** `schemist generate`: writes the output of each selected input that has no errors. Returns the exit code. */
export function runGenerate(
  schemas: readonly string[],
  flags: CommandFlags,
  streams: Streams,
): Promise<number> {
  return runCommand(schemas, flags, streams, async (selections, reporter) => {
    const startedAt = performance.now();
    const options = { check: false, reporter, streams };
    const verdicts = await visitInputs(selections, options, async ({ changes, folder, duration }) => {
      reporter.say(`${folder}: ${countChanges(changes)} (${duration})`);
      return "done";
    });
    const failed = verdicts.filter((verdict) => verdict === "failed").length;
    const total = `${countOf(verdicts.length - failed, "input")} generated, ${failed} failed`;
    const declared = await visitImports(schemas, flags, options);
    reporter.say(`${total} (${showDuration(startedAt)})`);
    return [...verdicts, ...declared];
  });
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
