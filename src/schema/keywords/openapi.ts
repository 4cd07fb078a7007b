import type { TypeName } from "../schema-graph.js";
import { readTypes } from "./any-instance.js";
import type { KeywordTable, KeywordUse } from "./keyword.js";
import { keep, siblingOf } from "./keyword.js";
import { readObject, readString, rejectValue } from "./read-value.js";

/**
 * What OpenAPI and AsyncAPI say of a schema beside JSON Schema's own annotations.
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-object
 */
export const openApiAnnotations: KeywordTable = {
  "openapi/xml": (use, { annotations }) => {
    if (readObject(use)) annotations.xml = use.value;
  },
  "openapi/externalDocs": (use, { annotations }) => {
    if (readObject(use)) annotations.externalDocs = use.value;
  },
};

/**
 * `discriminator` changes no verdict by itself; `discriminators` makes tags of what it says, where that is asked for.
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-object
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#schemaObject
 */
export const openApiKeywords: KeywordTable = {
  "openapi/discriminator": (use, { annotations }) => {
    if (readObject(use, "an object with propertyName")) annotations.discriminator = use.value;
  },
  "asyncapi/discriminator": (use, { annotations }) => {
    if (readString(use) !== undefined) annotations.discriminator = use.value;
  },
  "openapi-3.0/type": keep("type", readNullableTypes),
  "openapi-3.0/nullable": checkNullable,
};

/** `nullable: true` adds null to the `type` beside it. The names of types are as in JSON Schema, but one, and no null among them. */
function readNullableTypes(use: KeywordUse): readonly TypeName[] | undefined {
  const types = readTypes(use);
  if (Array.isArray(use.value) || types?.includes("null")) {
    const message = `In OpenAPI 3.0 ${use.name} is the name of one type, and none of null; it is read as in 3.1.`;
    const help = "Write nullable: true beside the type, or anyOf; or make the document one of OpenAPI 3.1.";
    use.report("keyword-tolerated", message, help);
  }
  const isNullable = siblingOf(use, "nullable") === true;
  return types && isNullable ? [...new Set([...types, "null" as const])] : types;
}

/** Its effect is lowered with `type`; here is told where it has none. */
function checkNullable(use: KeywordUse): void {
  if (typeof use.value !== "boolean") rejectValue(use, "true or false");
  if (use.value !== true) return;
  const values = siblingOf(use, "enum");
  if (siblingOf(use, "type") === undefined) {
    const message =
      "In OpenAPI 3.0 nullable adds null to the type that stands beside it, and here stands none.";
    const help =
      "Write the type beside it; beside a $ref or allOf, use anyOf with { type: object, nullable: true, enum: [null] }.";
    use.report("keyword-ignored", message, help);
  } else if (Array.isArray(values) && !values.includes(null)) {
    const message = "The enum beside nullable does not have null, so null is refused.";
    use.report("keyword-ignored", message, "Add null to the enum, or leave nullable out.");
  }
}
