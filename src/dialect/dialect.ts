/**
 * How a keyword's value holds subschemas; all that `link` needs to know of it.
 *
 * - `schema`: one; `schemas`: an array of them; `schema-map`: an object of them; `definitions`: an object of them, each a
 *   definition; `schema-or-schemas`: one or an array (`items` before 2020-12);
 * - `schema-or-names-map`: an object of schemas, where a member that is an array holds names (`dependencies`);
 *   `schema-or-name-map`: likewise, where a string is a name too (draft 3);
 * - `names-or-schemas`: one or an array of them, where what is an object is a schema and the rest names (draft 3's `type`);
 * - `reference`: a URI reference to a schema; `dynamic-reference`: one that the dynamic scope may lead elsewhere, if what it refers
 *   to has that name as dynamic anchor (2020-12's `$dynamicRef`); `recursive-reference`: the same for a resource's root that says so
 *   (`$recursiveRef`); `scope-reference`: the name of a dynamic anchor, looked up in the dynamic scope alone (v1's `$dynamicRef`);
 * - `identifier`: `$id`; `anchor`: `$anchor`; `dialect`: `$schema`;
 * - `dynamic-anchor`: 2020-12's `$dynamicAnchor`, an anchor for references of any kind; `scope-anchor`: v1's, for dynamic ones alone;
 *   `recursive-anchor`: `$recursiveAnchor`;
 * - `data`: anything else; nothing in it is a schema.
 */
export type KeywordShape =
  | "schema"
  | "schemas"
  | "schema-map"
  | "definitions"
  | "schema-or-schemas"
  | "schema-or-names-map"
  | "schema-or-name-map"
  | "names-or-schemas"
  | "reference"
  | "dynamic-reference"
  | "recursive-reference"
  | "scope-reference"
  | "identifier"
  | "anchor"
  | "dynamic-anchor"
  | "scope-anchor"
  | "recursive-anchor"
  | "dialect"
  | "data";

/**
 * What a keyword means, whatever its dialect calls it: 2020-12's name, or `draft-03/…`, `2019-09/…` for a meaning
 * that has gone, by the first dialect of those tables that has it.
 * `schema/keywords` lowers each to the canonical schema; one that has no row there is reported, never ignored.
 */
export type KeywordId = string;

export interface Keyword {
  readonly id: KeywordId;
  readonly shape: KeywordShape;
}

/** A set of keywords that meta-schemas can list. */
export interface Vocabulary {
  readonly keywords: ReadonlyMap<string, Keyword>;
  /** Whether `format` asserts where the vocabulary is listed; `assert-if-required`: where its value is true. */
  readonly formats?: "assert" | "assert-if-required";
}

/** One dialect, as data. */
export interface Dialect {
  /** Its meta-schema's URI, without an empty fragment. */
  readonly uri: string;
  /** As people call it: `2020-12`, `draft-07`. */
  readonly name: string;
  /** Keyword by the name that stands in a schema. A name that is not here is an annotation. */
  readonly keywords: ReadonlyMap<string, Keyword>;
  /** Whether keywords beside `$ref` apply; up to draft 7 they do not. */
  readonly refSiblings: "apply" | "ignore";
  /** What an `$id` that is only a fragment is: an anchor (up to draft 7), or forbidden. */
  readonly fragmentIdentifier: "anchor" | "forbidden";
  /** Whether `format` asserts unless the config says otherwise. */
  readonly formats: "annotate" | "assert";
  /** By their URIs, those that meta-schemas written in it can list; none before 2019-09, and none in v1. */
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
}
