import type { Dialect } from "./dialect.js";
import { draft2020 } from "./draft-2020-12.js";
import { collectKeywords, openApi } from "./keyword-rows.js";

/**
 * 2020-12 and the base vocabulary of OpenAPI.
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-object
 */
export const openApi31: Dialect = {
  ...draft2020,
  vocabularies: new Map([
    ...draft2020.vocabularies,
    ["https://spec.openapis.org/oas/3.1/vocab/base", { keywords: collectKeywords(openApi) }],
    ["https://spec.openapis.org/oas/3.2/vocab/base", { keywords: collectKeywords(openApi) }],
  ]),
  uri: "https://spec.openapis.org/oas/3.1/dialect/base",
  name: "openapi-3.1",
  keywords: new Map([...draft2020.keywords, ...collectKeywords(openApi)]),
};

/**
 * The same keywords. The text of 3.2.0 names 3.1's dialect as its own; its meta-schemas have one each.
 * @see https://spec.openapis.org/oas/v3.2.0.html#schema-object
 */
export const openApi32: Dialect = {
  ...openApi31,
  uri: "https://spec.openapis.org/oas/3.2/dialect/base",
  name: "openapi-3.2",
};
