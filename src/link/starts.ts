import type { Diagnostic } from "../diagnostic.js";
import type { Document } from "../load/documents.js";
import { formatPointer } from "../pointer.js";
import type { Description } from "./description.js";
import { checkWhole } from "./descriptions.js";
import type { SchemaId } from "./linked.js";
import { rootId, subschemaId } from "./linked.js";
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
    const found = whole ? listPlaces(survey, document, whole) : place ? [place] : [];
    for (const each of found) places.add(each);
  }
  return { roots, places: new Set([...roots, ...places]), names: collectNames(survey) };
}

/** The description that a root stands for as a whole. */
function findWhole({ descriptions }: Survey, document: Document, pointer: string): Description | undefined {
  const description = pointer === "" ? descriptions.get(document) : undefined;
  return description?.unsupported ? undefined : description;
}

function listPlaces(survey: Survey, document: Document, { schemas }: Description): SchemaPlace[] {
  return schemas
    .map(({ tokens }) => findPlace(survey, document, formatPointer(tokens)))
    .filter((place) => place !== undefined);
}

function collectNames({ descriptions }: Survey): Starts["names"] {
  const names = new Map<SchemaId, readonly string[]>();
  for (const [{ uri }, description] of descriptions) {
    for (const schema of description.schemas)
      names.set(subschemaId(rootId(uri), schema.tokens), schema.names);
  }
  return names;
}

/** What is lost of descriptions that the input names as a whole. */
export function checkDescriptions({ documents, descriptions }: Survey): Diagnostic[] {
  const wholes = new Set(documents.roots.flatMap(({ uri, pointer }) => (pointer === "" ? [uri] : [])));
  return [...descriptions]
    .filter(([{ uri }, { unsupported }]) => wholes.has(uri) && !unsupported)
    .flatMap(([{ uri }, description]) => checkWhole(description, uri));
}
