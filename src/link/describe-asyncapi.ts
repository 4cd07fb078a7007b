import { asyncApi } from "../dialect/asyncapi.js";
import type { Dialect } from "../dialect/dialect.js";
import { findDialect } from "../dialect/dialects.js";
import { openApi30 } from "../dialect/openapi-3.0.js";
import { openApi31 } from "../dialect/openapi-3.1.js";
import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { Document } from "../load/documents.js";
import { formatPointer, resolvePointer } from "../pointer.js";
import { canBeSchema } from "./describe-openapi.js";
import type { DescribedSchema, Description, ForeignSchema, LocatedSchema } from "./description.js";

/**
 * An AsyncAPI document: it stands for the schemas of its components, and the payloads of its components' messages that are not such a
 * schema themselves.
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#componentsObject
 */
export function describeAsyncApi(
  document: Document,
  value: JsonObject,
  version: string,
): Description | undefined {
  const [, major] = /^([23])\.\d/.exec(version) ?? [];
  if (major === undefined) return undefined;
  const components = memberOf(value, "components") ?? null;
  const schemas = membersOf(components, "schemas").map(([name, schema]) =>
    readSchema(schema, { tokens: ["components", "schemas", name], names: [name] }, major),
  );
  const payloads = membersOf(components, "messages").flatMap(([name, message]) =>
    readPayload(message, name, major),
  );
  const found = [...schemas, ...payloads];
  return {
    dialect: asyncApi,
    baseUri: document.uri,
    schemas: found.filter((each) => "value" in each),
    foreign: found.filter((each) => "format" in each),
    locate: (tokens) => locate(value, tokens, major),
  };
}

function membersOf(value: JsonValue, key: string): [string, JsonValue][] {
  const map = isJsonObject(value) ? memberOf(value, key) : undefined;
  return isJsonObject(map) ? Object.entries(map) : [];
}

interface Known {
  readonly tokens: readonly string[];
  readonly names: readonly string[];
}

/**
 * A schema, or from version 3 on a schema in the language that stands beside it.
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#multiFormatSchemaObject
 */
function readSchema(value: JsonValue, known: Known, major: string): DescribedSchema | ForeignSchema {
  if (major === "2" || !isMultiFormat(value)) return { ...known, value, dialect: asyncApi };
  const tokens = [...known.tokens, "schema"];
  return readFormat(memberOf(value, "schema") ?? null, memberOf(value, "schemaFormat"), { ...known, tokens });
}

function isMultiFormat(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && memberOf(value, "schema") !== undefined;
}

function readFormat(
  value: JsonValue,
  format: JsonValue | undefined,
  known: Known,
): DescribedSchema | ForeignSchema {
  if (typeof format !== "string") return { ...known, value, dialect: asyncApi };
  const dialect = dialectOfFormat(format);
  return dialect ? { ...known, value, dialect } : { tokens: known.tokens, format };
}

/** The payload of a message; nothing where it is a schema of the components, which has its own name. */
function readPayload(message: JsonValue, name: string, major: string): (DescribedSchema | ForeignSchema)[] {
  const payload = isJsonObject(message) ? memberOf(message, "payload") : undefined;
  if (payload === undefined || !isJsonObject(message)) return [];
  const reference = isJsonObject(payload) ? memberOf(payload, "$ref") : undefined;
  if (typeof reference === "string" && reference.startsWith("#/components/schemas/")) return [];
  const tokens = ["components", "messages", name, "payload"];
  const known = { tokens, names: [name, `${name}Payload`] };
  return [
    major === "2"
      ? readFormat(payload, memberOf(message, "schemaFormat"), known)
      : readSchema(payload, known, major),
  ];
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

/** A schema beside its format is one token further; in version 2 the format stands beside the payload itself. */
function locate(
  document: JsonObject,
  tokens: readonly string[],
  major: string,
): LocatedSchema | ForeignSchema | undefined {
  if (!canBeSchema(tokens)) return undefined;
  const known = { tokens, names: [] };
  if (major === "2") {
    const holder = resolvePointer(document, formatPointer(tokens.slice(0, -1)));
    const format =
      tokens.at(-1) === "payload" && isJsonObject(holder) ? memberOf(holder, "schemaFormat") : undefined;
    return format === undefined ? { tokens, dialect: undefined } : readFormat(null, format, known);
  }
  const value = resolvePointer(document, formatPointer(tokens));
  return isMultiFormat(value) ? readSchema(value, known, major) : { tokens, dialect: undefined };
}
