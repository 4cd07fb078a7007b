import { openRunCache, type Invocation } from "../cache/recall-run.js";
import { noCache, type RunCache } from "../cache/run-cache.js";
import type { CommandFlags } from "./command-flags.js";
import type { Streams } from "./streams.js";

/** What the last run of this command line has left behind for this one. */
export function openCache(
  argv: readonly string[],
  schemas: readonly string[],
  flags: CommandFlags,
  streams: Streams,
): RunCache {
  return flags.cache === false
    ? noCache
    : openRunCache(invocationOf(argv, streams), { schemas, flags: { ...flags } });
}

/** `generate` and `check` make the same of the same arguments, and share what they find out. */
export function invocationOf(argv: readonly string[], { cwd }: Pick<Streams, "cwd">): Invocation {
  return { args: argv.slice(1), cwd, variables: process.env };
}
