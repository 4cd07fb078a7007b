import type { Document } from "../load/documents.js";
import { parsePointer, formatPointer } from "../pointer.js";
import { fragmentOf, resolveUri, withoutFragment } from "../uri.js";
import type { Resource, SchemaPlace } from "./schema-place.js";
import { isSchema } from "./schema-place.js";
import type { Survey } from "./survey.js";
import { findPlace } from "./survey.js";
import type { ReferenceShape } from "./subschemas.js";

/** Why a reference leads nowhere. */
export type ReferenceFailure =
  /** Nothing is known under this absolute URI. */
  | { readonly kind: "no-document"; readonly uri: string }
  | { readonly kind: "no-place"; readonly document: Document; readonly fragment: string }
  | { readonly kind: "no-schema"; readonly place: SchemaPlace }
  /** Several documents give themselves the reference, letter by letter, as `$id`. */
  | { readonly kind: "ambiguous"; readonly documents: readonly Document[] };

export type Resolution = Found | ReferenceFailure;

interface Found {
  readonly kind: "found";
  /** Undefined only where a name may be in the dynamic scope alone. */
  readonly place: SchemaPlace | undefined;
  /** The dynamic anchor to look up first; see `Reference`. */
  readonly dynamicAnchor?: string;
}

/**
 * What a reference in `from` refers to: by the specification, else the document whose root has the reference, letter by
 * letter, as its `$id`, as files have that were cut from a bigger document.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3
 */
export function resolveReference(
  survey: Survey,
  from: SchemaPlace,
  reference: string,
  shape: ReferenceShape,
): Resolution {
  if (shape === "scope-reference") return resolveDynamicName(from.resource, reference);
  const resolution = resolveStatically(survey, from, reference);
  if (resolution.kind !== "found" || !resolution.place) return resolution;
  const dynamicAnchor = findDynamicAnchor(resolution.place, reference, shape);
  return dynamicAnchor === undefined ? resolution : { ...resolution, dynamicAnchor };
}

/**
 * The dynamic scope always has the resource that refers, so its own anchor is where the name leads by itself. A name is written
 * with `#` before it or without.
 */
function resolveDynamicName(from: Resource, reference: string): Found {
  const name = reference.replace(/^#/, "");
  return { kind: "found", place: from.dynamicAnchors.get(name)?.[0], dynamicAnchor: name };
}

/**
 * The name that a dynamic reference goes by, where what it refers to goes by it as well; else it is like any other.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 * @see https://json-schema.org/draft/2019-09/json-schema-core#section-8.2.4.2
 */
function findDynamicAnchor(
  target: SchemaPlace,
  reference: string,
  shape: ReferenceShape,
): string | undefined {
  if (shape === "reference") return undefined;
  const name = shape === "recursive-reference" ? "" : fragmentOf(reference);
  // The root of a resource has no name that a fragment could give.
  if (shape === "dynamic-reference" && name === "") return undefined;
  return target.dynamicAnchors.includes(name) ? name : undefined;
}

function resolveStatically(survey: Survey, from: SchemaPlace, reference: string): Resolution {
  const resolution = resolveAbsolute(survey, from.resource, resolveUri(from.resource.baseUri, reference));
  if (resolution.kind === "found" || resolution.kind === "no-schema") return resolution;
  const [document, ...others] = survey.literalIdentifiers.get(reference) ?? [];
  if (!document) return resolution;
  if (others.length > 0) return { kind: "ambiguous", documents: [document, ...others] };
  return found(findPlace(survey, document, "")) ?? resolution;
}

function resolveAbsolute(survey: Survey, from: Resource, target: string): Resolution {
  const uri = withoutFragment(target);
  const resource = findResource(survey, from, uri);
  if (!resource) return { kind: "no-document", uri };
  const fragment = fragmentOf(target);
  const place =
    fragment === "" || fragment.startsWith("/")
      ? findPlace(survey, resource.document, pointerInDocument(resource, fragment))
      : resource.anchors.get(fragment)?.[0];
  return found(place) ?? { kind: "no-place", document: resource.document, fragment };
}

/** Identifiers come before addresses, so that what names itself is never asked for; a resource finds itself first of all. */
function findResource(survey: Survey, from: Resource, uri: string): Resource | undefined {
  if (uri === from.baseUri) return from;
  const identified = survey.resources.get(uri)?.[0];
  if (identified) return identified;
  const document = survey.documents.documents.get(uri);
  return document && survey.scopes.get(document)?.resource;
}

/** Pointers count from the root of the resource; tokens are written in one way, so that one place has one name. */
function pointerInDocument(resource: Resource, fragment: string): string {
  return resource.place.pointer + formatPointer(parsePointer(fragment));
}

function found(place: SchemaPlace | undefined): Resolution | undefined {
  if (!place) return undefined;
  const isKnownOther = place.unreadable?.what !== undefined;
  return isSchema(place.value) && !isKnownOther ? { kind: "found", place } : { kind: "no-schema", place };
}
