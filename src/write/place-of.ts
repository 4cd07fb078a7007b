import { pathToFileURL } from "node:url";
import type { Place } from "../diagnostic.js";
import { absolutePath } from "./output-path.js";

/** The place of a whole file of the output. */
export function placeOf(output: string, path: string): Place {
  return { uri: pathToFileURL(absolutePath(output, path)).href, pointer: "" };
}
