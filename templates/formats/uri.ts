import { isUriReferenceFormat } from "./uri-reference.js";

/**
 * Whether `text` is a URI with its scheme, as in `https://example.com/` or `urn:isbn:0451450523`.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-3
 */
export function isUriFormat(text: string): boolean {
  const delimiter = text.search(/[:/?#]/);
  return delimiter > 0 && text[delimiter] === ":" && isUriReferenceFormat(text);
}
