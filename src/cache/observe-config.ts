import { dirname, extname, join, resolve } from "node:path";
import { isDynamicPattern } from "../libraries.js";
import { configPlaces } from "../config/config-places.js";
import type { Config } from "../config/config.js";
import type { Facts } from "./facts.js";
import { listNamedFiles } from "./named-files.js";
import { observe, type Observation } from "./observe.js";
import { traceModules } from "./trace-modules.js";

/** The config that a run has read; undefined where there is none. */
export interface ReadConfig {
  readonly config: Config;
  readonly file: string;
}

/** What was asked for: the config file by its name, or the nearest one. */
export interface Search {
  readonly cwd: string;
  readonly isNamed: boolean;
}

/**
 * All that the config follows from: its file, what that imports, what it says itself, and that no other file is nearer.
 * Undefined where it may follow from more.
 */
export async function observeConfig(
  found: ReadConfig | undefined,
  { cwd, isNamed }: Search,
  observation: Observation,
): Promise<Facts | undefined> {
  const options = found?.config.cache;
  if (options === false) return undefined;
  const searched = isNamed ? [] : listNearer(cwd, found?.file);
  if (!found) return observe({ files: searched }, observation);
  const { file } = found;
  const isCode = ![".json", ".yaml"].includes(extname(file));
  const trace = isCode ? traceModules(file) : { files: [file], isWhole: true };
  if (!trace.isWhole && !options) return undefined;
  const named = listNamedFiles(found.config, file);
  return observe(
    {
      files: [...searched, ...trace.files, ...named.filter((path) => !isDynamicPattern(path))],
      globs: named.filter((path) => isDynamicPattern(path)),
      variables: options?.env ?? [],
    },
    observation,
  );
}

/** Where a config would be found before `file`, or anywhere up to the root: nothing may appear there. */
function listNearer(cwd: string, file: string | undefined): readonly string[] {
  const places: string[] = [];
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of configPlaces) {
      const place = join(folder, name);
      if (place === file) return places;
      places.push(place);
    }
    if (folder === dirname(folder)) return places;
  }
}
