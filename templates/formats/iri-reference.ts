import { mapIriToUri } from "./iri-mapping.js";
import { isUriReferenceFormat } from "./uri-reference.js";

/**
 * Whether `text` is an IRI or a reference relative to one, as in `../straße`.
 * @see https://www.rfc-editor.org/rfc/rfc3987#section-2.2
 */
export function isIriReferenceFormat(text: string): boolean {
  return isUriReferenceFormat(mapIriToUri(text));
}
