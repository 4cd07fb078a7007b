import type { FileChange } from "../watch/fingerprints.js";
import { countOf } from "./show-number.js";
import { showPath } from "./show-path.js";

const mostNames = 3;

/** `a.json changed, b.json added and 2 more files`. */
export function describeChanges(changes: readonly FileChange[], cwd: string): string {
  const named = changes.slice(0, mostNames).map(({ path, kind }) => `${showPath(path, cwd)} ${kind}`);
  const others = changes.length - named.length;
  return named.join(", ") + (others > 0 ? ` and ${countOf(others, "more file")}` : "");
}
