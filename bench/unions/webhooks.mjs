// GitHub's webhooks: a union of 66 events, of which most are unions by `action`, and the payloads that GitHub publishes.
import { readPayloads } from "../wild/payloads.mjs";
import { readJson, schemas } from "../wild/schemas.mjs";

/** @typedef {import("./by-hand.mjs").Schema} Schema */
/** @typedef {import("./measure.mjs").Input} Input */

const [{ file } = { file: "" }] = schemas;

export const webhooks = /** @type {Schema} */ (readJson(file));

/** The same, where each union by `action` says so to ajv. */
export function discriminateWebhooks() {
  const definitions = Object.entries(webhooks["definitions"]).map(([name, definition]) => {
    const { oneOf } = /** @type {Schema} */ (definition);
    const isTagged = oneOf?.every((/** @type {Schema} */ { $ref = "" }) => {
      const { required, properties } = webhooks["definitions"][$ref.slice("#/definitions/".length)] ?? {};
      return required?.includes("action") && properties?.action?.enum?.length === 1;
    });
    const tag = { type: "object", required: ["action"], discriminator: { propertyName: "action" } };
    return [name, isTagged ? { ...tag, .../** @type {object} */ (definition) } : definition];
  });
  return { ...webhooks, definitions: Object.fromEntries(definitions) };
}

/**
 * The payloads that `isValid` accepts, and what it refuses of these once they are broken.
 * @param {(value: unknown) => boolean} isValid
 * @returns {readonly Input[]}
 */
export function listWebhookInputs(isValid) {
  const valid = readPayloads(file).filter((payload) => payload.isValid);
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
      "middle",
      values.map((value) => ({ ...value, repository: { ...value["repository"], id: "no number" } })),
    ),
    invalid(
      "early",
      values.map((value) => ({ ...value, sender: undefined, repository: undefined, action: 1 })),
    ),
    invalid(
      "unknown tag",
      values.map((value) => ({ ...value, action: "exploded" })),
    ),
  ];
}
