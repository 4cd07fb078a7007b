import type { Diagnostic } from "../diagnostic.js";
import type { Document } from "../load/documents.js";
import type { Description } from "./description.js";
import { checkWhole } from "./descriptions.js";
import type { SchemaId } from "./linked.js";
import { rootId, subschemaId, unionId } from "./linked.js";
import type { SchemaPlace } from "./schema-place.js";
import type { Survey } from "./survey.js";
import { findPlace } from "./survey.js";

/** Where to start from. */
export interface Starts {
  /** The schemas that the input names. */
  readonly roots: ReadonlySet<SchemaPlace>;
  /** These first, and all schemas of the descriptions that it names as a whole. */
  readonly places: ReadonlySet<SchemaPlace>;
  /** What descriptions call their schemas. */
  readonly names: ReadonlyMap<SchemaId, readonly string[]>;
}

export function findStarts(survey: Survey): Starts {
  const roots = new Set<SchemaPlace>();
  const places = new Set<SchemaPlace>();
  for (const { uri, pointer } of survey.documents.roots) {
    const document = survey.documents.documents.get(uri);
    if (!document) continue;
    const whole = findWhole(survey, document, pointer);
    const place = whole ? undefined : findPlace(survey, document, pointer);
    if (place) roots.add(place);
    const found = whole ? listPlaces(survey, document.uri, whole) : place ? [place] : [];
    for (const each of found) places.add(each);
  }
  return { roots, places: new Set([...roots, ...places]), names: collectNames(survey) };
}

/** The description that a root stands for as a whole. */
function findWhole({ descriptions }: Survey, document: Document, pointer: string): Description | undefined {
  const description = pointer === "" ? descriptions.get(document) : undefined;
  return description?.unsupported ? undefined : description;
}

function listPlaces({ places }: Survey, uri: string, { schemas, unions }: Description): SchemaPlace[] {
  const ids = [
    ...schemas.map(({ document, tokens }) => subschemaId(rootId(document.uri), tokens)),
    ...unions.map(({ key }) => unionId(uri, key)),
  ];
  return ids.map((id) => places.get(id)).filter((place) => place !== undefined);
}

function collectNames({ descriptions }: Survey): Starts["names"] {
  const names = new Map<SchemaId, readonly string[]>();
  for (const [{ uri }, { schemas, unions }] of descriptions) {
    for (const { document, tokens, names: given } of schemas) {
      names.set(subschemaId(rootId(document.uri), tokens), given);
    }
    for (const { key, names: given } of unions) names.set(unionId(uri, key), given);
  }
  return names;
}

/** What is lost of descriptions that the input names as a whole. */
export function checkDescriptions(survey: Survey): Diagnostic[] {
  return listWholes(survey).flatMap(([{ uri }, description]) => checkWhole(description, uri));
}

/** The URIs of documents that these are split into, and that are not there. */
export function listMissingParts(survey: Survey): string[] {
  return listWholes(survey).flatMap(([, { missing }]) => missing);
}

function listWholes({ documents, descriptions }: Survey): [Document, Description][] {
  const wholes = new Set(documents.roots.flatMap(({ uri, pointer }) => (pointer === "" ? [uri] : [])));
  return [...descriptions].filter(([{ uri }, { unsupported }]) => wholes.has(uri) && !unsupported);
}
