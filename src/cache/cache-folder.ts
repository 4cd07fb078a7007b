import { statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder that keeps what runs in `from` have found out: below the nearest `node_modules` beside a package.json.
 * Undefined where there is none, and nothing is kept.
 */
export function findCacheFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (has(folder, "package.json") && has(folder, "node_modules")) {
      return join(folder, "node_modules", ".cache", "schemist");
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function has(folder: string, name: string): boolean {
  return statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
}
