import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

/**
 * @typedef {object} JsonSchema What is read here of a schema.
 * @property {string} [$ref]
 * @property {readonly JsonSchema[]} [oneOf]
 * @property {readonly string[]} [required]
 * @property {Readonly<Record<string, { const?: string, enum?: readonly string[] }>>} [properties]
 */

/**
 * @typedef {object} Payload An example that GitHub publishes of a webhook's body.
 * @property {string} event
 * @property {string} label
 * @property {unknown} body
 * @property {boolean} isValid What ajv says of it by the event's own definition.
 */

const require = createRequire(import.meta.url);

/** The schema of all webhooks. */
export const schemaFile = require.resolve("@octokit/webhooks-schemas");

const schema =
  /** @type {{ oneOf: readonly JsonSchema[], definitions: Readonly<Record<string, JsonSchema>> }} */ (
    JSON.parse(readFileSync(schemaFile, "utf8"))
  );

/** @type {(node: JsonSchema) => string} */
const keyOf = ({ $ref = "" }) => $ref.replace("#/definitions/", "");

/** The definition of each event, by what GitHub calls it. */
export const definitions = new Map(
  schema.oneOf.map((member) => [keyOf(member).replace(/[_$]event$/, ""), keyOf(member)]),
);

/**
 * The actions of each event that has them: of every body, or of none.
 * @type {ReadonlyMap<string, readonly string[]>}
 */
export const actions = new Map(
  [...definitions].flatMap(([event, definition]) => {
    const found = listActions(schema.definitions[definition] ?? {});
    return found.length > 0 && found.every((action) => action !== undefined)
      ? [[event, [...new Set(found)].map(String).sort()]]
      : [];
  }),
);

/** @type {(node: JsonSchema) => readonly (string | undefined)[]} */
function listActions(node) {
  if (node.$ref !== undefined) return listActions(schema.definitions[keyOf(node)] ?? {});
  if (node.oneOf) return node.oneOf.flatMap(listActions);
  const { const: only, enum: several = [only] } = node.properties?.["action"] ?? {};
  return node.required?.includes("action") ? several : [undefined];
}

/**
 * The definitions that a definition of a bundled schema is made of, itself among them.
 * @param {Readonly<Record<string, unknown>>} all
 * @param {string} start
 * @returns {ReadonlySet<string>}
 */
export function listReached(all, start) {
  const reached = new Set([start]);
  for (const name of reached) {
    for (const [, other = ""] of JSON.stringify(all[name] ?? {}).matchAll(/"#\/\$defs\/([^"/]+)"/g))
      reached.add(other);
  }
  return reached;
}

/** @type {() => readonly Payload[]} */
export function readPayloads() {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(schema, "webhooks");
  const groups = /** @type {readonly { name: string, examples: readonly unknown[] }[]} */ (
    JSON.parse(readFileSync(require.resolve("@octokit/webhooks-examples"), "utf8"))
  );
  return groups.flatMap(({ name, examples }) => {
    const validate = ajv.getSchema(`webhooks#/definitions/${definitions.get(name) ?? ""}`);
    return examples.map((body, index) => ({
      event: name,
      label: `${name}[${index}]`,
      body,
      isValid: validate?.(body) === true,
    }));
  });
}
