import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { DocumentLookup } from "../config/config.js";
import type { Diagnostic } from "../diagnostic.js";
import { diagnose, hasErrors } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import type { Document } from "./documents.js";
import type { Failure } from "./failure.js";
import { unreadable } from "./failure.js";
import { findMetaSchema } from "./meta-schemas.js";
import { findNonJson } from "./non-json.js";
import { diagnoseProblems } from "./diagnose-problems.js";
import type { Permissions } from "./retrieve.js";
import { retrieve } from "./retrieve.js";

/** Where the documents of an input come from. */
export interface Access extends Permissions {
  /** The folder that paths shown to people are relative to. */
  readonly root: string;
  readonly lookup: DocumentLookup | undefined;
}

/** What came of reading one document: either it is there, or it cannot be had, or the diagnostics say why it is none. */
export interface Reading {
  readonly uri: string;
  readonly document: Document | undefined;
  readonly failure: Failure | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** So many files are open at once. */
const batchSize = 64;

/** Reads the documents in parallel; the readings are in the order of the URIs. */
export async function readDocuments(uris: readonly string[], access: Access): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (let start = 0; start < uris.length; start += batchSize) {
    const batch = uris.slice(start, start + batchSize);
    readings.push(...(await Promise.all(batch.map((uri) => readDocument(uri, access)))));
  }
  return readings;
}

/** A document given as a value. It must be JSON: with a cycle in it, no walk over it would end. */
export function acceptValue(uri: string, value: JsonValue, dialect?: string): Reading {
  const diagnostics = findNonJson(value).map(({ pointer, reason }) => {
    const message = `${reason}, which JSON cannot hold.`;
    return diagnose("document-not-json", message, "Put a JSON value here.", { uri, pointer });
  });
  const document = { uri, value, source: undefined, patches: [], dialect };
  return { uri, document: diagnostics.length > 0 ? undefined : document, failure: undefined, diagnostics };
}

/** How people know a document: a file by its path from `root`, anything else by its URI. */
export function nameDocument(uri: string, root: string): string {
  if (!uri.startsWith("file:")) return uri;
  try {
    return relative(root, fileURLToPath(uri)).split(sep).join("/");
  } catch {
    // Not every URI of a file is a path on this system; the URI itself is a name too.
    return uri;
  }
}

async function readDocument(uri: string, access: Access): Promise<Reading> {
  const found = await askLookup(uri, access.lookup);
  if (found.failure) return { uri, document: undefined, failure: found.failure, diagnostics: [] };
  if (found.value !== undefined) return acceptValue(uri, found.value);
  const metaSchema = findMetaSchema(uri);
  if (metaSchema !== undefined) return acceptValue(uri, metaSchema);
  const retrieved = await retrieve(uri, access);
  if ("failure" in retrieved)
    return { uri, document: undefined, failure: retrieved.failure, diagnostics: [] };
  const { text, syntax, value, problems } = retrieved.parsed;
  const source = { file: nameDocument(uri, access.root), text, syntax };
  const diagnostics = problems.length > 0 ? diagnoseProblems(problems, uri, source) : [];
  const isDocument = value !== undefined && !hasErrors(diagnostics);
  const document = isDocument ? { uri, value, source, patches: [], dialect: undefined } : undefined;
  return { uri, document, failure: undefined, diagnostics };
}

async function askLookup(uri: string, lookup: DocumentLookup | undefined) {
  try {
    return { value: await lookup?.(uri), failure: undefined };
  } catch (error) {
    const reason = `The \`documents\` function failed: ${error instanceof Error ? error.message : String(error)}.`;
    return {
      value: undefined,
      failure: unreadable(reason, "Let the function return undefined for what it does not have."),
    };
  }
}
