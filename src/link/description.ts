import type { Diagnostic } from "../diagnostic.js";
import type { Dialect } from "../dialect/dialect.js";
import type { JsonValue } from "../json.js";

/** A document that is no schema, but describes an API and holds schemas. */
export interface Description {
  /** The dialect of schemas that do not say. */
  readonly dialect: Dialect;
  /** What references in its schemas resolve against. */
  readonly baseUri: string;
  /** The schemas that the document as a whole stands for. */
  readonly schemas: readonly DescribedSchema[];
  /** Those in a language that is none of ours. */
  readonly foreign: readonly ForeignSchema[];
  /** What is wrong with the document itself; told where anything in it is reached. */
  readonly diagnostics: readonly Diagnostic[];
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
  readonly dialect: Dialect;
  readonly value: JsonValue;
  /** What its author calls it, best first. */
  readonly names: readonly string[];
}

export interface ForeignSchema {
  readonly tokens: readonly string[];
  /** The media type that says what it is. */
  readonly format: string;
}

/** A document that is known to be no schema, and that nothing is read of. */
export interface Unsupported {
  readonly unsupported: Diagnostic;
}
