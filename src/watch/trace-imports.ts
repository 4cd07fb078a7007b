import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/**
 * The files that a module is made from: itself and, directly or not, what it imports by a path, also where such an import is looked
 * for in vain. Read for their texts alone: nothing runs. What looks like an import in a comment counts as one.
 */
export async function traceImports(entry: string): Promise<readonly string[]> {
  const files = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    for (const specifier of listPaths(await readCode(path))) {
      const { file, absent } = await findFile(resolve(dirname(path), specifier));
      for (const candidate of absent) files.add(candidate);
      if (file !== undefined) waiting.push(file);
    }
  }
  return [...files];
}

function listPaths(text: string): readonly string[] {
  const matches = text.matchAll(/\b(?:from|import|require)\s*\(?\s*["'](\.{0,2}\/[^"'\n]+|\.\.?)["']/g);
  return [...new Set([...matches].flatMap(([, specifier]) => specifier ?? []))];
}

const endings = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".json"];

/** The file that an import means, and what it would rather mean if it were there. */
async function findFile(path: string): Promise<{ file?: string; absent: readonly string[] }> {
  const stem = path.replace(/\.[cm]?js$/, "");
  const candidates = [
    path,
    ...endings.map((ending) => path + ending),
    ...(stem === path ? [] : [".ts", ".mts", ".cts"].map((ending) => stem + ending)),
    ...endings.map((ending) => join(path, `index${ending}`)),
  ];
  for (const [index, file] of candidates.entries()) {
    if (await isFile(file)) return { file, absent: candidates.slice(0, index) };
  }
  return { absent: candidates };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Not there, or not to be reached.
    return false;
  }
}

async function readCode(path: string): Promise<string> {
  if (!/\.[cm]?[jt]s$/.test(path)) return "";
  try {
    return await readFile(path, "utf8");
  } catch {
    // Whoever imports it says that it cannot be read.
    return "";
  }
}
