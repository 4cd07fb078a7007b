import { mapIriToUri } from "./iri-mapping.js";
import { isUriFormat } from "./uri.js";

/**
 * Whether `text` is an IRI, which is a URI that may be written beyond ASCII, as in `https://example.com/straße`.
 * @see https://www.rfc-editor.org/rfc/rfc3987#section-2.2
 */
export function isIriFormat(text: string): boolean {
  return isUriFormat(mapIriToUri(text));
}
