/**
 * Whether `text` is a time of day without offset, as in `08:30:06`.
 * @see https://datatracker.ietf.org/doc/html/draft-zyp-json-schema-03#section-5.23
 */
export function isPartialTimeFormat(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text);
}
