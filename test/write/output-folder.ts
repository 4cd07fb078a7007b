import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";
import type { Change } from "../../src/write/change.js";

/** Texts by path; a path that ends with `/` is an empty folder. */
export type Tree = Readonly<Record<string, string>>;

/** A folder of its own for this test, with `tree` in it, which goes when the test ends. */
export async function makeFolder(tree: Tree = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-write-")));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeTree(folder, tree);
  return folder;
}

export async function writeTree(folder: string, tree: Tree): Promise<void> {
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(path.endsWith("/") ? join(folder, path) : dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith("/")) await writeFile(join(folder, path), text);
  }
}

export async function readTree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const filled = new Set(entries.map((entry) => entry.parentPath));
  const tree: Record<string, string> = {};
  for (const entry of entries) {
    const place = join(entry.parentPath, entry.name);
    if (!entry.isDirectory()) tree[relative(folder, place)] = await readFile(place, "utf8");
    else if (!filled.has(place)) tree[`${relative(folder, place)}/`] = "";
  }
  return tree;
}

/** The text of a manifest that lists these files and itself. */
export function manifestOf(...files: readonly string[]): string {
  return JSON.stringify({ files: [...files, "schemist.manifest.json"] });
}

/** The files of one output, with the manifest that lists them. */
export function filesOf(output: string, tree: Tree) {
  const paths = Object.keys(tree).filter((path) => path !== "schemist.manifest.json");
  const manifest = { output, path: "schemist.manifest.json", text: manifestOf(...paths) };
  return [...paths.map((path) => ({ output, path, text: tree[path] ?? "" })), manifest];
}

/** A tree of generated files, with the manifest that lists them. */
export function generatedTree(tree: Tree): Tree {
  return { ...tree, "schemist.manifest.json": manifestOf(...Object.keys(tree)) };
}

/** `kind path` of each change. */
export function summarize(changes: readonly Change[]): string[] {
  return changes.map(({ kind, path }) => `${kind} ${path}`.trimEnd());
}
