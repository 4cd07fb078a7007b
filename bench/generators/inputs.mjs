import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pointReferences, unwrapOpenApi, wrapInOpenApi } from "./references.mjs";
import { describeDefinitions, describeVariants } from "./synthetic.mjs";

/** @typedef {import("./references.mjs").Json} Json */

/**
 * @typedef {object} Source
 * @property {string} name
 * @property {string} root What its root's type is called.
 * @property {() => Json} read
 * @property {boolean} [isDescription] Whether it is an OpenAPI description.
 */

/**
 * @typedef {object} Input A schema, as files.
 * @property {string} name
 * @property {string} root
 * @property {number} definitions How many it has.
 * @property {string} schema A JSON Schema; "" of an OpenAPI description.
 * @property {string} openapi The same as an OpenAPI description.
 */

/** @type {(path: string) => Json} */
const readJson = (path) => JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8"));

/** The schema of Webex's event with the components that it refers to, which are files of their own. */
const readWebexEvent = () => {
  const folder = "../../fixtures/webex-event-bare";
  const { $id: _, ...event } = readJson(`${folder}/event.schema.json`);
  const files = readdirSync(fileURLToPath(new URL(`${folder}/components`, import.meta.url)));
  const schemas = files.map((file) => {
    const { $id: _id, $schema: _dialect, ...component } = readJson(`${folder}/components/${file}`);
    return [file.replace(".json", ""), component];
  });
  return { ...event, components: { schemas: Object.fromEntries(schemas) } };
};

const oneProperty = () => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["name"],
  properties: { name: { type: "string" } },
});

/** @type {readonly Source[]} */
export const sources = [
  { name: "one property", root: "Person", read: oneProperty },
  { name: "Webex event", root: "Event", read: readWebexEvent },
  {
    name: "GitHub webhooks",
    root: "WebhookEvent",
    read: () => readJson("../node_modules/@octokit/webhooks-schemas/schema.json"),
  },
  {
    name: "Vega-Lite",
    root: "VegaLite",
    read: () => readJson("../node_modules/vega-lite/build/vega-lite-schema.json"),
  },
  {
    name: "AsyncAPI 3.0",
    root: "AsyncApi",
    read: () => readJson("../node_modules/@asyncapi/specs/schemas/3.0.0.json"),
  },
  {
    name: "AsyncAPI 3.0, by pointers",
    root: "AsyncApi",
    read: () => pointReferences(readJson("../node_modules/@asyncapi/specs/schemas/3.0.0.json")),
  },
  {
    name: "GitHub REST",
    root: "GitHub",
    read: () => readJson("../node_modules/@octokit/openapi/generated/api.github.com.json"),
    isDescription: true,
  },
  {
    name: "GitHub REST, components",
    root: "GitHub",
    read: () => unwrapOpenApi(readJson("../node_modules/@octokit/openapi/generated/api.github.com.json")),
  },
  { name: "100 definitions", root: "Root", read: () => describeDefinitions(100) },
  { name: "1,000 definitions", root: "Root", read: () => describeDefinitions(1000) },
  { name: "100 variants", root: "Event", read: () => describeVariants(100) },
  { name: "500 variants", root: "Event", read: () => describeVariants(500) },
];

/**
 * Writes an input's files, each time the same.
 * @param {string} folder
 * @param {Source} source
 * @returns {Input}
 */
export function prepareInput(folder, { name, root, read, isDescription = false }) {
  const own = join(folder, name.replaceAll(/\W+/g, "-"));
  mkdirSync(own, { recursive: true });
  const schema = isDescription ? "" : join(own, `${root}.json`);
  const openapi = join(own, `${root}.openapi.json`);
  const document = read();
  if (!existsSync(openapi)) {
    if (schema !== "") writeFileSync(schema, JSON.stringify(nameRoot(document, root), undefined, 2));
    const described = isDescription ? document : wrapInOpenApi(document, root);
    writeFileSync(openapi, JSON.stringify(described, undefined, 2));
  }
  return { name, root, definitions: countDefinitions(document), schema, openapi };
}

/**
 * All call the root by its title, where it may have one.
 * @type {(schema: Json, root: string) => Json}
 */
const nameRoot = (schema, root) => ("$ref" in schema ? schema : { ...schema, title: root });

/** @type {(document: Json) => number} */
function countDefinitions({ definitions, $defs, components }) {
  const { schemas } = /** @type {Json} */ (components ?? {});
  return Object.keys(definitions ?? $defs ?? schemas ?? {}).length;
}

const quickSources = ["one property", "GitHub webhooks", "100 definitions", "100 variants"];

/** @type {(context: import("../measure/context.mjs").Context) => readonly Source[]} */
export const selectSources = ({ isQuick, only }) =>
  sources.filter(
    ({ name }) => name.includes(only) && (!isQuick || only !== "" || quickSources.includes(name)),
  );
