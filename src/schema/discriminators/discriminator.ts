import type { Diagnostic, Outcome } from "../../diagnostic.js";
import { diagnose } from "../../diagnostic.js";
import type { JsonValue } from "../../json.js";
import { isJsonObject, memberOf } from "../../json.js";
import type { LinkedSchema } from "../../link/linked.js";
import { appendPointer } from "../../pointer.js";
import type { Structure, StructuredSchema } from "../structure.js";
import { findBelow } from "../structure.js";

/** A discriminator as it stands in a schema. */
export interface Discriminator {
  /** The schema that it is written in. */
  readonly source: LinkedSchema;
  readonly property: string;
  /** By a value of the property: the name of a schema, or a reference to one. */
  readonly mapping: ReadonlyMap<string, string>;
  /** The name of the schema of all other values, or a reference to it. */
  readonly fallback: string | undefined;
}

/**
 * The discriminators by the schema that has them, but for those below a `not` or an `if`, which are read to the letter.
 * @see https://spec.openapis.org/oas/v3.2.0.html#discriminator-object
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#schemaObject
 */
export function readDiscriminators(
  structure: Structure,
): Outcome<ReadonlyMap<StructuredSchema, Discriminator>> {
  const tested = findBelow(structure, ({ role }) => role === "test");
  const discriminators = new Map<StructuredSchema, Discriminator>();
  const diagnostics: Diagnostic[] = [];
  for (const schema of structure.values()) {
    const { source, annotations } = schema.lowered;
    const { discriminator: written } = annotations;
    if (written === undefined || tested.has(schema.id)) continue;
    const read = typeof written === "string" ? bareName(source, written) : readObject(source, written);
    diagnostics.push(...read.diagnostics);
    if (read.value) discriminators.set(schema, read.value);
  }
  return { value: discriminators, diagnostics };
}

/** AsyncAPI's is the name of the property alone. */
function bareName(source: LinkedSchema, property: string): Outcome<Discriminator> {
  return { value: { source, property, mapping: new Map(), fallback: undefined }, diagnostics: [] };
}

function readObject(source: LinkedSchema, written: JsonValue): Outcome<Discriminator | undefined> {
  const members = isJsonObject(written) ? written : {};
  const property = memberOf(members, "propertyName");
  if (typeof property !== "string") {
    const message =
      "This discriminator has no `propertyName`, which must be a string, so it tells nothing apart.";
    return { value: undefined, diagnostics: [tolerate(source, message, "Name the property there.")] };
  }
  const { value: mapping, diagnostics } = readMapping(source, memberOf(members, "mapping") ?? {});
  const fallback = source.dialect.name === "openapi-3.2" ? memberOf(members, "defaultMapping") : undefined;
  const isText = typeof fallback === "string";
  return { value: { source, property, mapping, fallback: isText ? fallback : undefined }, diagnostics };
}

function readMapping(source: LinkedSchema, written: JsonValue): Outcome<ReadonlyMap<string, string>> {
  const entries = isJsonObject(written) ? Object.entries(written) : [];
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const isWhole = isJsonObject(written) && texts.length === entries.length;
  const message =
    "The mapping of a discriminator has a name of a schema, or a reference to one, for each value.";
  const help = "Write strings: `dog: '#/components/schemas/Dog'`.";
  return { value: new Map(texts), diagnostics: isWhole ? [] : [tolerate(source, message, help, "mapping")] };
}

function tolerate(
  { place }: LinkedSchema,
  message: string,
  help: string,
  ...tokens: readonly string[]
): Diagnostic {
  const pointer = appendPointer(place.pointer, "discriminator", ...tokens);
  return diagnose("keyword-tolerated", message, help, { uri: place.uri, pointer });
}
