import type { Format } from "../schema/schema-graph.js";
import type { JsonValue } from "../json.js";
import type { Answer } from "./answer.js";

/** A text of each format; a space is of none of them. What else is of a format is for generated code to say. */
const examples: ReadonlyMap<string, string> = new Map([
  ["date-time", "2020-01-01T00:00:00Z"],
  ["date", "2020-01-01"],
  ["time", "00:00:00Z"],
  ["duration", "P1D"],
  ["email", "a@example.com"],
  ["idn-email", "a@example.com"],
  ["hostname", "example.com"],
  ["idn-hostname", "example.com"],
  ["ipv4", "127.0.0.1"],
  ["ipv6", "::1"],
  ["uri", "https://example.com/a"],
  ["uri-reference", "/a"],
  ["iri", "https://example.com/a"],
  ["iri-reference", "/a"],
  ["uuid", "123e4567-e89b-12d3-a456-426614174000"],
  ["uri-template", "/a/{b}"],
  ["json-pointer", "/a"],
  ["relative-json-pointer", "0/a"],
]);

export function exampleOf(format: Format): string | undefined {
  return format.export === undefined ? examples.get(format.name) : undefined;
}

/** Whether the value has a format that is checked, as far as is known without asking what checks it. */
export function hasFormat(format: Format, value: JsonValue): Answer {
  const example = exampleOf(format);
  if (example === undefined) return undefined;
  if (typeof value !== "string" || value === example) return true;
  return value === " " ? false : undefined;
}
