import type { InlineSchema, ResolvedInput } from "../config/config.js";
import type { Diagnostic } from "../diagnostic.js";
import { resolveUri, withoutFragment } from "../uri.js";
import type { Entry } from "./find-entries.js";
import { findEntries } from "./find-entries.js";
import type { Access, Reading } from "./read-document.js";
import { acceptValue } from "./read-document.js";

/** What an input names, before anything of it is read. */
export interface ReadingPlan {
  /** The schemas to generate from. */
  readonly roots: readonly Entry[];
  /** What is there already: schemas given as values. */
  readonly given: readonly Reading[];
  /** The documents to read, roots first, each once. */
  readonly wanted: readonly string[];
  readonly access: Access;
  readonly diagnostics: readonly Diagnostic[];
}

/** The URI of a schema that is given without one; what values refer to is relative to it. */
const inlineUri = "schemist:///schema.json";

/** Finds out what to read. Globs are matched here; a schema and documents given as values touch no disk. */
export async function planReading(input: ResolvedInput): Promise<ReadingPlan> {
  const { schema, documents } = input;
  const inline = typeof schema === "string" ? undefined : schema;
  const root =
    typeof schema === "string" ? await findEntries(schema) : { value: [entryOf(schema)], diagnostics: [] };
  const baseUri = root.value[0]?.uri ?? inlineUri;
  const patterns = isPatterns(documents) ? documents : [];
  const named = await Promise.all(patterns.map(findEntries));
  const values = isPatterns(documents) || typeof documents === "function" ? {} : documents;
  const given = [
    ...(inline ? [acceptValue(entryOf(inline).uri, inline.schema, inline.dialect)] : []),
    ...Object.entries(values)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => acceptValue(withoutFragment(resolveUri(baseUri, key)), value)),
  ];
  // In whatever order they are named: it would decide which of two gets a name that both want.
  const others = named.flatMap(({ value }) => value.map(({ uri }) => uri)).sort();
  const uris = new Set([...root.value.map(({ uri }) => uri), ...others]);
  for (const { uri } of given) uris.delete(uri);
  return {
    roots: root.value,
    given,
    wanted: [...uris],
    access: grantAccess(input),
    diagnostics: [root, ...named].flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A schema given as a value keeps the input off the disk, unless paths are given beside it. */
function grantAccess({ schema, documents, remote, root }: ResolvedInput): Access {
  const hasPaths = isPatterns(documents) && documents.length > 0;
  return {
    root,
    lookup: typeof documents === "function" ? documents : undefined,
    files: typeof schema === "string" || hasPaths,
    hosts: remote === false ? [] : remote,
  };
}

function entryOf({ uri = inlineUri }: InlineSchema): Entry {
  return { uri: withoutFragment(resolveUri(inlineUri, uri)), pointer: "" };
}

function isPatterns(documents: ResolvedInput["documents"]): documents is readonly string[] {
  return Array.isArray(documents);
}
