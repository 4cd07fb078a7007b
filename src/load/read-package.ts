import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { diagnose, type Outcome } from "../diagnostic.js";

/** The text of each file of a package, by its path with `/`. */
export type PackageFiles = ReadonlyMap<string, string>;

const needed = ["schemist.manifest.json", "schema.json", "package.json"];

/** Reads a generated package, as it lies in a folder or is installed: what says what it holds, and its compiled code. */
export async function readPackage(folder: string): Promise<Outcome<PackageFiles>> {
  const files = new Map<string, string>();
  const names = await listFiles(join(folder, "dist"));
  const read = [...needed, "src/extensions.ts", ...names.map((name) => `dist/${name}`)];
  for (const path of read) {
    const text = await readText(join(folder, path));
    if (text !== undefined) files.set(path, text);
  }
  const missing = needed.filter((path) => !files.has(path));
  if (missing.length === 0) return { value: files, diagnostics: [] };
  const place = { uri: pathToFileURL(folder).href, pointer: "" };
  const message = `This folder is no package that Schemist generated: it has no ${missing.join(" and no ")}.`;
  const help = "Name a folder that was generated with `package`, or a schema.";
  return { value: files, diagnostics: [diagnose("package-unreadable", message, help, place)] };
}

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names.map((name) => name.replaceAll("\\", "/")).filter((name) => /\.(js|d\.ts)$/.test(name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR";
}
