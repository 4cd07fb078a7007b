import type { JsonValue } from "../../src/json.js";
import type { Document, Documents } from "../../src/load/documents.js";

/** A document given as a value under `uri`. */
export function makeDocument(uri: string, value: JsonValue, dialect?: string): Document {
  return { uri, value, source: undefined, patches: [], dialect };
}

/** Documents by URI; the first is the root, unless `roots` says otherwise as `uri#pointer`. */
export function makeDocuments(
  values: Readonly<Record<string, JsonValue>>,
  roots?: readonly string[],
  unavailable: Readonly<Record<string, string>> = {},
): Documents {
  const documents = new Map(Object.entries(values).map(([uri, value]) => [uri, makeDocument(uri, value)]));
  const wanted = roots ?? Object.keys(values).slice(0, 1);
  return {
    roots: wanted.map((root) => {
      const [uri = "", pointer = ""] = root.split("#");
      return { uri, pointer };
    }),
    documents,
    unavailable: new Map(Object.entries(unavailable)),
  };
}

/** JSON text as a value, so that `__proto__` is a key. */
export function parse(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}
