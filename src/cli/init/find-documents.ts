import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostic.js";
import { placeOfFile } from "../show-path.js";
import { listFiles, type SearchLimits } from "./list-files.js";
import { type FoundDocument, mayHoldDocument, recogniseDocument } from "./recognise-document.js";

/** In bytes: the largest descriptions that are published are half as large. */
const largest = 30_000_000;

/** The files below a folder, and those among them that are schemas and API descriptions, in the order of their paths. */
export async function findDocuments(
  root: string,
  limits?: SearchLimits,
): Promise<Outcome<{ readonly files: readonly string[]; readonly documents: readonly FoundDocument[] }>> {
  const { value: files, diagnostics } = await listFiles(root, limits);
  const found: FoundDocument[] = [];
  const problems: Diagnostic[] = [...diagnostics];
  for (const path of files.filter(mayHoldDocument)) {
    const text = await readText(join(root, path));
    const document = typeof text === "string" ? recogniseDocument(path, text) : text;
    if (document && "reason" in document)
      problems.push(reportUnread(join(root, path), document.reason, root));
    else if (document) found.push(document);
  }
  const documents = found.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return { value: { files, documents }, diagnostics: problems };
}

async function readText(file: string): Promise<string | { readonly reason: string }> {
  try {
    const { size } = await stat(file);
    return size > largest ? { reason: `It has ${size} bytes.` } : await readFile(file, "utf8");
  } catch (error) {
    return { reason: `${(error as Error).message}.` };
  }
}

function reportUnread(file: string, reason: string, root: string): Diagnostic {
  const help = "Add it to the config file by hand, if it is a schema.";
  return diagnose("search-incomplete", `This file is left out. ${reason}`, help, placeOfFile(file, root));
}
