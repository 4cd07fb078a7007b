import type { Diagnostic, Place } from "../diagnostic.js";
import type { Document, Documents, Source } from "./documents.js";
import { findJsonOffsets } from "./json-positions.js";
import type { Origin, PatchIndex } from "./patches.js";
import { indexPatches, traceOrigin } from "./patches.js";
import { positionsIn } from "./position.js";
import type { Offsets, Wanted } from "./wanted.js";
import { nearestOffset, wantPointers } from "./wanted.js";
import { findYamlOffsets } from "./yaml-positions.js";

type ByPlace<T> = ReadonlyMap<Place, T>;

/**
 * Fills in file, line, column and frame of each diagnostic's place: at the key of an object's member, at an array's item
 * itself, or at the nearest ancestor that exists; in the overlay, where one wrote it. Each source is parsed at most
 * once. What has a line already, or stands in a document without source, stays as it is.
 */
export function locate(documents: Documents, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return locateAmong(documents.documents, diagnostics);
}

/** The same for any documents by their URIs; overlays are documents too. */
export function locateAmong(
  documents: ReadonlyMap<string, Document>,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const places = diagnostics.flatMap(({ place }) => (place && place.line === undefined ? [place] : []));
  const located = locatePlaces(traceOrigins(documents, places));
  return diagnostics.map((diagnostic) => {
    const place = diagnostic.place && located.get(diagnostic.place);
    return place ? { ...diagnostic, place } : diagnostic;
  });
}

interface KnownOrigin extends Origin {
  readonly source: Source;
}

/** Where the text of each place stands; without those that have no text. */
function traceOrigins(
  documents: ReadonlyMap<string, Document>,
  places: readonly Place[],
): ByPlace<KnownOrigin> {
  const indexes = new Map<Document, PatchIndex>();
  const origins = new Map<Place, KnownOrigin>();
  for (const place of places) {
    const document = documents.get(place.uri);
    if (!document) continue;
    const index = indexes.get(document) ?? indexPatches(document.patches);
    indexes.set(document, index);
    const origin = traceOrigin(document.source, index, place.pointer);
    // What an overlay without text wrote is found at what the document itself has nearest.
    const source = origin.source ?? document.source;
    if (source) origins.set(place, { source, pointer: origin.source ? origin.pointer : place.pointer });
  }
  return origins;
}

function locatePlaces(origins: ByPlace<KnownOrigin>): ByPlace<Place> {
  const located = new Map<Place, Place>();
  for (const [source, group] of groupBySource(origins)) {
    const wanted = wantPointers(group.map(([, { pointer }]) => pointer));
    const offsets = findOffsets[source.syntax](source.text, wanted);
    const positionOf = positionsIn(source);
    for (const [place, { pointer }] of group) {
      const offset = nearestOffset(wanted, offsets, pointer);
      if (offset !== undefined) located.set(place, { ...place, ...positionOf(offset) });
    }
  }
  return located;
}

function groupBySource(origins: ByPlace<KnownOrigin>): Map<Source, [Place, KnownOrigin][]> {
  const groups = new Map<Source, [Place, KnownOrigin][]>();
  for (const entry of origins) {
    const { source } = entry[1];
    const group = groups.get(source) ?? [];
    groups.set(source, group);
    group.push(entry);
  }
  return groups;
}

const findOffsets: Readonly<Record<Source["syntax"], (text: string, wanted: Wanted) => Offsets>> = {
  json: findJsonOffsets,
  yaml: findYamlOffsets,
};
