import type { JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { Part } from "./part.js";
import { listParts, partAt } from "./part.js";
import type { PartReader } from "./part-reader.js";
import { keyOf } from "./part-reader.js";

/** Headers that a message must have, each with the texts that it may be, as far as they are listed. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/**
 * By the schemas of its headers, as far as they stand there or in `allOf`, and those of its traits.
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#messageObject
 */
export function readHeaders(reader: PartReader, message: Part): Headers {
  const traits = listParts(partAt(message, "traits")).map(([, trait]) => reader.follow(trait));
  const schemas = new Map<string, Part>();
  const pending = [message, ...traits].flatMap((holder) => (holder && partAt(holder, "headers")) ?? []);
  for (const written of pending) {
    const followed = reader.follow(written);
    // From version 3 on a schema may stand beside the name of its language.
    const schema = followed && (reader.read(followed, "schema") ?? followed);
    if (!schema || schemas.has(keyOf(schema))) continue;
    schemas.set(keyOf(schema), schema);
    pending.push(...listParts(partAt(schema, "allOf")).map(([, part]) => part));
  }
  const all = [...schemas.values()];
  const required = new Set(all.flatMap((schema) => listParts(partAt(schema, "required"))).map(textOf));
  const headers = new Map<string, readonly string[]>();
  for (const [name, property] of all.flatMap((schema) => listParts(partAt(schema, "properties")))) {
    const texts = required.has(name) ? listTexts(reader.follow(property)?.value ?? null) : [];
    if (texts.length > 0 && !headers.has(name)) headers.set(name, texts);
  }
  return headers;
}

function textOf([, { value }]: [string, Part]): JsonValue {
  return value;
}

/** The texts that a schema lists by `const` or `enum`; none where it admits anything else. */
function listTexts(schema: JsonValue): readonly string[] {
  if (!isJsonObject(schema)) return [];
  const constant = memberOf(schema, "const");
  const listed = constant === undefined ? memberOf(schema, "enum") : [constant];
  if (!Array.isArray(listed)) return [];
  const values: readonly JsonValue[] = listed;
  const texts = values.filter((value) => typeof value === "string");
  return texts.length === values.length ? [...new Set(texts)] : [];
}

/** The first header that each has, with texts of its own. */
export function findTellingHeader(all: readonly Headers[]): string | undefined {
  const [first] = all;
  return [...(first?.keys() ?? [])].find((name) => {
    const texts = all.map((headers) => headers.get(name) ?? []);
    const distinct = new Set(texts.flat());
    return texts.every(({ length }) => length > 0) && distinct.size === texts.flat().length;
  });
}
