import { invariant } from "../invariant.js";
import type { Document } from "../load/documents.js";
import { formatPointer } from "../pointer.js";
import type { DescribedPlace, DescribedUnion, Description, UnionMember } from "./description.js";
import type { SchemaId } from "./linked.js";
import { subschemaId, unionId } from "./linked.js";
import type { SchemaPlace } from "./schema-place.js";
import type { Survey } from "./survey.js";

/** Makes known the unions that descriptions stand for, each as a schema that no pointer leads to. */
export function addUnions(survey: Survey): void {
  for (const [document, description] of survey.descriptions) {
    for (const union of description.unions) addUnion(survey, document, description, union);
  }
}

function addUnion(survey: Survey, document: Document, description: Description, union: DescribedUnion): void {
  const { key, tokens, tag, members } = union;
  const id = unionId(document.uri, key);
  const parts = members.map((member, index) => placeMember(survey, description, id, member, index));
  const place: SchemaPlace = {
    ...newPlace(survey, description, id, { document, tokens }, document),
    value: { description: union.description, anyOf: parts.map(({ value }) => value) },
    subschemas: parts,
    externalTag: { name: tag, values: members.map(({ value }) => value) },
  };
  for (const each of [place, ...parts]) survey.places.set(each.id, each);
  survey.trees.push({ document, tokens, places: [place, ...parts] });
}

/** A reference to the schema of a body, which stands where the description says what the body is. */
function placeMember(
  survey: Survey,
  description: Description,
  union: SchemaId,
  { place, target }: UnionMember,
  index: number,
): SchemaPlace {
  const id = subschemaId(union, ["anyOf", index]);
  // All else in a fragment stands for itself.
  const fragment = formatPointer(target.tokens).replaceAll("%", "%25");
  const value = { $ref: `#${fragment}` };
  return { ...newPlace(survey, description, id, place, target.document), value, subschemas: [] };
}

/** A place whose references count from the root of a document. */
function newPlace(
  survey: Survey,
  { dialect }: Description,
  id: SchemaId,
  { document, tokens }: DescribedPlace,
  base: Document,
): Omit<SchemaPlace, "value" | "subschemas"> {
  const scope = survey.scopes.get(base);
  invariant(scope, `${base.uri} is not surveyed`);
  const place = { uri: document.uri, pointer: formatPointer(tokens) };
  const own = { dialect, dialectDiagnostics: [], lacking: undefined, resource: scope.resource };
  return { id, place, document, ...own, anchors: [], dynamicAnchors: [], definition: false, diagnostics: [] };
}
