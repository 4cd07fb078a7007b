/** @typedef {import("../unions/by-hand.mjs").Schema} Schema */

/** What says nothing of a value, or is left open by most: formats are not checked here. */
const annotations = new Set([
  "$schema",
  "$id",
  "title",
  "description",
  "example",
  "examples",
  "default",
  "format",
  "readOnly",
  "tsAdditionalProperties",
]);

/** Where names stand, and not keywords. */
const maps = new Set(["properties", "$defs", "definitions"]);

/**
 * The same schema of the keywords that every contestant knows.
 * @type {(schema: any, isMap?: boolean) => any}
 */
export function plainSchema(schema, isMap = false) {
  if (Array.isArray(schema)) return schema.map((item) => plainSchema(item));
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => isMap || !annotations.has(key))
      .map(([key, value]) => [key, plainSchema(value, maps.has(key))]),
  );
}

/**
 * A definition and those that it needs, as a schema of its own.
 * @type {(schema: Schema, name: string) => Schema}
 */
export function pickDefinition({ definitions }, name) {
  const reached = new Set([name]);
  for (const each of reached) {
    for (const [, other = ""] of JSON.stringify(definitions[each]).matchAll(/"#\/definitions\/([^"]+)"/g))
      reached.add(other);
  }
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    .../** @type {Schema} */ (definitions[name]),
    definitions: Object.fromEntries([...reached].map((each) => [each, definitions[each]])),
  };
}
