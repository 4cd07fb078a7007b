import { mapSchemas, objectOf } from "./map-schemas.js";
import { writeOpenApi30 } from "./write-openapi-30.js";
import {
  readDefinitions,
  type PublishedDefinition,
  type SchemaMembers,
} from "./published-definition.js";
import { movePointer, toDraft07 } from "./to-draft-07.js";

/**
 * A definition as a schema that stands alone, in the dialect that a Standard JSON Schema is asked for. Throws where that is none that
 * we know, or cannot say what the schema does.
 */
export function writeJsonSchema(
  definition: PublishedDefinition,
  target: string,
): { [keyword: string]: unknown } {
  const definitions = readDefinitions(definition);
  switch (target) {
    case "draft-2020-12":
      return {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        ...assemble(definitions, "$defs", (schema) => schema),
      };
    case "draft-07":
      return toDraft07({
        $schema: "http://json-schema.org/draft-07/schema#",
        ...assemble(definitions, "definitions", toDraft07, (key, tokens) =>
          movePointer(definitions.get(key), tokens),
        ),
      });
    case "openapi-3.0":
      return writeOpenApi30(definitions, definition.name);
    default:
      throw new Error(
        `JSON Schema is written for draft-2020-12, draft-07 and openapi-3.0, not for ${target}`,
      );
  }
}

/** The first definition with the others under `keyword`. A reference to the first leads to the root. */
function assemble(
  definitions: ReadonlyMap<string, unknown>,
  keyword: string,
  convert: (schema: SchemaMembers) => SchemaMembers,
  move: (key: string, tokens: readonly string[]) => readonly string[] = (
    _,
    tokens,
  ) => tokens,
): SchemaMembers {
  const [root = "", ...others] = definitions.keys();
  const refer = (reference: unknown): string => {
    const [, , encoded = "", ...tokens] = String(reference).split("/");
    const key = decodeURIComponent(encoded);
    return [
      "#",
      ...(key === root ? [] : [keyword, encoded]),
      ...move(key, tokens),
    ].join("/");
  };
  const write = (name: string): unknown =>
    mapSchemas(definitions.get(name), (schema) =>
      convert(
        "$ref" in schema ? { ...schema, $ref: refer(schema["$ref"]) } : schema,
      ),
    );
  return {
    ...objectOf(write(root)),
    ...(others.length === 0
      ? {}
      : {
          [keyword]: Object.fromEntries(
            others.map((name) => [name, write(name)]),
          ),
        }),
  };
}
