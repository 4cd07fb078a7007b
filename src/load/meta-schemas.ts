import draft04 from "ajv-draft-04/dist/refs/json-schema-draft-04.json?raw";
import applicator2019 from "ajv/dist/refs/json-schema-2019-09/meta/applicator.json?raw";
import content2019 from "ajv/dist/refs/json-schema-2019-09/meta/content.json?raw";
import core2019 from "ajv/dist/refs/json-schema-2019-09/meta/core.json?raw";
import format2019 from "ajv/dist/refs/json-schema-2019-09/meta/format.json?raw";
import metaData2019 from "ajv/dist/refs/json-schema-2019-09/meta/meta-data.json?raw";
import validation2019 from "ajv/dist/refs/json-schema-2019-09/meta/validation.json?raw";
import schema2019 from "ajv/dist/refs/json-schema-2019-09/schema.json?raw";
import applicator2020 from "ajv/dist/refs/json-schema-2020-12/meta/applicator.json?raw";
import content2020 from "ajv/dist/refs/json-schema-2020-12/meta/content.json?raw";
import core2020 from "ajv/dist/refs/json-schema-2020-12/meta/core.json?raw";
import formatAnnotation2020 from "ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json?raw";
import metaData2020 from "ajv/dist/refs/json-schema-2020-12/meta/meta-data.json?raw";
import unevaluated2020 from "ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json?raw";
import validation2020 from "ajv/dist/refs/json-schema-2020-12/meta/validation.json?raw";
import schema2020 from "ajv/dist/refs/json-schema-2020-12/schema.json?raw";
import draft06 from "ajv/dist/refs/json-schema-draft-06.json?raw";
import draft07 from "ajv/dist/refs/json-schema-draft-07.json?raw";
import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import draft03 from "./meta-schemas/draft-03.json?raw";
import formatAssertion2020 from "./meta-schemas/format-assertion.json?raw";
import v1 from "./meta-schemas/v1.json?raw";

/** The official meta-schemas as JSON text, by their URI without scheme and fragment. */
const texts: ReadonlyMap<string, string> = new Map([
  ["json-schema.org/draft-03/schema", draft03],
  ["json-schema.org/draft-04/schema", draft04],
  ["json-schema.org/draft-06/schema", draft06],
  ["json-schema.org/draft-07/schema", draft07],
  ["json-schema.org/draft/2019-09/schema", schema2019],
  ["json-schema.org/draft/2019-09/meta/applicator", applicator2019],
  ["json-schema.org/draft/2019-09/meta/content", content2019],
  ["json-schema.org/draft/2019-09/meta/core", core2019],
  ["json-schema.org/draft/2019-09/meta/format", format2019],
  ["json-schema.org/draft/2019-09/meta/meta-data", metaData2019],
  ["json-schema.org/draft/2019-09/meta/validation", validation2019],
  ["json-schema.org/draft/2020-12/schema", schema2020],
  ["json-schema.org/draft/2020-12/meta/applicator", applicator2020],
  ["json-schema.org/draft/2020-12/meta/content", content2020],
  ["json-schema.org/draft/2020-12/meta/core", core2020],
  ["json-schema.org/draft/2020-12/meta/format-annotation", formatAnnotation2020],
  ["json-schema.org/draft/2020-12/meta/format-assertion", formatAssertion2020],
  ["json-schema.org/draft/2020-12/meta/meta-data", metaData2020],
  ["json-schema.org/draft/2020-12/meta/unevaluated", unevaluated2020],
  ["json-schema.org/draft/2020-12/meta/validation", validation2020],
  ["json-schema.org/v1", v1],
  ["json-schema.org/v1/2026", v1],
]);

/**
 * The official meta-schema at an absolute URI without fragment, under http or https (both stand in schemas); undefined where there is
 * none. Its identifier is the URI that it is asked for by, so that what asks by either finds one schema of that name.
 */
export function findMetaSchema(uri: string): JsonValue | undefined {
  const text = texts.get(uri.replace(/^https?:\/\//, ""));
  if (text === undefined) return undefined;
  const schema = JSON.parse(text) as JsonValue;
  if (!isJsonObject(schema)) return schema;
  const identifier = Object.hasOwn(schema, "$id") ? "$id" : "id";
  return { ...schema, [identifier]: uri };
}
