import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import { appendPointer } from "../pointer.js";
import type { SchemaPlace } from "./schema-place.js";

/** A diagnostic about something that stands where a schema must. */
export function describeInvalidSchema(place: SchemaPlace): Diagnostic {
  return diagnose(
    "schema-invalid",
    `A schema is an object or a boolean, but here stands ${describeKind(place.value)}.`,
    "Write a schema here; true admits every value, and false none.",
    place.place,
  );
}

/** A diagnostic about a reference that is no string. */
export function describeInvalidReference(place: SchemaPlace, keyword: string, value: JsonValue): Diagnostic {
  const { uri, pointer } = place.place;
  return diagnose(
    "schema-invalid",
    `The value of ${keyword} is a URI reference in a string, but here stands ${describeKind(value)}.`,
    `Give ${keyword} a string, such as "#/$defs/Name".`,
    { uri, pointer: appendPointer(pointer, keyword) },
  );
}

/** What a value is, with its article. */
export function describeKind(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
