import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { JsonValue } from "../../json.js";
import { isAbsoluteUri, resolveUri, withoutFragment } from "../../uri.js";
import { type FoundDocument, textOf } from "./recognise-document.js";

/** How the documents that were found refer to each other. */
export interface Relations {
  /** Those that are nobody's part: what a config names. */
  readonly roots: readonly FoundDocument[];
  /** What a document's references reach only if the config gives it under `documents`, by path. */
  readonly listNeeded: (documents: readonly FoundDocument[]) => readonly string[];
}

interface Reference {
  readonly target: FoundDocument;
  /** Whether its `$id` leads there, and not its path. */
  readonly isById: boolean;
}

/** Reads the references of all documents, as far as they lead to others of them. */
export function relateDocuments(documents: readonly FoundDocument[], root: string): Relations {
  const byUri = new Map(documents.map((document) => [uriOf(document, root), document]));
  // Some identifiers are fragments, and references repeat them to the letter.
  const byId = new Map(
    documents.flatMap((document) => {
      const id = textOf(document.value, "$id");
      return [id, withoutFragment(id)].map((each) => [each, document] as const);
    }),
  );
  byId.delete("");
  const references = new Map(
    documents.map((document) => [
      document,
      listReferences(document, root).flatMap(([resolved, written]): Reference[] => {
        const sister = byUri.get(resolved);
        const named = byId.get(written) ?? byId.get(resolved);
        if (sister && sister !== document) return [{ target: sister, isById: false }];
        return named && named !== document ? [{ target: named, isById: true }] : [];
      }),
    ]),
  );
  return {
    roots: findRoots(documents, references),
    listNeeded: (chosen) => {
      const reached = [...reach(chosen, references)];
      const ids = reached
        .flatMap((document) => references.get(document) ?? [])
        .filter(({ isById }) => isById);
      const paths = ids.map(({ target }) => target).filter((target) => !chosen.includes(target));
      return [...new Set(paths.map(({ path }) => path))].sort();
    },
  };
}

type References = ReadonlyMap<FoundDocument, readonly Reference[]>;

/** What no other refers to; of documents that refer to each other in a circle, the first. */
function findRoots(documents: readonly FoundDocument[], references: References): readonly FoundDocument[] {
  const parts = new Set(
    documents.flatMap((document) => (references.get(document) ?? []).map(({ target }) => target)),
  );
  const roots = documents.filter((document) => !parts.has(document));
  const reached = reach(roots, references);
  for (const document of documents) {
    if (reached.has(document)) continue;
    roots.push(document);
    for (const each of reach([document], references)) reached.add(each);
  }
  return documents.filter((document) => roots.includes(document));
}

function reach(from: readonly FoundDocument[], references: References): Set<FoundDocument> {
  const reached = new Set(from);
  for (const document of reached) {
    for (const { target } of references.get(document) ?? []) reached.add(target);
  }
  return reached;
}

/** Each `$ref`: the document's URI that it resolves to, and how it is written. */
function listReferences(document: FoundDocument, root: string): (readonly [string, string])[] {
  const id = textOf(document.value, "$id");
  const base = isAbsoluteUri(id) ? id : uriOf(document, root);
  const written = new Set(findTexts(document.value));
  return [...written].map((reference) => [withoutFragment(resolveUri(base, reference)), reference] as const);
}

function findTexts(value: JsonValue): readonly string[] {
  const found: string[] = [];
  const pending: JsonValue[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== "object" || next === null) continue;
    for (const [key, member] of Object.entries(next)) {
      if (key === "$ref" && typeof member === "string") found.push(member);
      else pending.push(member);
    }
  }
  return found;
}

function uriOf({ path }: FoundDocument, root: string): string {
  return pathToFileURL(join(root, path)).href;
}
