import type { Dialect } from "../dialect/dialect.js";
import { invariant } from "../invariant.js";
import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import { findKeywords, hidesSiblings } from "../link/subschemas.js";
import type { LinkedSchema, SchemaPosition } from "../link/linked.js";
import type { Documents } from "../load/documents.js";
import { resolvePointer } from "../pointer.js";
import { isAbsoluteUri } from "../uri.js";
import { keyOf } from "./pieces.js";

/** A schema resource as its author wrote it, and what of it decides how it is bundled. */
export interface SourceResource {
  readonly place: SchemaPosition;
  /** What stands at its root. */
  readonly value: JsonValue;
  readonly dialect: Dialect;
  readonly baseUri: string;
  /** The keyword that identifies a schema in its dialect. */
  readonly identifierKeyword: string;
  /** What its `$id` says, as it is written. */
  readonly identifier: string | undefined;
  /** The anchors in what is reached of it. */
  readonly anchors: readonly string[];
  /** Whether references depend on it being a resource: those that are dynamic do. */
  readonly isDynamic: boolean;
}

/** The resources of the schemas, by `keyOf` their places. */
export function findResources(
  documents: Documents,
  schemas: readonly LinkedSchema[],
): ReadonlyMap<string, SourceResource> {
  const members = new Map<string, LinkedSchema[]>();
  for (const schema of schemas) {
    const key = keyOf(schema.resource);
    const known = members.get(key);
    if (known) known.push(schema);
    else members.set(key, [schema]);
  }
  return new Map([...members].map(([key, each]) => [key, describe(documents, each)]));
}

function describe(documents: Documents, members: readonly LinkedSchema[]): SourceResource {
  const [first] = members;
  invariant(first, "a resource has schemas");
  const { resource: place, dialect, baseUri, dynamicAnchors } = first;
  const value = resolvePointer(documents.documents.get(place.uri)?.value ?? true, place.pointer) ?? true;
  const [keyword] = [...dialect.keywords].find(([, { shape }]) => shape === "identifier") ?? ["$id"];
  return {
    place,
    value,
    dialect,
    baseUri,
    identifierKeyword: keyword,
    identifier: readIdentifier(value, dialect),
    anchors: members.flatMap(listAnchors),
    isDynamic: dynamicAnchors.size > 0 || members.some(isScoped),
  };
}

/** What identifies the resource; an `$id` that is only a fragment, or has one that counts, does not. */
function readIdentifier(value: JsonValue, dialect: Dialect): string | undefined {
  if (hidesSiblings(value, dialect)) return undefined;
  const texts = findKeywords(value, dialect, "identifier").map((keyword) => keyword.value);
  return texts.filter((text) => typeof text === "string").find((text) => text !== "" && !hasFragment(text));
}

/** Whether an identifier has a fragment that says something. */
export function hasFragment(identifier: string): boolean {
  return /#./s.test(identifier);
}

/** The anchors of a schema; up to draft 7, fragments that identify it. */
export function listAnchors({ value, dialect }: LinkedSchema): string[] {
  if (hidesSiblings(value, dialect)) return [];
  const fragments = findKeywords(value, dialect, "identifier").map((keyword) =>
    typeof keyword.value === "string" && dialect.fragmentIdentifier === "anchor"
      ? (/#(.+)/s.exec(keyword.value)?.[1] ?? "")
      : "",
  );
  const named = (["anchor", "dynamic-anchor"] as const).flatMap((shape) =>
    findKeywords(value, dialect, shape).map((keyword) => keyword.value),
  );
  return [...fragments, ...named].filter((name): name is string => typeof name === "string" && name !== "");
}

function isScoped({ value, dialect }: LinkedSchema): boolean {
  const shapes = ["recursive-reference", "recursive-anchor", "dynamic-anchor", "scope-anchor"] as const;
  return shapes.some((shape) => findKeywords(value, dialect, shape).length > 0);
}

/** Whether every machine knows the resource by its URI, so that it is part of what the schema says. */
export function hasPortableUri({ baseUri, value, dialect }: SourceResource): boolean {
  return isPortable(baseUri) && !hidesSiblings(value, dialect);
}

/** Whether a URI means the same everywhere: one of a file does not. */
export function isPortable(uri: string): boolean {
  return isAbsoluteUri(uri) && !/^(file|schemist):/i.test(uri);
}

/** Whether the document is an official meta-schema, which whoever reads schemas has. */
export function isOfficial(uri: string): boolean {
  return /^https?:\/\/json-schema\.org\/(draft-0\d\/schema|draft\/[\d-]+\/(schema|meta\/[\w-]+)|v1(\/\d+)?)$/.test(
    uri,
  );
}

/** The `$schema` that the resource has. */
export function readDialectName({ value, dialect }: SourceResource): string | undefined {
  const [keyword] = isJsonObject(value) ? findKeywords(value, dialect, "dialect") : [];
  return typeof keyword?.value === "string" ? keyword.value : undefined;
}
