import type { Dialect } from "./dialect.js";
import { draft07 } from "./draft-07.js";
import { collectKeywords } from "./keyword-rows.js";

/**
 * The schema object of AsyncAPI 2 and 3: draft 7, with a `discriminator` that is the name of a property.
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#schemaObject
 * @see https://www.asyncapi.com/docs/reference/specification/v2.6.0#schemaObject
 */
export const asyncApi: Dialect = {
  ...draft07,
  uri: "http://asyncapi.com/definitions/3.0.0/schema.json",
  name: "asyncapi",
  keywords: new Map([
    ...draft07.keywords,
    ...collectKeywords({
      discriminator: { id: "asyncapi/discriminator", shape: "data" },
      externalDocs: { id: "openapi/externalDocs", shape: "data" },
    }),
  ]),
};
