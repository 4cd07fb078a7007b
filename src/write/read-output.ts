import { lstat, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import type { Entry, OutputState } from "./entry.js";
import { describeOutputFile } from "./foreign-file.js";
import { describeInvalid, readJournal } from "./journal.js";
import { parseManifest } from "./manifest.js";
import { mapInBatches } from "./map-in-batches.js";
import { manifestPath, runFolder } from "./output-path.js";
import { readEntry, readStats } from "./read-entry.js";

/**
 * What a plan needs to know of the folder `output`: what is at the `generated` paths, and at those that are ours. A
 * manifest or journal that is not as we write it is an error, and then nothing is ours.
 */
export async function readOutput(
  output: string,
  generated: readonly string[],
): Promise<Outcome<OutputState>> {
  const folder = await readStats(stat, output);
  if (folder && !folder.isDirectory()) return fail([describeOutputFile(output)]);
  const run = await readStats(lstat, join(output, runFolder));
  if (run && !run.isDirectory()) return fail([describeInvalid(output)]);
  const manifest = await readManifest(output);
  const journal = await readJournal(output);
  const diagnostics = [...manifest.diagnostics, ...journal.diagnostics];
  if (diagnostics.length > 0) return fail(diagnostics);
  const owned = new Set([...manifest.value, ...(journal.value ?? []).map(({ path }) => path)]);
  const entries = await readEntries(output, [...new Set([...generated, ...owned])]);
  return { value: { entries, owned, unfinished: run !== undefined }, diagnostics: [] };
}

async function readManifest(output: string): Promise<Outcome<readonly string[]>> {
  const entry = await readEntry(output, manifestPath);
  if (entry?.kind !== "file") return { value: [], diagnostics: [] };
  const { value, diagnostics } = parseManifest(output, entry.bytes.toString("utf8"));
  return { value: [...value, manifestPath], diagnostics };
}

async function readEntries(output: string, paths: readonly string[]): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  await mapInBatches(paths, async (path) => {
    const entry = await readEntry(output, path);
    if (entry) entries.set(path, entry);
  });
  return entries;
}

function fail(diagnostics: readonly Diagnostic[]): Outcome<OutputState> {
  return { value: { entries: new Map(), owned: new Set(), unfinished: false }, diagnostics };
}
