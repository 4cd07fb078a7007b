import type { KeywordId } from "../../dialect/dialect.js";
import { annotationKeywords } from "./annotations.js";
import { anyInstanceKeywords } from "./any-instance.js";
import { arrayKeywords } from "./arrays.js";
import { coreKeywords } from "./core.js";
import { draft03Keywords } from "./draft-03.js";
import type { LowerKeyword } from "./keyword.js";
import { logicKeywords } from "./logic.js";
import { numberKeywords } from "./numbers.js";
import { objectKeywords } from "./objects.js";
import { openApiAnnotations, openApiKeywords } from "./openapi.js";
import { stringKeywords } from "./strings.js";

/** The lowering of every keyword that has one, by its id. */
export const keywordLowerings: ReadonlyMap<KeywordId, LowerKeyword> = new Map(
  [
    coreKeywords,
    annotationKeywords,
    anyInstanceKeywords,
    numberKeywords,
    stringKeywords,
    arrayKeywords,
    objectKeywords,
    logicKeywords,
    draft03Keywords,
    openApiAnnotations,
    openApiKeywords,
  ].flatMap((table) => Object.entries(table)),
);

const core = new Set(Object.keys(coreKeywords));
const annotations = new Set(Object.keys({ ...annotationKeywords, ...openApiAnnotations }));

/** What becomes of a keyword beside `$ref` in a dialect where `$ref` hides its siblings. */
export function readBesideReference(id: KeywordId): "keep" | "drop" | "drop-with-note" {
  // Annotations change no verdict, and on a property they are worth having.
  if (annotations.has(id) || id === "$ref") return "keep";
  return core.has(id) ? "drop" : "drop-with-note";
}
