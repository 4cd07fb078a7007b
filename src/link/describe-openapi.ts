import { openApi30 } from "../dialect/openapi-3.0.js";
import { openApi31, openApi32 } from "../dialect/openapi-3.1.js";
import type { JsonObject } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { Document } from "../load/documents.js";
import { resolveUri, withoutFragment } from "../uri.js";
import type { Description } from "./description.js";

/**
 * An OpenAPI document: it stands for the schemas of its components.
 * @see https://spec.openapis.org/oas/v3.2.0.html#components-object
 */
export function describeOpenApi(
  document: Document,
  value: JsonObject,
  version: string,
): Description | undefined {
  const [, minor] = /^3\.([012])(?:\.|$)/.exec(version) ?? [];
  if (minor === undefined) return undefined;
  const own = { "0": openApi30, "1": openApi31 }[minor] ?? openApi32;
  const named = minor === "0" ? undefined : memberOf(value, "jsonSchemaDialect");
  const components = memberOf(value, "components");
  const schemas = isJsonObject(components) ? memberOf(components, "schemas") : undefined;
  return {
    dialect: own,
    ...(typeof named === "string" ? { namedDialect: { name: named, pointer: "/jsonSchemaDialect" } } : {}),
    baseUri: minor === "2" ? readBaseUri(document, value) : document.uri,
    schemas: Object.entries(isJsonObject(schemas) ? schemas : {}).map(([name, schema]) => ({
      tokens: ["components", "schemas", name],
      value: schema,
      dialect: undefined,
      names: [name],
    })),
    foreign: [],
    locate: (tokens) => (canBeSchema(tokens) ? { tokens, dialect: undefined } : undefined),
  };
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#openapi-object */
function readBaseUri({ uri }: Document, value: JsonObject): string {
  const self = memberOf(value, "$self");
  return typeof self === "string" ? withoutFragment(resolveUri(uri, self)) : uri;
}

/**
 * Whether a schema may stand where the tokens lead: not at the root, nor at a member of it or of `components`, nor at a component
 * of another kind. What lies deeper is taken at the referrer's word.
 */
export function canBeSchema(tokens: readonly string[]): boolean {
  const [first = "", second = ""] = tokens;
  if (first.startsWith("x-")) return true;
  if (first !== "components") return tokens.length > 1;
  return tokens.length > 3 || (tokens.length === 3 && (second === "schemas" || second.startsWith("x-")));
}
