// GitHub's webhooks: a union of 66 events, of which most are unions by `action`, and the payloads that GitHub publishes.
import { Ajv } from "ajv";
import { readPayloads } from "../wild/payloads.mjs";
import { readJson, schemas } from "../wild/schemas.mjs";

/** @typedef {import("./by-hand.mjs").Schema} Schema */
/** @typedef {import("../guards/cases.mjs").Input} Input */

const [{ file } = { file: "" }] = schemas;

export const webhooks = /** @type {Schema} */ (readJson(file));

/**
 * The same schema, where each union by `action` says so to ajv.
 * @param {Schema} schema
 * @returns {Schema}
 */
export function discriminateUnions(schema) {
  const { definitions } = schema;
  /** @type {(definition: Schema) => Schema} */
  const discriminate = (definition) => {
    const isTagged = definition.oneOf?.every((/** @type {Schema} */ { $ref = "" }) => {
      const { required, properties } = definitions[$ref.slice("#/definitions/".length)] ?? {};
      return required?.includes("action") && properties?.action?.enum?.length === 1;
    });
    const tag = { type: "object", required: ["action"], discriminator: { propertyName: "action" } };
    return isTagged ? { ...tag, ...definition } : definition;
  };
  const all = Object.entries(/** @type {Record<string, Schema>} */ (definitions));
  return {
    ...discriminate(schema),
    definitions: Object.fromEntries(all.map(([name, definition]) => [name, discriminate(definition)])),
  };
}

/**
 * The payloads that ajv accepts by the schema of their event, and what it refuses of these once they are broken.
 * @param {readonly string[]} [events] Which, where not all.
 * @returns {readonly Input[]}
 */
export function listWebhookInputs(events) {
  const isAsked = (/** @type {string} */ label) => !events || events.includes(label.replace(/\[.*/, ""));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const isValid = ajv.compile(webhooks);
  const valid = readPayloads(file).filter((payload) => payload.isValid && isAsked(payload.label));
  const values = valid.map(({ value }) => /** @type {Record<string, any>} */ (value));
  /** @type {(name: string, some: readonly unknown[]) => Input} */
  const invalid = (name, some) => ({
    name,
    isValid: false,
    texts: some.filter((value) => !isValid(value)).map((value) => JSON.stringify(value)),
  });
  return [
    { name: "valid", isValid: true, texts: values.map((value) => JSON.stringify(value)) },
    invalid(
      "invalid middle",
      values.map((value) => ({ ...value, repository: { ...value["repository"], id: "no number" } })),
    ),
    invalid(
      "invalid early",
      values.map((value) => ({ ...value, sender: undefined, repository: undefined, action: 1 })),
    ),
    invalid(
      "unknown tag",
      values.map((value) => ({ ...value, action: "exploded" })),
    ),
  ];
}
