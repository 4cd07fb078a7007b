import { statSync } from "node:fs";
import { dirname } from "node:path";
import { globSync } from "tinyglobby";
import type { Facts } from "./facts.js";
import type { Present } from "./present.js";

/** What to look at, to keep how it is. */
export interface Subjects {
  readonly files: readonly string[];
  /** Files that are looked for and usually are not there. */
  readonly places?: readonly string[];
  /** Files whose content is kept otherwise, and may not have changed meanwhile either. */
  readonly others?: readonly string[];
  readonly globs?: readonly string[];
  readonly variables?: readonly string[];
  readonly formatting?: readonly string[];
}

/** When the run that used them began, in milliseconds since 1970, and how to look. */
export interface Observation {
  readonly startedAt: number;
  readonly present: Present;
}

/** How all of it is now; undefined where some of it may have changed since the run began, which has seen it as it was. */
export async function observe(
  { files, places = [], others = [], globs = [], variables = [], formatting = [] }: Subjects,
  { startedAt, present }: Observation,
): Promise<Facts | undefined> {
  const matches = globs.flatMap((pattern) => globSync(pattern, { absolute: true, expandDirectories: false }));
  if (![...files, ...others, ...matches].every((path) => isOlder(path, startedAt))) return undefined;
  const digests = await Promise.all(globs.map((pattern) => present.digestGlob(pattern)));
  return {
    files: record([...files, ...places, ...matches], (path) => present.digestFile(path)),
    globs: Object.fromEntries(globs.map((pattern, index) => [pattern, digests[index] ?? ""])),
    variables: record(variables, (name) => present.digestVariable(name)),
    formatting: record(formatting, (folder) => present.digestFormatting(folder)),
  };
}

function record(names: readonly string[], look: (name: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, look(name)]));
}

/** The times of a file system advance in steps of up to so many milliseconds. */
const clockStep = 10;

/** Whether the last change of what is there, or of the folder that lacks it, was before the run. No program can set that time back. */
function isOlder(path: string, startedAt: number): boolean {
  for (let place = path; ; place = dirname(place)) {
    const stats = readStats(place);
    if (stats) return stats.ctimeMs < startedAt - clockStep;
    if (place === dirname(place)) return true;
  }
}

function readStats(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // It may not be looked at, or lies below a file: as good as absent.
    return undefined;
  }
}
