import { lstat, mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DiagnosticError } from "../diagnostic.js";
import { describeLink } from "./foreign-file.js";
import type { Operation } from "./journal.js";
import { journalName } from "./journal.js";
import { mapInBatches } from "./map-in-batches.js";
import { absolutePath, parentsOf, runFolder } from "./output-path.js";
import { parseMark } from "./owner-mark.js";
import { readStats } from "./read-entry.js";
import { syncFolder } from "./sync-folder.js";
import { isSystemError } from "./system-error.js";

/**
 * Does those of the journal's operations that are not yet done, then removes the journal and what is staged. May be
 * stopped and called again at any point. A staged file that is missing has taken its place, and everything listed
 * before it is done too.
 */
export async function finishRun(output: string, operations: readonly Operation[]): Promise<void> {
  const staged = new Set(await readdir(join(output, runFolder)));
  const done = operations.findLastIndex((step) => step.kind === "rename" && !staged.has(step.staged));
  for (const [index, operation] of operations.entries()) {
    if (operation.kind === "rename" && staged.has(operation.staged)) await placeFile(output, operation);
    // One that was done is not done again: a new file may have the path of the one deleted.
    if (operation.kind === "delete" && index > done) await deleteFile(output, operation.path);
  }
  // The names reach the disk before the journal leaves it.
  await mapInBatches(listFolders(output, operations), syncFolder);
  await rm(join(output, runFolder, journalName), { force: true });
  await discardStage(output);
}

/** Empties the folder of a run that has no journal. Marks of owners stay. */
export async function discardStage(output: string): Promise<void> {
  const folder = join(output, runFolder);
  for (const name of await readdir(folder)) {
    if (!parseMark(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function placeFile(output: string, { staged, path }: Operation & { kind: "rename" }): Promise<void> {
  await refuseLinks(output, path);
  const target = absolutePath(output, path);
  await mkdir(dirname(target), { recursive: true });
  await rename(join(output, runFolder, staged), target);
}

async function deleteFile(output: string, path: string): Promise<void> {
  await refuseLinks(output, path);
  await rm(absolutePath(output, path), { force: true });
  await removeEmptyFolders(output, path);
}

/** Checked again where it counts: the plan may be old, or the journal somebody else's. */
async function refuseLinks(output: string, path: string): Promise<void> {
  for (const parent of parentsOf(path)) {
    const stats = await readStats(lstat, absolutePath(output, parent));
    if (stats?.isSymbolicLink()) throw new DiagnosticError([describeLink(output, path, parent)]);
  }
}

async function removeEmptyFolders(output: string, path: string): Promise<void> {
  for (const folder of parentsOf(path).reverse()) {
    try {
      await rmdir(absolutePath(output, folder));
    } catch (error) {
      // Gone already; the folder above may still be empty.
      if (isSystemError(error, "ENOENT")) continue;
      // Not empty, or held by a mount or another process: it stays, and so do those above it.
      if (isSystemError(error, "ENOTEMPTY", "EEXIST", "EBUSY", "EPERM")) return;
      throw error;
    }
  }
}

function listFolders(output: string, operations: readonly Operation[]): string[] {
  const folders = new Set(operations.flatMap(({ path }) => parentsOf(path)));
  return [output, ...[...folders].map((folder) => absolutePath(output, folder))];
}
