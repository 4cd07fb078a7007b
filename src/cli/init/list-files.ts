import { access, readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostic.js";
import { type IgnoreRules, parseIgnoreFile } from "./ignore-rules.js";

/** How far the search goes: more is no project that somebody keeps schemas in by hand. */
export interface SearchLimits {
  readonly depth: number;
  readonly files: number;
}

const usualLimits: SearchLimits = { depth: 12, files: 50_000 };

/** A folder to look into, and the rules of the `.gitignore` files above, the nearest first. */
interface Folder {
  readonly path: string;
  readonly depth: number;
  readonly rules: readonly FolderRules[];
}

interface FolderRules {
  readonly folder: string;
  readonly isIgnored: IgnoreRules;
}

/**
 * The files below a folder, as relative paths with `/`, the nearest first. Left out: what git ignores, dependencies,
 * folders whose name begins with a dot, links, and what Schemist wrote. A warning tells where the search is incomplete.
 */
export async function listFiles(
  root: string,
  limits: SearchLimits = usualLimits,
): Promise<Outcome<readonly string[]>> {
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const folders: Folder[] = [{ path: root, depth: 0, rules: await readRulesAbove(root) }];
  for (const folder of folders) {
    const { found, inner, problem } = await listFolder(folder);
    if (problem) diagnostics.push(reportIncomplete(`The folder ${folder.path} cannot be read: ${problem}.`));
    files.push(...found.map((path) => relative(root, path).split(sep).join("/")));
    if (folder.depth < limits.depth) folders.push(...inner);
    if (files.length <= limits.files) continue;
    diagnostics.push(reportIncomplete(`The search for schemas ended after ${limits.files} files.`));
    break;
  }
  return { value: files, diagnostics };
}

interface Listing {
  readonly found: readonly string[];
  readonly inner: readonly Folder[];
  readonly problem?: string;
}

async function listFolder({ path, depth, rules: above }: Folder): Promise<Listing> {
  const entries = await readEntries(path);
  if (typeof entries === "string") return { found: [], inner: [], problem: entries };
  const names = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  // The folder was generated: what lies in it are copies.
  if (names.has("schemist.manifest.json")) return { found: [], inner: [] };
  const own = names.has(".gitignore") ? await readRules(path) : [];
  if (typeof own === "string") return { found: [], inner: [], problem: own };
  const rules = [...own, ...above];
  const kept = entries
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .filter((entry) => !isIgnored(join(path, entry.name), entry.isDirectory(), rules));
  return {
    found: kept.filter((entry) => entry.isFile()).map(({ name }) => join(path, name)),
    inner: kept
      .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
      .map(({ name }) => ({ path: join(path, name), depth: depth + 1, rules })),
  };
}

/** The entries, or why there are none to be had. */
async function readEntries(path: string) {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    return (error as Error).message;
  }
}

function isIgnored(path: string, isFolder: boolean, rules: readonly FolderRules[]): boolean {
  for (const { folder, isIgnored: decide } of rules) {
    const decision = decide(relative(folder, path).split(sep).join("/"), isFolder);
    if (decision !== undefined) return decision;
  }
  return false;
}

/** The `.gitignore` files above a folder, up to the root of its repository; none outside a repository. */
async function readRulesAbove(root: string): Promise<readonly FolderRules[]> {
  const found: FolderRules[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    const rules =
      folder !== root && (await exists(join(folder, ".gitignore"))) ? await readRules(folder) : [];
    // What cannot be read up there hides nothing down here.
    if (typeof rules !== "string") found.push(...rules);
    if (await exists(join(folder, ".git"))) return found;
    if (dirname(folder) === folder) return [];
  }
}

/** The rules of a folder's own `.gitignore`, or why they cannot be read. */
async function readRules(folder: string): Promise<readonly FolderRules[] | string> {
  try {
    return [{ folder, isIgnored: parseIgnoreFile(await readFile(join(folder, ".gitignore"), "utf8")) }];
  } catch (error) {
    return (error as Error).message;
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    // That it cannot be accessed is the answer.
    return false;
  }
}

function reportIncomplete(message: string): Diagnostic {
  return diagnose("search-incomplete", message, "Add what is missing to the config file by hand.");
}
