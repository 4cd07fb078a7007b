import type { Dialect } from "../dialect/dialect.js";
import type { JsonObject } from "../json.js";
import type { Pointer } from "../pointer.js";

/** The name of a schema: its document's absolute URI, `#`, and the JSON Pointer from the document's root (`""` for the root). */
export type SchemaId = `${string}#${string}`;

export function schemaId(uri: string, pointer: Pointer): SchemaId {
  return `${uri}#${pointer}`;
}

/** The document's URI and the pointer that a SchemaId is made of. */
export function placeOf(id: SchemaId): { uri: string; pointer: Pointer } {
  const hash = id.indexOf("#");
  return { uri: id.slice(0, hash), pointer: id.slice(hash + 1) };
}

/** A place where a schema stands. */
export interface LinkedSchema {
  readonly id: SchemaId;
  readonly value: boolean | JsonObject;
  readonly dialect: Dialect;
  /** What its references resolve against. */
  readonly baseUri: string;
  /**
   * Whether it is a definition: a root, a document's own root, a member of a map of definitions, or the target of a reference
   * that is no subschema of another LinkedSchema.
   */
  readonly definition: boolean;
  /** Names that its author gave it, best first: its key among definitions, the last segment of its `$id`; may be empty. */
  readonly givenNames: readonly string[];
}

/** All schemas that the roots reach, each reference resolved. */
export interface Linked {
  readonly roots: readonly SchemaId[];
  /** In document order, roots first. */
  readonly schemas: ReadonlyMap<SchemaId, LinkedSchema>;
  /** By the SchemaId of the schema that refers and the keyword that does (`$ref`): what it refers to. */
  readonly references: ReadonlyMap<SchemaId, ReadonlyMap<string, SchemaId>>;
  /** URIs of documents that references ask for and that are not among the documents. */
  readonly missing: readonly string[];
}
