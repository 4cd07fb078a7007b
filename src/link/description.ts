import type { Diagnostic } from "../diagnostic.js";
import type { Dialect } from "../dialect/dialect.js";
import type { JsonValue } from "../json.js";
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
  /** Those in a language that is none of ours. */
  readonly foreign: readonly ForeignSchema[];
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

export interface DescribedSchema {
  readonly tokens: readonly string[];
  /** Undefined where it is the document's. */
  readonly dialect: Dialect | undefined;
  readonly value: JsonValue;
  /** What its author calls it, best first. */
  readonly names: readonly string[];
}

export interface ForeignSchema {
  readonly tokens: readonly string[];
  /** The media type that says what it is. */
  readonly format: string;
}
