import { access } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { isDynamicPattern, loadTinyglobby } from "../libraries.js";
import type { Pointer } from "../pointer.js";
import { fragmentOf, resolveUri, withoutFragment } from "../uri.js";

/** A schema in a document that is to be read. */
export interface Entry {
  readonly uri: string;
  readonly pointer: Pointer;
}

/**
 * What an absolute path, a URL or a glob with an absolute base names, in the order of the paths; each may end with `#`
 * and a JSON Pointer. A path that exists is that file, whatever signs it has; a glob that matches nothing is an error.
 */
export async function findEntries(pattern: string): Promise<Outcome<readonly Entry[]>> {
  // A scheme of one letter is a drive.
  if (/^[a-z][a-z\d+.-]+:/i.test(pattern)) {
    const entry = { uri: withoutFragment(resolveUri(pattern, pattern)), pointer: fragmentOf(pattern) };
    return { value: [entry], diagnostics: [] };
  }
  const [path, pointer] = (await exists(pattern)) ? [pattern, ""] : splitPointer(pattern);
  const isGlob = isDynamicPattern(path) && !(await exists(path));
  const paths = isGlob ? await matchGlob(path) : [path];
  const value = paths.map((match) => ({ uri: pathToFileURL(match).href, pointer }));
  if (value.length > 0) return { value, diagnostics: [] };
  const help = "Correct the pattern; it is matched against paths from the folder of the config file.";
  return { value, diagnostics: [diagnose("glob-matches-nothing", `No file matches ${pattern}.`, help)] };
}

async function matchGlob(pattern: string): Promise<string[]> {
  const paths = await loadTinyglobby().glob(pattern, { absolute: true, expandDirectories: false });
  // By UTF-16 units, which is the same order on every machine.
  return paths.sort();
}

/** The pointer is what follows the last `#`, since folders may have one in their names (`c#/`). */
function splitPointer(pattern: string): [string, Pointer] {
  const [, path, fragment] = /^(.*)#((?:\/.*)?)$/s.exec(pattern) ?? [];
  return path === undefined ? [pattern, ""] : [path, fragmentOf(`#${fragment}`)];
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    // That it cannot be accessed is the answer; why, reading it will say.
    return false;
  }
}
