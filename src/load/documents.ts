import type { JsonValue } from "../json.js";
import type { Pointer } from "../pointer.js";

/** The text that a document was parsed from; positions are found in it when they are asked for. */
export interface Source {
  /** As people know it: a path relative to the input's root, with `/`, or a URL. */
  readonly file: string;
  readonly text: string;
  readonly syntax: "json" | "yaml";
}

/** One place that an overlay wrote, so that what stands there is located in the overlay. */
export interface Patch {
  /** Where in the patched document. */
  readonly pointer: Pointer;
  /** The overlay, and where in it the value stands. Undefined source: an overlay given as a value. */
  readonly source: Source | undefined;
  readonly sourcePointer: Pointer;
}

/** One document, overlays applied. */
export interface Document {
  /** The absolute URI that it was retrieved under, without fragment. */
  readonly uri: string;
  readonly value: JsonValue;
  /** Undefined for a value that was given. */
  readonly source: Source | undefined;
  readonly patches: readonly Patch[];
  /** The dialect named beside an inline schema. */
  readonly dialect: string | undefined;
}

/** Everything that was read for one input. */
export interface Documents {
  /** The schemas to generate from: a document's URI and a JSON Pointer into it. */
  readonly roots: readonly { readonly uri: string; readonly pointer: Pointer }[];
  readonly documents: ReadonlyMap<string, Document>;
  /** URIs that were asked for and cannot be read, with the reason as a sentence. */
  readonly unavailable: ReadonlyMap<string, string>;
}

/** What lies where the output goes, and bears on it. */
export interface Surroundings {
  /** Names that the last run gave, by published key, from `schemist.manifest.json`. */
  readonly publishedNames: Readonly<Record<string, string>>;
  /** Prettier's options for the folder written to. */
  readonly formatting: Readonly<Record<string, unknown>>;
}

/** The file that holds the user's own formats and keywords. */
export interface ExtensionFile {
  readonly uri: string;
  /** As people know it: its path relative to the input's root, with `/`. */
  readonly file: string;
  /** With lines that end in LF. */
  readonly text: string;
}
