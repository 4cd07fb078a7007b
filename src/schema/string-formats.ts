/** The formats of strings that can be checked. */
export function isStringFormat(name: string): boolean {
  return stringFormats.has(name) || name === "byte";
}

/**
 * The formats that the specification defines, all of them about strings.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 */
export const stringFormats: ReadonlySet<string> = new Set([
  "css-color",
  "date-time",
  "date",
  "time",
  "duration",
  "email",
  "idn-email",
  "hostname",
  "idn-hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uri-reference",
  "iri",
  "iri-reference",
  "uuid",
  "uri-template",
  "json-pointer",
  "partial-time",
  "relative-json-pointer",
  "regex",
]);
