import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Dialect, KeywordShape } from "../dialect/dialect.js";
import { dialects } from "../dialect/dialects.js";
import type { JsonValue } from "../json.js";
import type { Document } from "../load/documents.js";
import { nearest } from "../nearest.js";
import { appendPointer } from "../pointer.js";
import { readIdentifier } from "./identifier.js";
import type { KnownDialects } from "./known-dialects.js";
import type { SchemaId, SchemaPosition } from "./linked.js";
import type { Resource } from "./schema-place.js";
import { newResource } from "./schema-place.js";
import { findKeywords, hasNames, hidesSiblings } from "./subschemas.js";

/** What holds where a schema stands: how it is read, and what its references count from. */
export interface Scope extends ReadBy {
  readonly resource: Resource;
}

/** How a schema is read. */
interface ReadBy {
  readonly dialect: Dialect;
  /** What is wrong with the `$schema` that gives the dialect, or with the meta-schema that it names. */
  readonly dialectDiagnostics: readonly Diagnostic[];
  /** The URI of a meta-schema that the dialect should come from, and that is not among the documents. */
  readonly lacking: string | undefined;
}

/** A scope opened by what stands in a schema, with the anchors it gives itself and what is wrong with either. */
export interface OpenedScope extends Scope {
  readonly anchors: readonly string[];
  readonly dynamicAnchors: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A schema about to be entered; `standalone`: no schema is known around it, so its `$schema` counts even without `$id`. */
export interface Entering {
  readonly id: SchemaId;
  readonly place: SchemaPosition;
  readonly document: Document;
  readonly value: JsonValue;
  readonly standalone: boolean;
}

/**
 * The scope inside a schema, from the one around it.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.1
 */
export function openScope(entering: Entering, outer: Scope, known: KnownDialects): OpenedScope {
  const { value } = entering;
  if (!hasNames(value, outer.dialect)) return continueScope(outer);
  const diagnostics: Diagnostic[] = [];
  const named = readDialect(entering, outer, known);
  const candidate = named.dialect;
  const anchors: string[] = [];
  let resource = outer.resource;
  const siblingsApply = !hidesSiblings(value, candidate);
  for (const { name, value: text } of siblingsApply ? findKeywords(value, candidate, "identifier") : []) {
    if (typeof text !== "string") continue;
    const identifier = readIdentifier(text, outer.resource.baseUri, candidate);
    if (identifier.kind === "resource") resource = openResource(entering, identifier.uri);
    if (identifier.kind === "anchor") anchors.push(identifier.name);
    if (identifier.kind === "forbidden") diagnostics.push(forbidIdentifier(entering, name, text, candidate));
  }
  const dynamicAnchors: string[] = [];
  if (siblingsApply) {
    const dynamic = readAnchors(value, candidate, "dynamic-anchor");
    anchors.push(...readAnchors(value, candidate, "anchor"), ...dynamic);
    dynamicAnchors.push(...dynamic, ...readAnchors(value, candidate, "scope-anchor"));
  }
  if (resource.id === entering.id && isRecursive(value, candidate)) dynamicAnchors.push("");
  const { dialect, dialectDiagnostics, lacking } =
    entering.standalone || resource !== outer.resource ? named : outer;
  return {
    dialect,
    dialectDiagnostics,
    lacking,
    resource,
    anchors: [...new Set(anchors)],
    dynamicAnchors,
    diagnostics: [...dialectDiagnostics, ...diagnostics],
  };
}

/** What is called nothing, as most is, is in the scope around it. */
function continueScope({ dialect, dialectDiagnostics, lacking, resource }: Scope): OpenedScope {
  const diagnostics = dialectDiagnostics;
  return { dialect, dialectDiagnostics, lacking, resource, anchors: none, dynamicAnchors: none, diagnostics };
}

const none: readonly string[] = [];

function openResource(entering: Entering, baseUri: string): Resource {
  return newResource(entering, baseUri);
}

function readAnchors(value: JsonValue, dialect: Dialect, shape: KeywordShape): string[] {
  const names = findKeywords(value, dialect, shape).map((keyword) => keyword.value);
  return names.filter((name) => typeof name === "string");
}

/**
 * Whether the root of a resource may be replaced by that of a resource further out.
 * @see https://json-schema.org/draft/2019-09/json-schema-core#section-8.2.4.2.2
 */
function isRecursive(value: JsonValue, dialect: Dialect): boolean {
  return findKeywords(value, dialect, "recursive-anchor").some((keyword) => keyword.value === true);
}

/** What the `$schema` of a schema says, if it has one. */
function readDialect(entering: Entering, outer: Scope, known: KnownDialects): ReadBy {
  const [keyword] = findKeywords(entering.value, outer.dialect, "dialect");
  if (typeof keyword?.value !== "string") return outer;
  const { uri, pointer } = entering.place;
  const place = { uri, pointer: appendPointer(pointer, keyword.name) };
  return nameDialect(keyword.value, outer.dialect, known, place);
}

/** The dialect that is named at a place; where it is not known, `outer` stays. */
export function nameDialect(
  name: string,
  outer: Dialect,
  known: KnownDialects,
  place: Diagnostic["place"],
): ReadBy {
  const { dialect, diagnostics, missing } = known.find(name);
  if (dialect) return { dialect, dialectDiagnostics: diagnostics, lacking: undefined };
  return { dialect: outer, dialectDiagnostics: [reportUnknownDialect(name, place)], lacking: missing };
}

/** A diagnostic about a dialect that is not known, with those that are; `place` is undefined for an option. */
export function reportUnknownDialect(wanted: string, place?: Diagnostic["place"]): Diagnostic {
  const [near] = nearest(
    wanted,
    dialects.flatMap(({ uri, name }) => [uri, name]),
  );
  const known = dialects.map(({ name, uri }) => `${name} (${uri})`).join(", ");
  return diagnose(
    "dialect-unknown",
    `The dialect "${wanted}" is not known.`,
    `${near === undefined ? "Use" : `Did you mean "${near}"? Use`} one of these: ${known}; or add its meta-schema to \`documents\`.`,
    place,
  );
}

function forbidIdentifier(entering: Entering, name: string, text: string, dialect: Dialect): Diagnostic {
  const { uri, pointer } = entering.place;
  return diagnose(
    "identifier-forbidden",
    `The ${name} "${text}" has a fragment, which ${dialect.name} does not allow, so it does not change the base URI.`,
    `Make the ${name} a URI without fragment, or leave it out.`,
    { uri, pointer: appendPointer(pointer, name) },
  );
}
