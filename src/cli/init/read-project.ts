import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { configReaders } from "../../config/read-config.js";
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostic.js";
import { isJsonObject, type JsonObject, memberOf } from "../../json.js";
import { parseJson } from "../../load/parse-json.js";
import { placeOfFile } from "../show-path.js";
import { exists } from "./list-files.js";

/** What `init` asks of a folder before it proposes anything. */
export interface Project {
  readonly folder: string;
  /** The text of package.json, and what it holds; undefined where there is none. */
  readonly manifest: Manifest | undefined;
  readonly usesTypeScript: boolean;
  /** The names of what lies in the folder. */
  readonly entries: ReadonlySet<string>;
  readonly manager: PackageManager;
}

export interface Manifest {
  readonly text: string;
  readonly value: JsonObject;
}

export type PackageManager = "npm" | "pnpm" | "yarn" | "bun";

/** Reads what there is. An error where a config is there already, or package.json cannot be read. */
export async function readProject(folder: string): Promise<Outcome<Project>> {
  const entries = new Set(await readdir(folder));
  const file = join(folder, "package.json");
  const text = entries.has("package.json") ? await readFile(file, "utf8") : undefined;
  const manifest = text === undefined ? undefined : parseManifest(text);
  const isBroken = text !== undefined && manifest === undefined;
  const value = {
    folder,
    manifest,
    usesTypeScript: entries.has("tsconfig.json") || dependsOn(manifest, "typescript"),
    entries,
    manager: await findManager(folder),
  };
  const broken = isBroken ? [refuseManifest(file, folder)] : [];
  return { value, diagnostics: [...refuseConfigs(value), ...broken] };
}

/** Whether package.json names a dependency, of whatever kind. */
export function dependsOn(manifest: Manifest | undefined, name: string): boolean {
  return ["dependencies", "devDependencies", "peerDependencies"].some((kind) => {
    const dependencies = manifest && memberOf(manifest.value, kind);
    return isJsonObject(dependencies) && Object.hasOwn(dependencies, name);
  });
}

/** Every script of package.json, by name. */
export function listScripts(manifest: Manifest | undefined): ReadonlyMap<string, string> {
  const scripts = manifest && memberOf(manifest.value, "scripts");
  const entries: [string, unknown][] = isJsonObject(scripts) ? Object.entries(scripts) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function parseManifest(text: string): Manifest | undefined {
  const { value } = parseJson(text.replace(/^\uFEFF/, ""));
  return isJsonObject(value) ? { text, value } : undefined;
}

function refuseConfigs({ folder, entries, manifest }: Project): readonly Diagnostic[] {
  const names = Object.keys(configReaders).map((ending) => `schemist.config${ending}`);
  const existing = names.filter((name) => entries.has(name));
  if (manifest && Object.hasOwn(manifest.value, "schemist")) existing.push("package.json");
  return existing.map((name) => {
    const message =
      name === "package.json"
        ? "package.json has a config under the key schemist."
        : `There is a config: ${name}.`;
    return diagnose(
      "config-exists",
      message,
      "Change it by hand, or delete it first.",
      placeOfFile(join(folder, name), folder),
    );
  });
}

function refuseManifest(file: string, folder: string): Diagnostic {
  const message = "package.json is no JSON object.";
  return diagnose("config-unreadable", message, "Correct the file.", placeOfFile(file, folder));
}

const lockFiles: readonly (readonly [string, PackageManager])[] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
];

/** By the nearest lock file; of a workspace it lies above. */
async function findManager(folder: string): Promise<PackageManager> {
  for (const [file, manager] of lockFiles) if (await exists(join(folder, file))) return manager;
  const above = dirname(folder);
  return above === folder ? "npm" : findManager(above);
}
