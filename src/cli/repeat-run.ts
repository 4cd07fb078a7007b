import { recallRun } from "../cache/recall-run.js";
import type { RunCache } from "../cache/run-cache.js";
import type { CommandFlags } from "./command-flags.js";
import { invocationOf } from "./open-cache.js";
import { reportBug } from "./report-bug.js";
import type { Streams } from "./streams.js";

type Run = (
  schemas: readonly string[],
  flags: CommandFlags,
  streams: Streams,
  cache: RunCache,
) => Promise<number>;

/** The commands that leave something behind for their next run. */
const commands: Readonly<Record<string, () => Promise<Run>>> = {
  generate: async () => (await import("./generate.js")).runGenerate,
  check: async () => (await import("./check.js")).runCheck,
};

/**
 * Runs a command line that was run before, without taking it apart again, which takes as long as all the rest where nothing has
 * changed. Undefined where it was not, and `main` does it.
 */
export async function repeatRun(argv: readonly string[], streams: Streams): Promise<number | undefined> {
  const load = commands[argv[0] ?? ""];
  const recalled = load && recallRun(invocationOf(argv, streams));
  if (!load || !recalled) return undefined;
  try {
    const { schemas, flags } = recalled.command;
    const run = await load();
    return await run(schemas, flags as unknown as CommandFlags, streams, recalled.cache);
  } catch (error) {
    return reportBug(error, streams);
  }
}
