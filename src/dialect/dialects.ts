import { asyncApi } from "./asyncapi.js";
import type { Dialect } from "./dialect.js";
import { draft03 } from "./draft-03.js";
import { draft04 } from "./draft-04.js";
import { draft06 } from "./draft-06.js";
import { draft07 } from "./draft-07.js";
import { draft2019 } from "./draft-2019-09.js";
import { draft2020 } from "./draft-2020-12.js";
import { openApi30 } from "./openapi-3.0.js";
import { openApi31, openApi32 } from "./openapi-3.1.js";
import { v1 } from "./v1.js";

/** Every dialect that is known, newest first; then those of documents that hold schemas. */
export const dialects: readonly Dialect[] = [
  v1,
  draft2020,
  draft2019,
  draft07,
  draft06,
  draft04,
  draft03,
  openApi32,
  openApi31,
  openApi30,
  asyncApi,
];

/** The dialect of schemas where nothing says, or what is said is not known. */
export const defaultDialect: Dialect = draft2020;

/**
 * The dialect of a meta-schema's URI, with or without `#` at its end and under http or https (both stand in schemas), or
 * of a short name; undefined where there is none. OpenAPI's and AsyncAPI's have a date or a version in their URI, and any will do.
 */
export function findDialect(uriOrName: string): Dialect | undefined {
  const wanted = comparable(uriOrName);
  return dialects.find((dialect) => dialect.name === uriOrName || comparable(dialect.uri) === wanted);
}

function comparable(uri: string): string {
  return uri
    .replace(/^http:/, "https:")
    .replace(/#$/, "")
    .replace(/^(https:\/\/spec\.openapis\.org\/oas\/3\.\d\/dialect\/)\d{4}-\d\d-\d\d$/, "$1base")
    .replace(/^(https:\/\/asyncapi\.com\/definitions\/)[23]\.\d+\.\d+(\/schema\.json)$/, "$13.0.0$2");
}
