import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "./change.js";
import type { Operation } from "./journal.js";
import { formatJournal, journalName } from "./journal.js";
import { mapInBatches } from "./map-in-batches.js";
import { manifestPath, runFolder } from "./output-path.js";
import { syncFolder } from "./sync-folder.js";

/**
 * Puts the texts of `changes` and then the journal into the folder of the run, and returns the operations that are
 * left to do. With the journal in place the run is decided: whoever comes next finishes it.
 */
export async function stageRun(output: string, changes: readonly Change[]): Promise<readonly Operation[]> {
  const folder = join(output, runFolder);
  const written = orderWrites(changes);
  // Data reaches the disk before the journal that promises it: a power failure could otherwise leave it naming empty files.
  await mapInBatches(written, (change, index) =>
    writeFile(join(folder, String(index)), change.after ?? "", { flush: true }),
  );
  const operations = listOperations(changes, written);
  const draft = join(folder, `${journalName}.draft`);
  await writeFile(draft, formatJournal(operations), { flush: true });
  await syncFolder(folder);
  await rename(draft, join(folder, journalName));
  await syncFolder(folder);
  return operations;
}

/** The manifest comes last: until it is there, the old one says what is ours. */
function orderWrites(changes: readonly Change[]): Change[] {
  const written = changes.filter(({ kind }) => kind === "create" || kind === "update");
  const isManifest = ({ path }: Change) => path === manifestPath;
  return [...written.filter((change) => !isManifest(change)), ...written.filter(isManifest)];
}

/** Deletions come first: a file may give way to a folder of its name, and a folder to a file. */
function listOperations(changes: readonly Change[], written: readonly Change[]): Operation[] {
  const deleted = changes.filter(({ kind }) => kind === "delete");
  return [
    ...deleted.map(({ path }) => ({ kind: "delete", path }) as const),
    ...written.map(({ path }, index) => ({ kind: "rename", staged: String(index), path }) as const),
  ];
}
