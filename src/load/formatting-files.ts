import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Every name under which Prettier looks for its configuration. See https://prettier.io/docs/configuration */
const names = /^(\.editorconfig|package\.(json|yaml)|\.prettierrc(\..+)?|prettier\.config\..+)$/;

/** The files of one folder that may tell Prettier how to format. */
export function listFormattingFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => names.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    // A folder that is not there yet, or may not be read, holds none.
    return [];
  }
}

/** What the file says of formatting: its text, and of package.json that one member, since the rest changes often. */
export function readFormattingFile(path: string): string {
  const text = readText(path);
  if (!isManifest(path)) return text;
  if (!text.includes('"prettier"')) return "";
  try {
    const manifest: { readonly prettier?: unknown } | null = JSON.parse(text);
    return JSON.stringify(manifest?.prettier) ?? "";
  } catch {
    // Prettier says what is wrong with it when it reads it.
    return text;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Prettier says so when it reads it.
    return "";
  }
}

/**
 * Whether a folder, or one above it, holds a file that Prettier reads its options from. That is quicker than to ask Prettier. A manifest
 * that depends on Prettier says nothing.
 */
export function isFormattingConfigured(folder: string): boolean {
  const at = resolve(folder);
  const above = dirname(at);
  const tells = (path: string): boolean => !isManifest(path) || readFormattingFile(path) !== "";
  return listFormattingFiles(at).some(tells) || (above !== at && isFormattingConfigured(above));
}

const isManifest = (path: string): boolean => basename(path) === "package.json";
