import type { LilconfigResult } from "lilconfig";
import { access, readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { diagnose, type Diagnostic, DiagnosticError, type Outcome } from "../diagnostic.js";
import { configPlaces } from "./config-places.js";
import type { Config } from "./config.js";
import { locateInConfig, placeInConfig } from "./locate-config.js";
import { configReaders, configReloaders, refuseConfig } from "./read-config.js";
import { validateConfig } from "./validate-config.js";

export interface LoadedConfig {
  readonly config: Config;
  /** The absolute path of the file that it was read from. */
  readonly file: string;
}

/** What config is wanted. */
export interface ConfigSearch {
  readonly file?: string;
  readonly from: string;
  /** Whether this process may have loaded it before, and it may have changed since. */
  readonly isReload?: boolean;
}

/**
 * The config in `file`, or without it the nearest one from the folder `from` upward: `schemist.config.*`, or the key
 * `schemist` of package.json. Undefined where there is none, and beside errors where it cannot be read or is wrong.
 */
export async function loadConfig(options: ConfigSearch): Promise<Outcome<LoadedConfig | undefined>> {
  try {
    const found = await findConfig(options);
    return found ? await checkConfig(found) : { value: undefined, diagnostics: [] };
  } catch (error) {
    if (error instanceof DiagnosticError) return { value: undefined, diagnostics: error.diagnostics };
    if (!(error instanceof Error && "syscall" in error)) throw error;
    // The operating system does not let a file be read, and does not always say which.
    const path = "path" in error ? String(error.path) : resolve(options.from, options.file ?? "");
    return { value: undefined, diagnostics: [refuseConfig(path, "", `${error.message}.`)] };
  }
}

const endings = Object.keys(configReaders);

/** The file that `loadConfig` reads, whether or not it is a config; undefined where there is none. Nothing in it runs. */
export async function findConfigFile({ file, from }: ConfigSearch): Promise<string | undefined> {
  if (file !== undefined) return resolve(from, file);
  const { lilconfig } = await import("lilconfig");
  const findFile = async (path: string, text: string) =>
    basename(path) === "package.json" ? readManifest(text) : path;
  const searcher = lilconfig("schemist", {
    cache: false,
    ignoreEmptySearchPlaces: false,
    searchPlaces: [...configPlaces],
    loaders: Object.fromEntries(endings.map((ending) => [ending, findFile])),
  });
  return (await searcher.search(from))?.filepath;
}

/** One that is no JSON keeps a config from being found, and so counts as one. */
function readManifest(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { schemist: {} };
  }
}

async function findConfig(options: ConfigSearch): Promise<LilconfigResult> {
  const { lilconfig } = await import("lilconfig");
  const searcher = lilconfig("schemist", {
    cache: false,
    ignoreEmptySearchPlaces: false,
    searchPlaces: [...configPlaces],
    loaders: { ...(options.isReload ? configReloaders : configReaders) },
  });
  if (options.file === undefined) return searcher.search(options.from);
  const file = resolve(options.from, options.file);
  await requireReadable(file);
  const found = await searcher.load(file);
  if (found?.config === null && basename(file) === "package.json") throw missing(file, "has no key schemist");
  return found;
}

async function requireReadable(file: string): Promise<void> {
  try {
    await access(file);
  } catch {
    throw missing(file, "does not exist, or may not be read");
  }
  if (!endings.includes(extname(file))) {
    const reason = `it must end in ${endings.join(", ")}.`;
    throw new DiagnosticError([refuseConfig(file, "", reason)]);
  }
}

function missing(file: string, reason: string): DiagnosticError {
  const message = `The config file ${basename(file)} ${reason}.`;
  const help = "Write it, or name another.";
  return new DiagnosticError([diagnose("config-not-found", message, help, placeInConfig(file, ""))]);
}

async function checkConfig(found: NonNullable<LilconfigResult>): Promise<Outcome<LoadedConfig | undefined>> {
  const { config, filepath: file } = found;
  if (config === undefined) return { value: undefined, diagnostics: [refuseEmpty(file)] };
  const diagnostics = await locate(validateConfig(config, file), file);
  return { value: diagnostics.length > 0 ? undefined : { config, file }, diagnostics };
}

function refuseEmpty(file: string): Diagnostic {
  const isData = [".json", ".yaml"].includes(extname(file));
  const message = isData ? "The config file is empty." : "The config file has no default export.";
  const help = isData
    ? "Write an object with `inputs` into it."
    : "Write `export default defineConfig({ … })`.";
  return diagnose("config-invalid", message, help, placeInConfig(file, ""));
}

/** Only data tells where its values stand; what a module exports may come from anywhere. */
async function locate(diagnostics: readonly Diagnostic[], file: string): Promise<readonly Diagnostic[]> {
  if (diagnostics.length === 0 || ![".json", ".yaml"].includes(extname(file))) return diagnostics;
  const text = await readFile(file, "utf8");
  return diagnostics.map((diagnostic) => locateInConfig(diagnostic, text));
}
