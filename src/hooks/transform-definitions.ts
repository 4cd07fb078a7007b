import type { Hooks } from "../config/hooks.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { isJsonObject } from "../json.js";
import type { Linked } from "../link/linked.js";
import type { Documents } from "../load/documents.js";
import { parsePointer } from "../pointer.js";
import { callHook } from "./call-hook.js";
import { describeDefinition, innermostFirst, listDefinitions, withDocument } from "./definitions.js";
import { replaceAt } from "./edit-json.js";

const schema = {
  words: "a schema",
  isWanted: (value: unknown): boolean =>
    typeof value === "boolean" || (isJsonObject(value) && !(value instanceof Promise)),
};

/** The documents with what the hook gives in the place of each definition. Where it gives what it got, all stays as it stands. */
export function transformDefinitions(
  documents: Documents,
  linked: Linked,
  transform: NonNullable<Hooks["transform"]>,
): Outcome<Documents> {
  const diagnostics: Diagnostic[] = [];
  let value = documents;
  for (const { place, ...rest } of innermostFirst(listDefinitions(linked, documents))) {
    const definition = describeDefinition({ place, ...rest }, linked, value);
    const result = callHook("transform", transform, definition, schema, place);
    if ("diagnostic" in result) diagnostics.push(result.diagnostic);
    else if (result.value !== definition.schema) {
      const path = parsePointer(place.pointer);
      value = withDocument(value, place.uri, (document) => ({
        ...document,
        value: replaceAt(document.value, path, result.value),
      }));
    }
  }
  return { value, diagnostics };
}
