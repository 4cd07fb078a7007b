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
  /**
   * The places that the dynamic anchors of its schema resource name; `""` is the resource's root, where that has
   * `$recursiveAnchor: true`. One map for all schemas of a resource. Those that a reference looks up are among the schemas linked.
   */
  readonly dynamicAnchors: ReadonlyMap<string, SchemaId>;
}

/** What a reference leads to. */
export interface Reference {
  /** Where it leads by itself; undefined only where it is a name to look up in the dynamic scope, and its own resource lacks it. */
  readonly target: SchemaId | undefined;
  /**
   * The dynamic anchor that it leads to instead, where the dynamic scope has one: in the outermost resource whose `dynamicAnchors`
   * have this name. Only where the reference is dynamic by its dialect.
   * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
   */
  readonly dynamicAnchor?: string;
}

/** All schemas that the roots reach, each reference resolved. */
export interface Linked {
  /** None where the input is a whole API description: its schemas are definitions alone. */
  readonly roots: readonly SchemaId[];
  /** In document order, roots first. */
  readonly schemas: ReadonlyMap<SchemaId, LinkedSchema>;
  /** By the SchemaId of the schema that refers and the keyword that does (`$ref`): what it refers to. */
  readonly references: ReadonlyMap<SchemaId, ReadonlyMap<string, Reference>>;
  /** URIs of documents that references and `$schema` ask for and that are not among the documents. */
  readonly missing: readonly string[];
}
