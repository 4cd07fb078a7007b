import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findEntries } from "../load/find-entries.js";
import type { FileChange } from "../watch/fingerprints.js";
import { globFolder } from "../watch/glob-folder.js";
import { isWithin } from "../watch/path-watcher.js";

/** Absolute globs, and the files that they match. */
export interface WatchedGlobs {
  readonly globs: readonly string[];
  readonly matches: readonly string[];
}

export async function watchGlobs(globs: readonly string[]): Promise<WatchedGlobs> {
  const found = await Promise.all(globs.map((glob) => findEntries(glob)));
  return { globs, matches: found.flatMap(({ value }) => value.map(({ uri }) => fileURLToPath(uri))) };
}

export function listFolders({ globs }: WatchedGlobs): readonly string[] {
  return globs.map((glob) => resolve(globFolder(glob)));
}

/** Which files the globs match that they did not, or the reverse; looked for where one of the paths lies in a folder of theirs. */
export async function findMoves(
  before: WatchedGlobs,
  paths: ReadonlySet<string>,
): Promise<{ readonly after: WatchedGlobs; readonly moves: readonly FileChange[] }> {
  const folders = listFolders(before);
  const isConcerned = [...paths].some((path) => folders.some((folder) => isWithin(path, folder)));
  if (!isConcerned) return { after: before, moves: [] };
  const after = await watchGlobs(before.globs);
  const [old, now] = [new Set(before.matches), new Set(after.matches)];
  const added = after.matches.filter((path) => !old.has(path));
  const removed = before.matches.filter((path) => !now.has(path));
  return {
    after,
    moves: [
      ...added.map((path) => ({ path, kind: "added" as const })),
      ...removed.map((path) => ({ path, kind: "removed" as const })),
    ],
  };
}
