import { sep } from "node:path";
import { listNamedFiles } from "../cache/named-files.js";
import { traceModules } from "../cache/trace-modules.js";
import type { LoadedConfig } from "../config/load-config.js";
import { isDynamicPattern } from "../libraries.js";
import { type WatchedGlobs, watchGlobs } from "./watched-globs.js";

/** What a config is known to be made from. */
export interface WatchedConfig extends WatchedGlobs {
  /** What it imports, itself included; none where there is no config. */
  readonly modules: readonly string[];
  /** What it names as `cache.files`, by path. */
  readonly named: readonly string[];
}

export const noConfig: WatchedConfig = { modules: [], named: [], globs: [], matches: [] };

/** Installed packages are not watched. */
export function listModules(file: string): readonly string[] {
  return traceModules(file).files.filter((path) => !path.includes(`${sep}node_modules${sep}`));
}

/** With what the config that was read names. */
export async function withNamed(
  config: WatchedConfig,
  loaded: LoadedConfig | undefined,
): Promise<WatchedConfig> {
  const named = loaded ? listNamedFiles(loaded.config, loaded.file) : [];
  const globs = named.filter((path) => isDynamicPattern(path));
  return { ...config, named: named.filter((path) => !globs.includes(path)), ...(await watchGlobs(globs)) };
}

export function listConfigFiles({ modules, named, matches }: WatchedConfig): readonly string[] {
  return [...modules, ...named, ...matches];
}
