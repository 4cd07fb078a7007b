/**
 * Whether `text` is a regular expression of ECMAScript in Unicode mode, as the JavaScript engine knows it.
 * @see https://tc39.es/ecma262/#sec-patterns
 */
export function isRegexFormat(text: string): boolean {
  try {
    return new RegExp(text, "u").unicode;
  } catch {
    // The only way to ask an engine is to let it refuse.
    return false;
  }
}
