import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { ResolvedInput } from "../config/config.js";
import type { Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { nearest } from "../nearest.js";
import type { ExtensionFile } from "./documents.js";
import { nameDocument } from "./read-document.js";

/**
 * Reads the file that holds the user's formats and keywords, for its text alone: nothing in it runs. Undefined where the input has
 * none, where it is a package, which is not looked into, and beside an error where it cannot be read.
 */
export async function readExtensionFile({
  extensions,
  root,
}: ResolvedInput): Promise<Outcome<ExtensionFile | undefined>> {
  if (!extensions || !isAbsolute(extensions.module)) return { value: undefined, diagnostics: [] };
  const path = extensions.module;
  const uri = pathToFileURL(path).href;
  const file = nameDocument(uri, root);
  try {
    const text = await readFile(path, "utf8");
    // Checkouts differ in how lines end, and what is made of the text must not.
    const value = { uri, file, text: text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n") };
    return { value, diagnostics: [] };
  } catch (error) {
    const reason = reasonOf(error);
    const [near] = nearest(basename(path), await listSisters(path), 1);
    const message = `${file}, which exports the formats and keywords of your own, cannot be read: ${reason}`;
    const help =
      near === undefined ? "Correct the path, or make the file readable." : `Did you mean ${near}?`;
    const diagnostic = diagnose("extension-unreadable", message, help, { uri, pointer: "", file });
    return { value: undefined, diagnostics: [diagnostic] };
  }
}

async function listSisters(path: string): Promise<string[]> {
  try {
    return await readdir(dirname(path));
  } catch {
    // A folder that is not there, or may not be read, has no better name to offer.
    return [];
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "There is no such file.";
  if (code === "EISDIR") return "It is a folder.";
  if (code === undefined) throw error;
  return `${String(error)}.`;
}
