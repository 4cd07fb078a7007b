import type { Hooks } from "../config/hooks.js";
import { diagnose, type Diagnostic, hasErrors, type Outcome } from "../diagnostic.js";
import { isJsonObject, type JsonObject, type JsonValue, memberOf } from "../json.js";
import type { Linked, LinkedSchema } from "../link/linked.js";
import type { Document, Documents } from "../load/documents.js";
import { appendPointer, parsePointer, resolvePointer } from "../pointer.js";
import { callHook } from "./call-hook.js";
import { describeDefinition, listDefinitions, withDocument } from "./definitions.js";
import { removeAt, replaceAt } from "./edit-json.js";
import { explainNeed, listReferrers, orderByUse, withoutOwnNames } from "./skipped-uses.js";

const answer = { words: "true or false", isWanted: (value: unknown): boolean => typeof value === "boolean" };

/** The documents without the definitions that the hook skips: what refers to one has its schema in place. */
export function skipDefinitions(
  documents: Documents,
  skip: NonNullable<Hooks["skip"]>,
  link: (documents: Documents) => Linked,
): Outcome<Documents> {
  const linked = link(documents);
  const diagnostics: Diagnostic[] = [];
  const skipped: LinkedSchema[] = [];
  for (const schema of listDefinitions(linked, documents)) {
    const result = callHook(
      "skip",
      skip,
      describeDefinition(schema, linked, documents),
      answer,
      schema.place,
    );
    if ("diagnostic" in result) diagnostics.push(result.diagnostic);
    else if (result.value) skipped.push(schema);
  }
  for (const schema of skipped) {
    const need = explainNeed(schema, skipped, linked);
    if (need !== undefined) diagnostics.push(reportNeed(schema, documents, need));
  }
  if (skipped.length === 0 || hasErrors(diagnostics)) return { value: documents, diagnostics };
  let value = documents;
  for (const schema of orderByUse(skipped, linked)) value = placeInReferrers(value, schema, linked);
  for (const schema of skipped) value = removeDefinition(value, schema);
  const left = link(value).schemas;
  const standing = skipped.filter(({ id }) => left.get(id)?.definition);
  const help = "it stands alone in its document";
  return { value, diagnostics: standing.map((schema) => reportNeed(schema, documents, help)) };
}

function reportNeed({ place }: LinkedSchema, { documents }: Documents, need: string): Diagnostic {
  const file = documents.get(place.uri)?.source?.file ?? place.uri;
  const message = `The hook \`skip\` leaves out the definition ${file}#${place.pointer}, which cannot be: ${need}.`;
  return diagnose("definition-needed", message, "Return false for it.", place);
}

/** Beside other keywords the schema goes into `allOf`. Positions in it stay those of the definition. */
function placeInReferrers(documents: Documents, schema: LinkedSchema, linked: Linked): Documents {
  const { uri, pointer } = schema.place;
  const document = documents.documents.get(uri);
  const written = document && resolvePointer(document.value, pointer);
  const value = withoutOwnNames(written ?? schema.value, schema.dialect);
  const origin = { source: document?.source, sourcePointer: pointer };
  let edited = documents;
  for (const { place, dialect } of listReferrers(schema, linked)) {
    edited = withDocument(edited, place.uri, (holder) => {
      const [tokens, replacement] = writeAt(holder, place.pointer, value, dialect.refSiblings === "ignore");
      const patch = { ...origin, pointer: appendPointer(place.pointer, ...tokens) };
      const path = parsePointer(place.pointer);
      return {
        ...holder,
        value: replaceAt(holder.value, path, replacement),
        patches: [...holder.patches, patch],
      };
    });
  }
  return edited;
}

/** What to write in the place of a schema that refers, and where in it the definition's schema stands. */
function writeAt(
  document: Document,
  pointer: string,
  value: JsonValue,
  ignoresSiblings: boolean,
): readonly [tokens: readonly string[], written: JsonValue] {
  const referring = resolvePointer(document.value, pointer);
  const rest: JsonObject = isJsonObject(referring) ? omit(referring, "$ref") : {};
  if (ignoresSiblings || Object.keys(rest).length === 0) return [[], value];
  const beside = memberOf(rest, "allOf");
  const all: readonly JsonValue[] = Array.isArray(beside) ? beside : [];
  return [["allOf", String(all.length)], { ...rest, allOf: [...all, value] }];
}

function omit(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** Keywords under which definitions stand by their keys. */
const holders: ReadonlySet<string | undefined> = new Set(["$defs", "definitions", "schemas"]);

function removeDefinition(documents: Documents, { place }: LinkedSchema): Documents {
  const path = parsePointer(place.pointer);
  if (!holders.has(path.at(-2))) return documents;
  return withDocument(documents, place.uri, (document) => ({
    ...document,
    value: removeAt(document.value, path),
  }));
}
