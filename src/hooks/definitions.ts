import type { Definition } from "../config/hooks.js";
import { invariant } from "../invariant.js";
import type { Linked, LinkedSchema } from "../link/linked.js";
import type { Document, Documents } from "../load/documents.js";
import { parsePointer, resolvePointer } from "../pointer.js";

/** The definitions that stand in documents, in document order. Unions that only a description as a whole makes stand in none. */
export function listDefinitions(linked: Linked, documents: Documents): readonly LinkedSchema[] {
  return [...linked.schemas.values()].filter(({ definition, id, place, value }) => {
    const document = documents.documents.get(place.uri);
    return (
      definition && !id.endsWith("~") && document && resolvePointer(document.value, place.pointer) === value
    );
  });
}

/** What stands in another definition comes before it. */
export function innermostFirst(definitions: readonly LinkedSchema[]): readonly LinkedSchema[] {
  const depths = new Map(definitions.map((each) => [each, parsePointer(each.place.pointer).length]));
  return definitions.toSorted((one, other) => (depths.get(other) ?? 0) - (depths.get(one) ?? 0));
}

/** The definition as hooks see it, with the schema that stands there by now. */
export function describeDefinition(
  { id, place, givenNames, value }: LinkedSchema,
  { roots }: Linked,
  documents: Documents,
): Definition {
  const document = documents.documents.get(place.uri);
  const current = document && resolvePointer(document.value, place.pointer);
  return {
    name: givenNames[0] ?? "",
    document: document?.source?.file ?? place.uri,
    pointer: place.pointer,
    isRoot: roots.includes(id),
    schema: (current ?? value) as Definition["schema"],
  };
}

/** The documents with one of them edited. */
export function withDocument(
  documents: Documents,
  uri: string,
  edit: (document: Document) => Document,
): Documents {
  const document = documents.documents.get(uri);
  invariant(document, `no document ${uri}`);
  return { ...documents, documents: new Map(documents.documents).set(uri, edit(document)) };
}
