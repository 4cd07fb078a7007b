import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostic, Place } from "../diagnostic.js";
import { isAbsoluteUri } from "../uri.js";

/** A path as people in the folder `cwd` would type it. */
export function showPath(path: string, cwd: string): string {
  return relative(cwd, path) || ".";
}

/** The place of a whole file, named from `cwd`. */
export function placeOfFile(path: string, cwd: string): Place {
  return { uri: pathToFileURL(path).href, pointer: "", file: showPath(path, cwd) };
}

/** The diagnostic with a file that is named from `cwd`, instead of from the root of its input. */
export function showPlace(diagnostic: Diagnostic, root: string, cwd: string): Diagnostic {
  const { place } = diagnostic;
  const file = place?.file ?? pathOf(place?.uri ?? "");
  if (!place || file === undefined || isAbsoluteUri(file)) return diagnostic;
  return { ...diagnostic, place: { ...place, file: showPath(resolve(root, file), cwd) } };
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // No file of this machine: the URI itself is shown.
    return undefined;
  }
}
