import { readFileSync, realpathSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, resolve, sep } from "node:path";

/** The files that a module is made from: itself and what it imports, directly or not; also where an import is looked for in vain. */
export interface Trace {
  readonly files: readonly string[];
  /** Whether nothing in them looks at anything else, such as the environment, the clock or other files. */
  readonly isWhole: boolean;
}

/**
 * Reads a module and what it imports, for their texts alone: nothing runs. Of an installed package its package.json stands for all of
 * it. What looks like an import in a comment counts as one, since one file too many does no harm.
 */
export function traceModules(entry: string): Trace {
  const files = new Set<string>();
  const followed = new Set<string>();
  const waiting = [entry];
  let isWhole = true;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (followed.has(path)) continue;
    followed.add(path);
    files.add(path);
    const text = isCode.test(path) ? readText(path) : undefined;
    if (text === undefined) continue;
    if (looksElsewhere(text)) isWhole = false;
    for (const specifier of listSpecifiers(text)) {
      const found = findImport(specifier, path);
      for (const file of found?.files ?? []) files.add(file);
      if (!found) isWhole = false;
      else if (found.module !== undefined) waiting.push(found.module);
    }
  }
  return { files: [...files], isWhole };
}

const isCode = /\.[cm]?[jt]sx?$/;

/** Names through which a module learns what its imports do not say, and imports whose names are computed. */
const elsewhere =
  /\b(process|globalThis|fetch|performance|crypto|navigator|Date|Intl|Deno|Bun|eval|__filename|__dirname)\b|\bMath\.random\b|\b(import|require)\s*\(\s*[^"'\s]|\b(createRequire|readFile)|\bimport\.meta\b/;

function looksElsewhere(text: string): boolean {
  return elsewhere.test(text);
}

function listSpecifiers(text: string): readonly string[] {
  const matches = text.matchAll(/\b(?:from|import|require)\s*\(?\s*["']([^"'\n]+)["']/g);
  return [...new Set([...matches].flatMap(([, specifier]) => specifier ?? []))];
}

export interface FoundImport {
  /** All files that decide what the import is. */
  readonly files: readonly string[];
  /** The one to look into. */
  readonly module?: string;
}

/** These give the same answer to the same question wherever they are asked. */
const harmless = new Set(["path", "url", "util"]);

/** Undefined for what nothing can be known of. */
function findImport(specifier: string, importer: string): FoundImport | undefined {
  if (/^\.{0,2}\//.test(specifier)) return findFile(resolve(dirname(importer), specifier));
  const name = specifier.replace(/^node:/, "");
  if (builtinModules.includes(name)) return harmless.has(name) ? { files: [] } : undefined;
  // The config's own import of us is answered by the program that runs.
  return name === "schemist" ? { files: [] } : findPackage(name, importer);
}

const endings = ["", ".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".json", ".tsx", ".jsx"];

function findFile(path: string): FoundImport {
  const stem = path.replace(/\.([cm]?)jsx?$/, "");
  const bare = stem === path ? [] : [".ts", ".mts", ".cts", ".tsx"].map((ending) => stem + ending);
  const candidates = [
    ...endings.map((ending) => path + ending),
    ...bare,
    ...endings.slice(1).map((ending) => join(path, `index${ending}`)),
  ];
  const index = candidates.findIndex(isFile);
  if (index === -1) return { files: candidates };
  const module = candidates[index] ?? path;
  return { files: candidates.slice(0, index + 1), module };
}

/** What package managers leave behind when they install anything. */
const installMarks = [".package-lock.json", ".yarn-state.yml", ".modules.yaml"];

/**
 * What stands for an installed package: its manifest, and the marks of the last installation, for what it depends on itself. Undefined
 * where there is none, and for one that is linked, as those of a workspace are, since it changes without a new version.
 */
export function findPackage(specifier: string, importer: string): FoundImport | undefined {
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  const files: string[] = [];
  for (let folder = dirname(importer); ; folder = dirname(folder)) {
    const manifest = join(folder, "node_modules", name, "package.json");
    files.push(manifest);
    if (isFile(manifest)) {
      const marks = installMarks.map((mark) => join(folder, "node_modules", mark));
      return isInstalled(manifest) ? { files: [...files, ...marks] } : undefined;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function isInstalled(path: string): boolean {
  return realpathSync(path).includes(`${sep}node_modules${sep}`);
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // It may not be looked at, so it cannot be read either.
    return false;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It will be absent, or a folder, for whoever imports it too.
    return undefined;
  }
}
