import type { ResolvedInput } from "../config/config.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { applyOverlay } from "./apply-overlay.js";
import type { Document, Documents } from "./documents.js";
import { diagnoseFailure } from "./failure.js";
import { locateAmong } from "./locate.js";
import { planReading } from "./plan-reading.js";
import type { Reading } from "./read-document.js";
import { nameDocument, readDocuments } from "./read-document.js";
import type { AimedOverlay } from "./read-overlays.js";
import { readOverlays } from "./read-overlays.js";

/** Names the documents, by absolute URI without fragment, that references in `documents` ask for and that are not there. */
export type FindMissing = (documents: Documents) => readonly string[];

/** What is loaded so far. Each URI is asked for once: then it is among the documents or unavailable. */
interface Loading {
  readonly overlays: readonly AimedOverlay[];
  readonly documents: Map<string, Document>;
  readonly unavailable: Map<string, string>;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads all documents of an input: those that it names, and then, round by round, those that `findMissing` asks for.
 * Overlays are applied before it sees a document. What the input names must be there; what is only referred to and
 * cannot be read is noted as unavailable, since the reference may resolve otherwise. The value is what it saw last.
 */
export async function load(input: ResolvedInput, findMissing: FindMissing): Promise<Outcome<Documents>> {
  const { roots, given, wanted, access, diagnostics } = await planReading(input);
  const overlays = await readOverlays(input.overlays, new Set(roots.map(({ uri }) => uri)), access);
  const loading: Loading = {
    overlays: overlays.overlays,
    documents: new Map(),
    unavailable: new Map(),
    diagnostics: [...diagnostics, ...overlays.diagnostics],
  };
  const named = [...given, ...(await readDocuments(wanted, access))];
  receive(loading, named);
  for (const { uri, failure } of named) {
    if (failure) loading.diagnostics.push(diagnoseFailure(failure, uri, nameDocument(uri, access.root)));
  }

  const collect = (): Documents => ({
    roots: roots.filter(({ uri }) => loading.documents.has(uri)),
    documents: new Map(loading.documents),
    unavailable: new Map(loading.unavailable),
  });
  let value = collect();
  for (let uris = listNew(loading, findMissing(value)); uris.length > 0;) {
    receive(loading, await readDocuments(uris, access));
    value = collect();
    uris = listNew(loading, findMissing(value));
  }

  reportUnknownTargets(loading, access.root);
  return { value, diagnostics: locateAmong(overlays.documents, loading.diagnostics) };
}

function listNew({ documents, unavailable }: Loading, uris: readonly string[]): string[] {
  return [...new Set(uris)].filter((uri) => !documents.has(uri) && !unavailable.has(uri));
}

/** Of two documents with one URI the first stays. */
function receive(loading: Loading, readings: readonly Reading[]): void {
  for (const { uri, document, failure, diagnostics } of readings) {
    loading.diagnostics.push(...diagnostics);
    if (!document)
      loading.unavailable.set(uri, failure?.reason ?? "It has errors that keep it from being read.");
    else if (!loading.documents.has(uri)) loading.documents.set(uri, applyOverlays(loading, document));
  }
}

function applyOverlays({ overlays, diagnostics }: Loading, document: Document): Document {
  let patched = document;
  for (const { overlay, documentUri } of overlays) {
    if (documentUri !== document.uri) continue;
    const applied = applyOverlay(patched, overlay);
    patched = applied.value;
    diagnostics.push(...applied.diagnostics);
  }
  return patched;
}

function reportUnknownTargets(
  { overlays, documents, unavailable, diagnostics }: Loading,
  root: string,
): void {
  for (const { overlay, documentUri } of overlays) {
    // What could not be read is reported already.
    if (documents.has(documentUri) || unavailable.has(documentUri)) continue;
    const known = [...documents.keys()].map((uri) => nameDocument(uri, root)).join(", ");
    const message = `This overlay extends ${nameDocument(documentUri, root)}, which is not loaded; there are ${known}.`;
    const place = { uri: overlay.uri, pointer: "/extends" };
    diagnostics.push(
      diagnose("overlay-invalid", message, "Name a document of this input with `extends`.", place),
    );
  }
}
