import type { SchemaPlace } from "./schema-place.js";
import { parsePointer } from "../pointer.js";
import { lastSegment } from "./last-segment.js";
import { findKeywords } from "./subschemas.js";

/**
 * Names that the author gave a schema, best first: of a definition its key, or the last token of its pointer; the last segment of
 * its `$id`; of a document's root its file name. Endings such as `.schema.json` are no part of a name. `described`: what a description
 * calls it, instead of the key.
 */
export function collectGivenNames(
  place: SchemaPlace,
  definition: boolean,
  described: readonly string[] = none,
): readonly string[] {
  const { pointer } = place.place;
  const keywords = findKeywords(place.value, place.dialect, "identifier");
  const isNamed = definition || described.length + keywords.length > 0 || pointer === "";
  if (!isNamed) return none;
  const key = definition && described.length === 0 ? parsePointer(pointer).at(-1) : undefined;
  const identifiers = keywords.map(({ value }) => (typeof value === "string" ? nameIn(value) : ""));
  const file = pointer === "" ? nameIn(place.document.uri) : "";
  return [...new Set([...described, key ?? "", ...identifiers, file])].filter((name) => name !== "");
}

const none: readonly string[] = [];

function nameIn(uri: string): string {
  // A UUID names nothing to a reader.
  if (/^urn:uuid:/i.test(uri)) return "";
  return lastSegment(uri).replace(/(\.schema)?\.(json|ya?ml)$/i, "");
}
