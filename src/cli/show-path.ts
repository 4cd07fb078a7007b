import { isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostic, Place } from "../diagnostic.js";
import { isAbsoluteUri } from "../uri.js";
import type { Streams } from "./streams.js";

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

/**
 * The file of a place that is named from `cwd`, as other tools look for it: from the root of the workspace, or its absolute path where
 * it lies outside. Undefined for what is no file.
 */
export function findFile(
  { uri, file = pathOf(uri) }: Place,
  { cwd, workspace = cwd }: Pick<Streams, "cwd" | "workspace">,
): string | undefined {
  if (file === undefined || isAddress(file)) return undefined;
  const path = resolve(cwd, file);
  const inside = relative(workspace, path);
  return inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? path : inside || ".";
}

/** A scheme of one letter is a drive. */
function isAddress(file: string): boolean {
  return isAbsoluteUri(file) && !/^[a-z]:/i.test(file);
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
