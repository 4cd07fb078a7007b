import { dirname } from "node:path";
import type { Config } from "../config/config.js";
import { resolveReference } from "../config/resolve-config.js";

/** Paths and globs of what a config says that it is made from, besides what it imports; absolute. */
export function listNamedFiles({ cache }: Config, file: string): readonly string[] {
  const { files = [] } = cache || {};
  return files.map((path) => resolveReference(path, dirname(file)));
}
