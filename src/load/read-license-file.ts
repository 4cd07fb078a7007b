import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { ResolvedInput } from "../config/config.js";
import type { Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { nameDocument } from "./read-document.js";

/** The text of the licence that the package is to hold; undefined where the config names none, and beside an error. */
export async function readLicenseFile({
  package: options,
  root,
}: ResolvedInput): Promise<Outcome<string | undefined>> {
  const path = options?.licenseFile;
  if (path === undefined) return { value: undefined, diagnostics: [] };
  try {
    const text = await readFile(path, "utf8");
    // Checkouts differ in how lines end, and what is made of the text must not.
    return { value: text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const uri = pathToFileURL(path).href;
    const file = nameDocument(uri, root);
    const message = `${file}, which \`licenseFile\` names, cannot be read: ${error.message}`;
    const help = "Correct the path, or remove `licenseFile`.";
    const diagnostic = diagnose("license-unreadable", message, help, { uri, pointer: "", file });
    return { value: undefined, diagnostics: [diagnostic] };
  }
}
