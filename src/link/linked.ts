import { createHash } from "node:crypto";
import type { Dialect } from "../dialect/dialect.js";
import type { JsonObject } from "../json.js";
import type { Pointer } from "../pointer.js";
import { appendPointer, formatPointer, parsePointer } from "../pointer.js";

/**
 * The name of a schema: its document's absolute URI, `#`, and the JSON Pointer from the document's root (`""` for the root). Of a
 * longer pointer the beginning is `~~` with a digest, which no pointer has: so names stay short, however deep schemas stand.
 */
export type SchemaId = `${string}#${string}`;

/** Pointers of more characters are cut; some hundred levels of schemas have fewer. */
const pointerBudget = 2000;

export function rootId(uri: string): SchemaId {
  return `${uri}#`;
}

/** The name of what the tokens lead to from another schema: the same, whatever of the way is walked at once. */
export function subschemaId(id: SchemaId, tokens: readonly (string | number)[]): SchemaId {
  const pointer = formatPointer(tokens);
  return fitsBudget(id, pointer) ? `${id}${pointer}` : cutId(id, tokens);
}

/** The same for the pointer that the tokens make. */
export function idBelow(id: SchemaId, pointer: Pointer): SchemaId {
  return fitsBudget(id, pointer) ? `${id}${pointer}` : cutId(id, parsePointer(pointer));
}

/** Whether nothing need be cut, the document's URI counted in: so that the id need not be searched for its pointer. */
function fitsBudget(id: SchemaId, pointer: Pointer): boolean {
  return id.length + pointer.length <= pointerBudget;
}

function cutId(id: SchemaId, tokens: readonly (string | number)[]): SchemaId {
  const start = id.indexOf("#") + 1;
  let current = id;
  for (const token of tokens) {
    current = appendPointer(current, token) as SchemaId;
    if (current.length - start <= pointerBudget) continue;
    const digest = createHash("sha256").update(current.slice(start)).digest("hex");
    current = `${id.slice(0, start - 1)}#~~${digest.slice(0, 32)}`;
  }
  return current;
}

/**
 * The name of what no schema of a document says, but its description as a whole: after the pointer stands `~`, which no pointer
 * ends in.
 */
export function unionId(uri: string, key: string): SchemaId {
  return `${uri}#${formatPointer([key])}~`;
}

/** Where a schema stands. */
export interface SchemaPosition {
  /** Of its document. */
  readonly uri: string;
  /** From the document's root, however long. */
  readonly pointer: Pointer;
}

/** A place where a schema stands. */
export interface LinkedSchema {
  readonly id: SchemaId;
  readonly place: SchemaPosition;
  readonly value: boolean | JsonObject;
  readonly dialect: Dialect;
  /** What its references resolve against. */
  readonly baseUri: string;
  /** Where the root of its schema resource stands: the place of an `$id`, or its document's root. */
  readonly resource: SchemaPosition;
  /**
   * Whether it is a definition: a root, a document's own root, a member of a map of definitions, or the target of a reference
   * that is no subschema of another LinkedSchema.
   */
  readonly definition: boolean;
  /** Names that its author gave it, best first: its key among definitions, the last segment of its `$id`; may be empty. */
  readonly givenNames: readonly string[];
  /**
   * What stands outside of the values and tells the members of its `anyOf` apart; `values` are aligned with these. No keyword
   * says so, but a description.
   */
  readonly externalTag?: ExternalTagNames;
  /**
   * The places that the dynamic anchors of its schema resource name; `""` is the resource's root, where that has
   * `$recursiveAnchor: true`. One map for all schemas of a resource. Those that a reference looks up are among the schemas linked.
   */
  readonly dynamicAnchors: ReadonlyMap<string, SchemaId>;
}

/** What stands outside of a value: what it is called, and what it is for each member. */
export interface ExternalTagNames {
  readonly name: string;
  readonly values: readonly string[];
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
