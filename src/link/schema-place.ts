import type { Diagnostic } from "../diagnostic.js";
import type { Dialect } from "../dialect/dialect.js";
import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import type { Document } from "../load/documents.js";
import type { ExternalTagNames, SchemaId, SchemaPosition } from "./linked.js";

/**
 * A schema resource: a whole document, or what an `$id` opens in one. Pointers and anchors in references count from its root.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.5
 */
export interface Resource {
  /** The SchemaId of its root. */
  readonly id: SchemaId;
  readonly place: SchemaPosition;
  readonly document: Document;
  /** Its identifier, or the URI that its document was retrieved under; without fragment. */
  readonly baseUri: string;
  /** The places that each anchor names: one, unless the author gave it twice. */
  readonly anchors: Map<string, SchemaPlace[]>;
  /** The places that each dynamic anchor names, likewise; `""` names the root, where that has `$recursiveAnchor: true`. */
  readonly dynamicAnchors: Map<string, SchemaPlace[]>;
}

/** A resource that nothing has named a place of. */
export function newResource(
  { id, place, document }: Pick<Resource, "id" | "place" | "document">,
  baseUri: string,
): Resource {
  return { id, place, document, baseUri, anchors: new Map(), dynamicAnchors: new Map() };
}

/** A place in a document where a schema may stand, whether or not anything reaches it. */
export interface SchemaPlace {
  readonly id: SchemaId;
  readonly place: SchemaPosition;
  readonly document: Document;
  /** Whatever stands there; only an object or a boolean is a schema. */
  readonly value: JsonValue;
  readonly dialect: Dialect;
  readonly resource: Resource;
  readonly dialectDiagnostics: readonly Diagnostic[];
  readonly lacking: string | undefined;
  /** Anchors that name it. */
  readonly anchors: readonly string[];
  /** Those for dynamic references. */
  readonly dynamicAnchors: readonly string[];
  /** Whether it is a document's root, or a member of a map of definitions. */
  readonly definition: boolean;
  /** The places of its subschemas, in document order. */
  readonly subschemas: SchemaPlace[];
  /** What is wrong with its `$id`, and with the `$schema` that it is read by; told only where the place is reached. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of a union that a description stands for. */
  readonly externalTag?: ExternalTagNames;
  /** Where something stands that is known to be no schema of ours, what that is. */
  readonly unreadable?: Unreadable;
}

export interface Unreadable {
  /** Told where the input names the place. */
  readonly diagnostic: Diagnostic;
  /** The end of a sentence, told of each reference that leads there; undefined where the diagnostic is told for all of them. */
  readonly what: string | undefined;
}

export function isSchema(value: JsonValue): value is boolean | JsonObject {
  return typeof value === "boolean" || isJsonObject(value);
}
