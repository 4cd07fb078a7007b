import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

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
  try {
    const text = readFileSync(path, "utf8");
    if (!path.endsWith("package.json")) return text;
    const manifest: { readonly prettier?: unknown } | null = JSON.parse(text);
    return JSON.stringify(manifest?.prettier) ?? "";
  } catch {
    // Prettier says what is wrong with it when it reads it.
    return "";
  }
}
