import type { Dialect } from "../dialect/dialect.js";
import { defaultDialect, findDialect } from "../dialect/dialects.js";
import { invariant } from "../invariant.js";
import type { JsonValue } from "../json.js";
import type { Document, Documents } from "../load/documents.js";
import { formatPointer, resolvePointer } from "../pointer.js";
import { describeDocuments, dialectOfRoots, locateSchema } from "./descriptions.js";
import type { Description } from "./description.js";
import { KnownDialects } from "./known-dialects.js";
import type { SchemaId } from "./linked.js";
import { idBelow, rootId, subschemaId } from "./linked.js";
import type { Resource, SchemaPlace, Unreadable } from "./schema-place.js";
import { newResource } from "./schema-place.js";
import type { Entering, Scope } from "./scope.js";
import { nameDialect, openScope } from "./scope.js";
import { findKeywords, listSubschemas } from "./subschemas.js";

/** A document's root, or a place that only a reference makes a schema, and all schemas below it, in document order. */
export interface Tree {
  readonly document: Document;
  readonly tokens: readonly string[];
  readonly places: readonly SchemaPlace[];
}

/**
 * Every place where a schema may stand, and every name for one: of all documents up front, since an identifier in any of them
 * may be what a reference means. Grows where references lead to places that no keyword makes schemas.
 */
export interface Survey {
  readonly documents: Documents;
  readonly dialects: KnownDialects;
  readonly places: Map<SchemaId, SchemaPlace>;
  readonly trees: Tree[];
  /** Resources by the absolute URI that they give themselves. */
  readonly resources: Map<string, Resource[]>;
  /** Documents by the `$id` of their root, letter by letter. */
  readonly literalIdentifiers: Map<string, Document[]>;
  /** What holds at each document's root: for all that stands outside of known schemas. */
  readonly scopes: Map<Document, Scope>;
  /** The documents that are no schemas. */
  readonly descriptions: ReadonlyMap<Document, Description>;
}

/** Surveys all documents; `dialect` is that of documents which name none; for the default, that of the description that the first root is in. */
export function surveyDocuments(documents: Documents, dialect: string): Survey {
  const descriptions = describeDocuments(documents);
  const isDefault = findDialect(dialect) === defaultDialect;
  const ofRoots = isDefault ? dialectOfRoots(documents, descriptions) : undefined;
  const survey: Survey = {
    documents,
    dialects: new KnownDialects(documents),
    places: new Map(),
    trees: [],
    resources: new Map(),
    literalIdentifiers: new Map(),
    scopes: new Map(),
    descriptions,
  };
  for (const document of documents.documents.values()) {
    surveyDocument(survey, document, ofRoots?.uri ?? dialect);
  }
  for (const description of descriptions.values()) surveyBodies(survey, description);
  return survey;
}

/** The place that a pointer into a document names, made known if it is not; undefined where nothing stands there. */
export function findPlace(survey: Survey, document: Document, pointer: string): SchemaPlace | undefined {
  const { tokens, dialect, unreadable } = locateSchema(survey.descriptions.get(document), document, pointer);
  const id = subschemaId(rootId(document.uri), tokens);
  const known = survey.places.get(id);
  if (known) return known;
  const value = resolvePointer(document.value, formatPointer(tokens));
  if (value === undefined) return undefined;
  const around = enclosingScope(survey, document, tokens);
  if (unreadable) return addUnreadable(survey, { document, tokens, value }, around, unreadable);
  return growTree(survey, { document, tokens, value }, changeDialect(around, dialect));
}

function surveyDocument(survey: Survey, document: Document, dialect: string): void {
  const { uri } = document;
  const description = survey.descriptions.get(document);
  const baseUri = description?.baseUri ?? uri;
  const resource = newResource({ id: rootId(uri), place: { uri, pointer: "" }, document }, baseUri);
  if (description) return surveyDescription(survey, description, resource);
  const named = survey.dialects.find(document.dialect ?? dialect);
  const scope: Scope = {
    dialect: named.dialect ?? defaultDialect,
    dialectDiagnostics: named.diagnostics,
    lacking: named.missing,
    resource,
  };
  const root = growTree(survey, { document, tokens: [], value: document.value }, scope, true);
  survey.scopes.set(document, root);
  for (const { value } of findKeywords(root.value, root.dialect, "identifier")) {
    if (typeof value === "string") append(survey.literalIdentifiers, value, document);
  }
}

/** Its schemas are trees of their own; the document around them is none. */
function surveyDescription(survey: Survey, description: Description, resource: Resource): void {
  const { document, baseUri } = resource;
  const { dialect: own, namedDialect } = description;
  const place = { uri: document.uri, pointer: namedDialect?.pointer ?? "" };
  const readBy = namedDialect
    ? nameDialect(namedDialect.name, own, survey.dialects, place)
    : { dialect: own, ...builtIn };
  const scope = { ...readBy, resource };
  survey.scopes.set(document, scope);
  if (baseUri !== document.uri) append(survey.resources, baseUri, resource);
  for (const { dialect, ...schema } of description.schemas) {
    if (schema.document === document) growTree(survey, schema, changeDialect(scope, dialect), true);
  }
}

/** Those of its schemas that stand in files which it is split into, once all documents have scopes. */
function surveyBodies(survey: Survey, { schemas }: Description): void {
  for (const { document, tokens, value, dialect } of schemas) {
    if (survey.places.has(subschemaId(rootId(document.uri), tokens))) continue;
    const around = enclosingScope(survey, document, tokens);
    growTree(survey, { document, tokens, value }, changeDialect(around, dialect), true);
  }
}

/** What there is to say of a dialect that is a table of ours. */
const builtIn = { dialectDiagnostics: [], lacking: undefined };

function changeDialect(scope: Scope, dialect: Dialect | undefined): Scope {
  return dialect ? { ...builtIn, dialect, resource: scope.resource } : scope;
}

interface Start {
  readonly document: Document;
  readonly tokens: readonly string[];
  readonly value: JsonValue;
}

/** Registers a place and those below it, depth first on a stack, so that places come in document order. */
function growTree(survey: Survey, start: Start, scope: Scope, definition = false): SchemaPlace {
  const { document, tokens, value } = start;
  const places: SchemaPlace[] = [];
  survey.trees.push({ document, tokens, places });
  const { uri } = document;
  const id = subschemaId(rootId(uri), tokens);
  const place = { uri, pointer: formatPointer(tokens) };
  const root = openPlace(survey, { id, place, document, value, standalone: true }, scope, definition);
  const stack = [root];
  for (let next = stack.pop(); next; next = stack.pop()) {
    places.push(next);
    const opened = openSubschemas(survey, next);
    for (const below of opened.reverse()) stack.push(below);
  }
  return root;
}

/** Registers a place that is no schema to us: it has nothing below it, and whoever reaches it is told why. */
function addUnreadable(survey: Survey, start: Start, around: Scope, unreadable: Unreadable): SchemaPlace {
  const { document, tokens, value } = start;
  const { dialect, resource } = around;
  const { uri } = document;
  const id = subschemaId(rootId(uri), tokens);
  const position = { uri, pointer: formatPointer(tokens) };
  const known = { id, place: position, document, value, dialect, resource, ...builtIn };
  const none = { anchors: [], dynamicAnchors: [], definition: false, subschemas: [] };
  const place = { ...known, ...none, diagnostics: [unreadable.diagnostic], unreadable };
  survey.places.set(id, place);
  survey.trees.push({ document, tokens, places: [place] });
  return place;
}

/** Gives a place its subschemas; returns those that were not known before from another tree. */
function openSubschemas(survey: Survey, holder: SchemaPlace): SchemaPlace[] {
  const opened: SchemaPlace[] = [];
  const { document, subschemas, place: around } = holder;
  for (const { pointer, value, definition } of listSubschemas(holder.value, holder.dialect)) {
    const id = idBelow(holder.id, pointer);
    const known = survey.places.get(id);
    if (known) {
      subschemas.push(known);
      continue;
    }
    const place = { uri: around.uri, pointer: around.pointer + pointer };
    const entering = { id, place, document, value, standalone: false };
    const subschema = openPlace(survey, entering, holder, definition);
    subschemas.push(subschema);
    opened.push(subschema);
  }
  return opened;
}

function openPlace(survey: Survey, entering: Entering, outer: Scope, definition: boolean): SchemaPlace {
  const { id, place: position, document, value } = entering;
  const opened = openScope(entering, outer, survey.dialects);
  const { resource, anchors, dynamicAnchors } = opened;
  const { dialect, dialectDiagnostics, lacking, diagnostics } = opened;
  const place: SchemaPlace = {
    id,
    place: position,
    document,
    value,
    dialect,
    resource,
    dialectDiagnostics,
    lacking,
    anchors,
    dynamicAnchors,
    definition,
    subschemas: [],
    diagnostics,
  };
  survey.places.set(id, place);
  if (resource !== outer.resource) append(survey.resources, resource.baseUri, resource);
  for (const anchor of anchors) append(resource.anchors, anchor, place);
  for (const anchor of dynamicAnchors) append(resource.dynamicAnchors, anchor, place);
  return place;
}

/** The scope of the nearest place around what `tokens` lead to. */
function enclosingScope(survey: Survey, document: Document, tokens: readonly string[]): Scope {
  let id = rootId(document.uri);
  let nearest = survey.places.get(id) ?? survey.scopes.get(document);
  for (const token of tokens.slice(0, -1)) {
    id = subschemaId(id, [token]);
    nearest = survey.places.get(id) ?? nearest;
  }
  invariant(nearest, "this is not surveyed:", document.uri);
  return nearest;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
