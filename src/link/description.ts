import type { Diagnostic } from "../diagnostic.js";
import type { Dialect } from "../dialect/dialect.js";
import type { JsonValue } from "../json.js";
import type { Document } from "../load/documents.js";
import type { Pointer } from "../pointer.js";

/** A document that is no schema, but describes an API and holds schemas. */
export interface Description {
  /** The dialect of schemas where nothing says. */
  readonly dialect: Dialect;
  /** The dialect that the document itself names instead, and where. */
  readonly namedDialect?: { readonly name: string; readonly pointer: Pointer };
  /** What references in its schemas resolve against. */
  readonly baseUri: string;
  /** The schemas that the document as a whole stands for. */
  readonly schemas: readonly DescribedSchema[];
  /** The unions that it stands for beside them. */
  readonly unions: readonly DescribedUnion[];
  /** Those in a language that is none of ours. */
  readonly foreign: readonly ForeignSchema[];
  /** The URIs of documents that it is split into, as far as they are not there. */
  readonly missing: readonly string[];
  /** What is lost of it as a whole, and why. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why nothing is read of it. */
  readonly unsupported?: Diagnostic;
  /** What a pointer into the document means as a schema; undefined where nothing there can be one. */
  readonly locate: (tokens: readonly string[]) => LocatedSchema | ForeignSchema | undefined;
}

export interface LocatedSchema {
  /** The way to it from the document's root; longer than the pointer where that leads to what holds the schema. */
  readonly tokens: readonly string[];
  /** Undefined where it is that of what stands around it. */
  readonly dialect: Dialect | undefined;
}

/** A place in a document: the description, or one that it is split into. */
export interface DescribedPlace {
  readonly document: Document;
  readonly tokens: readonly string[];
}

export interface DescribedSchema extends DescribedPlace {
  /** Undefined where it is that of what stands around it. */
  readonly dialect: Dialect | undefined;
  readonly value: JsonValue;
  /** What its author calls it, best first. */
  readonly names: readonly string[];
}

/** The schemas of bodies that a name tells apart which stands outside of them. No schema of the document says so. */
export interface DescribedUnion {
  /** What the document calls all of them, `webhooks`. */
  readonly key: string;
  /** Where they stand in the description, or the first of them. */
  readonly tokens: readonly string[];
  readonly names: readonly string[];
  readonly description: string;
  /** What stands outside is called: `event`. */
  readonly tag: string;
  readonly members: readonly UnionMember[];
}

export interface UnionMember {
  /** The value of the tag. */
  readonly value: string;
  /** Where the document says what the body is. */
  readonly place: DescribedPlace;
  /** The schema of the body: what stands there, or the component that it refers to. */
  readonly target: DescribedPlace;
}

export interface ForeignSchema extends DescribedPlace {
  /** The media type that says what it is. */
  readonly format: string;
}
