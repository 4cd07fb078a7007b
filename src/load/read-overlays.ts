import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import { resolveUri, withoutFragment } from "../uri.js";
import { checkOverlay } from "./check-overlay.js";
import type { Document } from "./documents.js";
import { diagnoseFailure } from "./failure.js";
import { findEntries } from "./find-entries.js";
import type { Overlay } from "./overlay.js";
import type { Access, Reading } from "./read-document.js";
import { acceptValue, nameDocument, readDocuments } from "./read-document.js";

/** An overlay and the URI of the document that it changes. */
export interface AimedOverlay {
  readonly overlay: Overlay;
  readonly documentUri: string;
}

/** All overlays of an input. */
export interface Overlays {
  /** In the order in which they apply. */
  readonly overlays: readonly AimedOverlay[];
  /** The documents that hold them, by URI. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A document that may hold an overlay, and what its `extends` is relative to. */
interface Candidate {
  readonly reading: Reading;
  readonly baseUri: string;
}

/**
 * Reads and checks the overlays of an input. One without `extends` changes the one document that the roots are in. What
 * `extends` says is relative to the overlay, or, for one given as a value, to that document.
 */
export async function readOverlays(
  overlays: readonly (string | JsonValue)[],
  roots: ReadonlySet<string>,
  access: Access,
): Promise<Overlays> {
  const [root] = roots;
  const diagnostics: Diagnostic[] = [];
  const candidates: Candidate[] = [];
  for (const [index, overlay] of overlays.entries()) {
    if (typeof overlay === "string") {
      const named = await readNamed(overlay, access);
      diagnostics.push(...named.diagnostics);
      candidates.push(...named.candidates);
    } else {
      const uri = `schemist:///overlays/${index + 1}`;
      candidates.push({ reading: acceptValue(uri, overlay), baseUri: root ?? uri });
    }
  }
  diagnostics.push(...candidates.flatMap(({ reading }) => diagnoseReading(reading, access.root)));
  const aimed = candidates.flatMap((candidate) => aimCandidate(candidate, roots, diagnostics));
  const documents = candidates.flatMap(({ reading }) => reading.document ?? []);
  return {
    overlays: aimed,
    documents: new Map(documents.map((document) => [document.uri, document])),
    diagnostics,
  };
}

/** A path is the user's own wish, and is read also where the schema is given as a value. */
async function readNamed(pattern: string, access: Access) {
  const { value, diagnostics } = await findEntries(pattern);
  const uris = value.map(({ uri }) => uri);
  const readings = await readDocuments(uris, { ...access, files: true });
  return { diagnostics, candidates: readings.map((reading) => ({ reading, baseUri: reading.uri })) };
}

function diagnoseReading({ uri, failure, diagnostics }: Reading, root: string): readonly Diagnostic[] {
  return failure ? [...diagnostics, diagnoseFailure(failure, uri, nameDocument(uri, root))] : diagnostics;
}

function aimCandidate(
  { reading, baseUri }: Candidate,
  roots: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): AimedOverlay[] {
  if (!reading.document) return [];
  const { value: overlay, diagnostics: found } = checkOverlay(reading.document);
  diagnostics.push(...found);
  if (!overlay) return [];
  if (overlay.extends !== undefined) {
    return [{ overlay, documentUri: withoutFragment(resolveUri(baseUri, overlay.extends)) }];
  }
  if (roots.size > 1) {
    const message = `This overlay has no \`extends\`, and the input has ${roots.size} schema documents.`;
    const place = { uri: overlay.uri, pointer: "" };
    diagnostics.push(
      diagnose("overlay-invalid", message, "Name the document to change with `extends`.", place),
    );
    return [];
  }
  return [...roots].map((documentUri) => ({ overlay, documentUri }));
}
