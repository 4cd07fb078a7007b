import type { BigIntStats } from "node:fs";
import { lstat, readFile, readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Entry } from "./entry.js";
import { absolutePath, parentsOf } from "./output-path.js";
import { isSystemError } from "./system-error.js";

/** What is at `path` of the output; undefined where nothing is, and a file could be made. Links are read through. */
export async function readEntry(output: string, path: string): Promise<Entry | undefined> {
  let link: string | undefined;
  for (const step of [...parentsOf(path), path]) {
    const place = absolutePath(output, step);
    const own = await readStats(lstat, place);
    if (!own) return link === undefined ? undefined : { kind: "blocked", by: link };
    const isLink = own.isSymbolicLink();
    if (isLink) link ??= step;
    const target = isLink ? await readStats(stat, place) : own;
    if (step === path && target) return readTarget(output, path, target, link);
    if (!target?.isDirectory()) return { kind: "blocked", by: step };
  }
  return undefined;
}

/** The stats of what is at `place`; undefined where nothing is, or a link leads nowhere. */
export async function readStats(
  read: (path: string, options: { bigint: true }) => Promise<BigIntStats>,
  place: string,
): Promise<BigIntStats | undefined> {
  try {
    return await read(place, { bigint: true });
  } catch (error) {
    // These say that there is nothing, which is what was asked.
    if (isSystemError(error, "ENOENT", "ENOTDIR", "ELOOP")) return undefined;
    throw error;
  }
}

async function readTarget(
  output: string,
  path: string,
  stats: BigIntStats,
  link: string | undefined,
): Promise<Entry> {
  const place = absolutePath(output, path);
  if (stats.isFile()) {
    return { kind: "file", bytes: await readFile(place), identity: `${stats.dev}:${stats.ino}`, link };
  }
  if (stats.isDirectory() && link === undefined) {
    return { kind: "folder", leaves: await readLeaves(output, place) };
  }
  // A pipe or device is not even read: that could wait for ever.
  return { kind: "blocked", by: link ?? path };
}

async function readLeaves(output: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const filled = new Set(entries.map((entry) => entry.parentPath));
  const leaves = entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((place) => !filled.has(place));
  return (entries.length === 0 ? [folder] : leaves).map((place) => toOutputPath(output, place));
}

function toOutputPath(output: string, place: string): string {
  return relative(output, place).split(sep).join("/");
}
