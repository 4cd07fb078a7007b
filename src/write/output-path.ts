import { join } from "node:path";

/** The file of an output folder that lists what is ours in it. */
export const manifestPath = "schemist.manifest.json";

/** The folder of an output that a run works in. It stands while a run writes, and where one was killed. */
export const runFolder = ".schemist-run";

/**
 * Whether `path` names something below the output folder, on every platform: relative, with `/`, without `..`, drive
 * or control character, and outside the folder that runs work in. Windows drops a dot or space at the end of a name,
 * so that `.. ` would be `..` there.
 */
export function isOutputPath(path: string): boolean {
  if (/[\\:\p{Cc}]/u.test(path)) return false;
  const names = path.split("/");
  if (names[0]?.toLowerCase() === runFolder) return false;
  return names.every((name) => name !== "" && !/[. ]$/.test(name));
}

/** Where `path`, relative to `output` and with `/`, lies on this machine. */
export function absolutePath(output: string, path: string): string {
  return join(output, ...path.split("/"));
}

/** The folders between the output and `path`, the outermost first: `a/b/c.ts` → `a`, `a/b`. */
export function parentsOf(path: string): string[] {
  const names = path.split("/");
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
}
