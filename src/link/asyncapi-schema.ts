import { asyncApi } from "../dialect/asyncapi.js";
import type { Dialect } from "../dialect/dialect.js";
import { findDialect } from "../dialect/dialects.js";
import { openApi30 } from "../dialect/openapi-3.0.js";
import { openApi31 } from "../dialect/openapi-3.1.js";
import { isJsonObject } from "../json.js";
import type { Part } from "./part.js";
import { partAt, textAt } from "./part.js";

/** A schema of an AsyncAPI document, wherever it says what language it is in. */
export interface FormattedSchema {
  readonly schema: Part;
  /** Undefined for a language that is none of ours. */
  readonly dialect: Dialect | undefined;
  /** The media type that says so. */
  readonly format: string;
}

/** Whether a schema stands in it beside the name of its language, as it may from version 3 on. */
export function isMultiFormat(part: Part | undefined): part is Part {
  return isJsonObject(part?.value) && partAt(part, "schema") !== undefined;
}

/**
 * A schema, or from version 3 on a schema in the language that stands beside it.
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#multiFormatSchemaObject
 */
export function readSchema(part: Part, major: string): FormattedSchema {
  const inner = major !== "2" && isMultiFormat(part) ? partAt(part, "schema") : undefined;
  return inner ? readFormat(inner, textAt(part, "schemaFormat")) : readFormat(part, undefined);
}

/** What a message says of its payload; in version 2 the language stands beside it. */
export function readPayload(message: Part, major: string): FormattedSchema | undefined {
  const payload = partAt(message, "payload");
  if (!payload) return undefined;
  return major === "2" ? readFormat(payload, textAt(message, "schemaFormat")) : readSchema(payload, major);
}

function readFormat(schema: Part, format: string | undefined): FormattedSchema {
  return { schema, dialect: format === undefined ? asyncApi : dialectOfFormat(format), format: format ?? "" };
}

/**
 * The dialect of a media type; undefined for a language that is none of ours, as Avro and RAML are.
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#multiFormatSchemaObject
 */
function dialectOfFormat(format: string): Dialect | undefined {
  const [, type = "", version = ""] =
    /^([^;]*?)(?:\+json|\+yaml)?\s*(?:;\s*version=(.*))?$/i.exec(format) ?? [];
  if (type === "application/vnd.aai.asyncapi") return asyncApi;
  if (type === "application/vnd.oai.openapi") {
    if (version.startsWith("3.0")) return openApi30;
    return /^3\.[12]/.test(version) ? openApi31 : undefined;
  }
  if (type !== "application/schema") return undefined;
  return findDialect(version === "" ? "draft-07" : version.replace(/^draft-(?=\d{4}-)/, ""));
}
