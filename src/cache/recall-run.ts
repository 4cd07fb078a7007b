import { join } from "node:path";
import { findCacheFolder } from "./cache-folder.js";
import { digestOf } from "../digest.js";
import { Present } from "./present.js";
import { type Command, readRecord, type RunRecord } from "./record.js";
import { createRunCache, noCache, type RunCache } from "./run-cache.js";

/** What tells one run from another. */
export interface Invocation {
  /** What stands behind the name of the command. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** A run whose command line was understood before. */
export interface RecalledRun {
  readonly command: Command;
  readonly cache: RunCache;
}

/** The run of the same command line in the same folder that left its record; undefined where there was none. */
export function recallRun(invocation: Invocation): RecalledRun | undefined {
  const path = findRecordFile(invocation);
  const record = path === undefined ? undefined : findRecord(path);
  if (path === undefined || !record) return undefined;
  const { command } = record;
  return { command, cache: createRunCache({ path, command, record, variables: invocation.variables }) };
}

/** The cache of a run whose command line has just been understood. */
export function openRunCache(invocation: Invocation, command: Command): RunCache {
  const path = findRecordFile(invocation);
  if (path === undefined) return noCache;
  return createRunCache({ path, command, record: findRecord(path), variables: invocation.variables });
}

/** What other versions of our libraries have made is of no use. */
function findRecord(path: string): RunRecord | undefined {
  const record = readRecord(path) as RunRecord | undefined;
  const present = new Present({});
  const isSame = Object.entries(record?.tools ?? {}).every(
    ([file, digest]) => present.digestFile(file) === digest,
  );
  return isSame ? record : undefined;
}

function findRecordFile({ args, cwd }: Invocation): string | undefined {
  const folder = findCacheFolder(cwd);
  return folder && join(folder, `run-${digestOf(JSON.stringify([cwd, args]))}.json`);
}
