import type { Outcome } from "../diagnostic.js";
import type { Documents } from "../load/documents.js";
import { isAbsoluteUri } from "../uri.js";
import { checkDialects, checkRoots, collectDiagnostics } from "./collect-diagnostics.js";
import { collectGivenNames } from "./given-names.js";
import type { Linked, LinkedSchema } from "./linked.js";
import { orderPlaces } from "./order-places.js";
import type { Resource, SchemaPlace } from "./schema-place.js";
import { isSchema } from "./schema-place.js";
import type { Survey } from "./survey.js";
import { surveyDocuments } from "./survey.js";
import type { Starts } from "./starts.js";
import { checkDescriptions, findStarts, listMissingParts } from "./starts.js";
import { addUnions } from "./union-places.js";
import type { Visits } from "./visit.js";
import { visitSchemas } from "./visit.js";

export interface LinkOptions {
  /** The dialect of documents that name none: a meta-schema's URI, or a short name. */
  readonly dialect: string;
}

/** Links documents, and says which are missing before that. What it found of the documents that it saw last is found once. */
export class Linker {
  readonly #options: LinkOptions;
  #visited: Visited | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /**
   * All schemas that the roots reach, by subschemas, definitions and references. What does not resolve, or is no schema, is left out
   * and reported; all of it at once.
   */
  link(documents: Documents): Outcome<Linked> {
    return linkVisited(this.#visit(documents), this.#options);
  }

  /**
   * The URIs of documents that are asked for, that are not among `documents`, and not known to be unavailable: meta-schemas first, since
   * what is a reference depends on the dialect.
   */
  findMissing(documents: Documents): readonly string[] {
    const { survey, visits } = this.#visit(documents);
    const isNew = (uri: string): boolean => !documents.unavailable.has(uri);
    const lacking = collectLacking(visits).filter(isNew);
    return lacking.length > 0 ? lacking : collectMissing(survey, visits).filter(isNew);
  }

  #visit(documents: Documents): Visited {
    if (this.#visited?.survey.documents !== documents)
      this.#visited = visitDocuments(documents, this.#options);
    return this.#visited;
  }
}

/** The same for documents that nothing else is asked about. */
export function link(documents: Documents, options: LinkOptions): Outcome<Linked> {
  return new Linker(options).link(documents);
}

export function findMissing(documents: Documents, options: LinkOptions): readonly string[] {
  return new Linker(options).findMissing(documents);
}

function linkVisited({ survey, starts, visits }: Visited, { dialect }: LinkOptions): Outcome<Linked> {
  const { roots } = starts;
  const ordered = orderReached(survey, visits, starts);
  return {
    value: {
      roots: [...roots].filter(({ value }) => isSchema(value)).map(({ id }) => id),
      schemas: collectSchemas(ordered, visits, starts),
      references: new Map([...visits.references].map(([place, references]) => [place.id, references])),
      missing: [...collectLacking(visits), ...collectMissing(survey, visits)],
    },
    diagnostics: [
      ...checkDialects(survey, dialect),
      ...checkRoots(survey),
      ...checkDescriptions(survey),
      ...collectDiagnostics(survey, visits, ordered),
    ],
  };
}

interface Visited {
  readonly survey: Survey;
  readonly starts: Starts;
  readonly visits: Visits;
}

function visitDocuments(documents: Documents, options: LinkOptions): Visited {
  const survey = surveyDocuments(documents, options.dialect);
  addUnions(survey);
  const starts = findStarts(survey);
  return { survey, starts, visits: visitSchemas(survey, [...starts.places]) };
}

function orderReached(survey: Survey, visits: Visits, { places }: Starts): SchemaPlace[] {
  const others = orderPlaces(survey).filter((place) => visits.reached.has(place) && !places.has(place));
  return [...places, ...others];
}

function collectSchemas(
  ordered: readonly SchemaPlace[],
  visits: Visits,
  { places, names }: Starts,
): Linked["schemas"] {
  const schemas = new Map<LinkedSchema["id"], LinkedSchema>();
  const dynamicAnchors = new Map<Resource, LinkedSchema["dynamicAnchors"]>();
  for (const place of ordered) {
    const { id, place: position, value, dialect, resource, externalTag } = place;
    if (!isSchema(value)) continue;
    const definition = places.has(place) || !visits.held.has(place);
    const givenNames = collectGivenNames(place, definition, names.get(id));
    const anchors = dynamicAnchors.get(resource) ?? collectDynamicAnchors(resource);
    dynamicAnchors.set(resource, anchors);
    const { baseUri } = resource;
    schemas.set(id, {
      id,
      place: position,
      value,
      dialect,
      baseUri,
      resource: resource.place,
      definition,
      givenNames,
      dynamicAnchors: anchors,
      ...(externalTag && { externalTag }),
    });
  }
  return schemas;
}

/** What has no schema there is reported where it is reached. */
function collectDynamicAnchors({ dynamicAnchors }: Resource): LinkedSchema["dynamicAnchors"] {
  const named = [...dynamicAnchors].flatMap(([name, [place]]) => (place ? [[name, place.id] as const] : []));
  return new Map(named);
}

function collectLacking(visits: Visits): string[] {
  const uris = new Set<string>();
  for (const { lacking } of visits.reached) if (lacking !== undefined) uris.add(lacking);
  return [...uris].filter(isAbsoluteUri);
}

function collectMissing(survey: Survey, visits: Visits): string[] {
  const uris = visits.failures.flatMap(({ failure }) =>
    failure.kind === "no-document" ? [failure.uri] : [],
  );
  return [...new Set([...listMissingParts(survey), ...uris])].filter(isAbsoluteUri);
}
