/**
 * A URI of the same shape as the IRI `text`, with an escape for each character that only IRIs may have. What is no IRI
 * becomes no URI.
 * @see https://www.rfc-editor.org/rfc/rfc3987#section-3.1
 */
export function mapIriToUri(text: string): string {
  return text
    .replace(iriCharacters, anyEscape)
    .replace(
      /^([^?#]*)(\?[^#]*)/,
      (_, start: string, query: string) => start + escapePrivateUse(query),
    );
}

// Grammar does not ask which octets are escaped.
const anyEscape = "%00";

// Without the marks that change direction, which section 4.1 forbids.
const iriCharacters =
  /(?!\p{Noncharacter_Code_Point})[\xA0-\u200D\u2010-\u2029\u202F-\uD7FF\uF900-\uFFEF\u{10000}-\u{DFFFF}\u{E1000}-\u{EFFFF}]/gu;

/** Characters for private use may stand in a query, and nowhere else. */
function escapePrivateUse(query: string): string {
  return query.replace(/\p{Private_Use}/gu, anyEscape);
}
