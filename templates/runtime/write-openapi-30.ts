import { holdingOf, mapSchemas, objectOf } from "./map-schemas.js";
import type { SchemaMembers } from "./published-definition.js";

/** The most schemas that references are replaced with. */
const mostInlined = 1000;

/**
 * A definition as a Schema Object of OpenAPI 3.0, which holds no definitions: what is referred to stands in place of each reference.
 * Throws where that would not end, and where a keyword has no counterpart.
 */
export function writeOpenApi30(
  definitions: ReadonlyMap<string, unknown>,
  name: string,
): SchemaMembers {
  const open = new Set<string>();
  let count = 0;
  const write = (schema: unknown): SchemaMembers =>
    objectOf(mapSchemas(schema, (each) => toOpenApi30(each, inline)));
  const inline = (reference: string): SchemaMembers => {
    if (open.has(reference))
      throw new Error("openapi-3.0 cannot say a schema that refers to itself");
    if (++count > mostInlined)
      throw new Error(
        "openapi-3.0 would repeat too much of what is referred to",
      );
    open.add(reference);
    const written = write(resolveReference(definitions, reference));
    open.delete(reference);
    return written;
  };
  return inline(`#/$defs/${encodeURIComponent(name)}`);
}

function resolveReference(
  definitions: ReadonlyMap<string, unknown>,
  reference: string,
): unknown {
  const [, , name = "", ...tokens] = reference
    .split("/")
    .map((token) =>
      decodeURIComponent(token).replace(/~1/g, "/").replace(/~0/g, "~"),
    );
  return tokens.reduce(
    (value, token) => (value as SchemaMembers)[token],
    definitions.get(name),
  );
}

/** Of keywords that would meet under one name, the later stand under `allOf`. */
function toOpenApi30(
  schema: SchemaMembers,
  inline: (reference: string) => SchemaMembers,
): SchemaMembers {
  const parts: SchemaMembers[] = [];
  let written: SchemaMembers = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "$ref") parts.push(inline(String(value)));
    else if (keyword === "allOf")
      parts.push(...(value as readonly unknown[]).map(objectOf));
    else {
      const members = writeKeyword(keyword, value);
      if (Object.keys(members).some((name) => name in written))
        parts.push(members);
      else written = { ...written, ...members };
    }
  }
  if (written["type"] === "array" && !("items" in written))
    written = { ...written, items: {} };
  const [only] = parts;
  if (only && parts.length === 1 && Object.keys(written).length === 0)
    return only;
  return parts.length === 0 ? written : { ...written, allOf: parts };
}

/** What says the same; nothing of what only describes, and has no counterpart. */
function writeKeyword(keyword: string, value: unknown): SchemaMembers {
  switch (keyword) {
    case "type":
      return writeTypes(
        Array.isArray(value) ? (value as readonly unknown[]) : [value],
      );
    case "const":
      return { enum: [value] };
    case "exclusiveMinimum":
      return { minimum: value, exclusiveMinimum: true };
    case "exclusiveMaximum":
      return { maximum: value, exclusiveMaximum: true };
    case "properties":
      return {
        properties: Object.fromEntries(
          Object.entries(value as object).map(([name, member]) => [
            name,
            objectOf(member),
          ]),
        ),
      };
    case "anyOf":
    case "oneOf":
      return { [keyword]: (value as readonly unknown[]).map(objectOf) };
    case "items":
    case "not":
      return { [keyword]: objectOf(value) };
    case "dependentRequired":
      throw new Error(`openapi-3.0 has no ${keyword}`);
    case "contentSchema":
      return {};
    default:
      if (hasCounterpart(keyword)) return { [keyword]: value };
      if (holdingOf(keyword) !== "data")
        throw new Error(`openapi-3.0 has no ${keyword}`);
      return {};
  }
}

/** Whether the keyword means the same there; what begins with `x-` is anybody's. */
function hasCounterpart(keyword: string): boolean {
  return /^(title|description|default|format|pattern|enum|required|uniqueItems|additionalProperties|multipleOf|deprecated|readOnly|writeOnly|(min|max)(imum|Length|Items|Properties)|x-.*)$/s.test(
    keyword,
  );
}

function writeTypes(types: readonly unknown[]): SchemaMembers {
  const [first, ...more] = types.filter((type) => type !== "null");
  if (first !== undefined && more.length === 0) {
    return types.length > 1 ? { type: first, nullable: true } : { type: first };
  }
  const written = types.map((type): SchemaMembers => {
    if (type === "null") return { enum: [null] };
    // An array must say what its items are.
    return type === "array" ? { type, items: {} } : { type };
  });
  return written.length === 1 ? (written[0] ?? {}) : { anyOf: written };
}
