import { readdirSync, readFileSync } from "node:fs";
import { describeEvents, faults, listKinds, printPayload } from "../unions/events.mjs";
import { discriminateUnions, listWebhookInputs, webhooks } from "../unions/webhooks.mjs";
import { describeLoose, describeStrict, listBenchmarkInputs } from "./benchmark-objects.mjs";
import { pickDefinition, plainSchema } from "./plain-schema.mjs";
import { describeRows, listRowInputs } from "./rows.mjs";

/**
 * @typedef {import("../unions/by-hand.mjs").Schema} Schema
 *
 * @typedef {object} Input Payloads of one kind, as JSON texts.
 * @property {string} name
 * @property {readonly string[]} texts
 * @property {boolean} isValid
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {Schema} schema
 * @property {Schema} discriminated The same, where unions name their tag to those who ask for it.
 * @property {string} root What the root's type is called.
 * @property {string} [byHand] A file that has a check written by hand; else one is printed.
 * @property {() => readonly Input[]} listInputs
 */

const fixtures = new URL("../../fixtures/webex-event-bare/", import.meta.url);
const read = (/** @type {URL} */ file) => JSON.parse(readFileSync(file, "utf8"));

/** The event as it was published, and what it refers to as definitions. */
function describeEvent() {
  const names = ["EventResourceEnum", "EventTypeEnum", "Recipient"];
  const text = JSON.stringify(read(new URL("event.schema.json", fixtures)));
  return plainSchema({
    ...JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/")),
    $defs: Object.fromEntries(
      names.map((name) => [name, read(new URL(`components/${name}.json`, fixtures))]),
    ),
  });
}

/** @type {() => readonly Input[]} */
function listEventInputs() {
  const folder = new URL("valid/", fixtures);
  const payloads = readdirSync(folder).map((name) => read(new URL(name, folder)));
  const texts = (/** @type {(payload: any) => unknown} */ change) =>
    Array.from({ length: 400 }, (_, index) => JSON.stringify(change(payloads[index % payloads.length])));
  return [
    { name: "valid", isValid: true, texts: texts((payload) => payload) },
    { name: "invalid early", isValid: false, texts: texts((payload) => ({ ...payload, id: 1 })) },
    {
      name: "invalid late",
      isValid: false,
      texts: texts((payload) => ({ ...payload, data: { ...payload.data, recipients: [{ guestEmail: 1 }] } })),
    },
  ];
}

/** @type {(count: number) => Case} */
function describeUnion(count) {
  const kinds = listKinds(count);
  const schema = plainSchema(describeEvents(kinds));
  return {
    name: `union of ${count}`,
    schema,
    discriminated: { ...schema, type: "object", discriminator: { propertyName: "type" }, required: ["type"] },
    root: "Event",
    listInputs: () =>
      faults
        .filter((fault) => fault === "none" || fault === "unknown tag")
        .map((fault) => ({
          name: fault === "none" ? "valid" : fault,
          isValid: fault === "none",
          // A stride that is prime to the count visits the kinds in no order that a processor could learn.
          texts: Array.from({ length: 512 }, (_, index) => {
            const kind = kinds[(index * 7919) % count];
            if (!kind) throw new Error("no kind");
            return printPayload(kind, fault, index);
          }),
        })),
  };
}

/** @type {(given: Omit<Case, "discriminated">) => Case} */
const untagged = (given) => ({ ...given, discriminated: given.schema });

const allWebhooks = plainSchema(webhooks);
const pullRequest = pickDefinition(allWebhooks, "pull_request_event");
const byHand = (/** @type {string} */ name) => new URL(`by-hand/${name}.mjs`, import.meta.url).pathname;

/** @type {readonly Case[]} */
export const cases = [
  untagged({
    name: "flat event",
    schema: describeEvent(),
    root: "Event",
    byHand: byHand("event"),
    listInputs: listEventInputs,
  }),
  {
    name: "pull_request",
    schema: pullRequest,
    discriminated: discriminateUnions(pullRequest),
    root: "PullRequestEvent",
    listInputs: () => listWebhookInputs(["pull_request"]),
  },
  {
    name: "all webhooks",
    schema: allWebhooks,
    discriminated: discriminateUnions(allWebhooks),
    root: "WebhookEvent",
    listInputs: () => listWebhookInputs(),
  },
  untagged({
    name: "1,000 rows",
    schema: describeRows(),
    root: "Rows",
    byHand: byHand("rows"),
    listInputs: listRowInputs,
  }),
  untagged({
    name: "loose object",
    schema: describeLoose(),
    root: "Loose",
    byHand: byHand("loose"),
    listInputs: () => listBenchmarkInputs(false),
  }),
  untagged({
    name: "strict object",
    schema: describeStrict(),
    root: "Strict",
    byHand: byHand("strict"),
    listInputs: () => listBenchmarkInputs(true),
  }),
  ...[10, 100, 500].map(describeUnion),
];
