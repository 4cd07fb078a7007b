import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** What nobody has renewed for so long, in milliseconds, is of a command line that nobody uses: thirty days. */
const longestAge = 30 * 24 * 60 * 60 * 1000;

/** Removes from the folder what is too old, drafts of runs that were killed among it. */
export function pruneFolder(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).mtimeMs < Date.now() - longestAge) rmSync(path, { force: true });
    }
  } catch {
    // Another run prunes as well, or nobody may: what is left does no harm.
  }
}
