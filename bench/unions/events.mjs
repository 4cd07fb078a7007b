// Events as services send them: a tag, an envelope that all share, and as many fields of their own.

/**
 * @typedef {object} EventKind One variant of the union.
 * @property {string} tag
 * @property {string} noun
 * @property {string} verb
 * @property {string} name Its definition's.
 */

const nouns =
  "order invoice customer payment shipment message membership room meeting recording file account ticket project release branch comment review label milestone package status team user wallet".split(
    " ",
  );
const verbs =
  "created updated deleted opened closed approved rejected archived restored assigned expired failed started finished paused resumed viewed shared locked unlocked".split(
    " ",
  );

/** @type {(word: string) => string} */
const capitalize = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * @param {number} count At most 500.
 * @returns {readonly EventKind[]}
 */
export function listKinds(count) {
  return verbs.flatMap((verb) => nouns.map((noun) => combine(noun, verb))).slice(0, count);
}

/** A hundred resources, with five verbs each. */
export function listPairs() {
  const prefixes = ["web", "data", "test", "team"];
  const resources = prefixes.flatMap((prefix) => nouns.map((noun) => `${prefix}${capitalize(noun)}`));
  return resources.flatMap((noun) => verbs.slice(0, 5).map((verb) => combine(noun, verb)));
}

/** @type {(noun: string, verb: string) => EventKind} */
const combine = (noun, verb) => ({
  tag: `${noun}.${verb}`,
  noun,
  verb,
  name: `${capitalize(noun)}${capitalize(verb)}`,
});

const string = { type: "string" };
const integer = { type: "integer" };
const states = ["active", "pending", "suspended", "terminated"];

const envelope = {
  type: "object",
  required: ["id", "type", "version", "createdAt", "source", "tenant", "sequence"],
  properties: {
    id: string,
    type: string,
    version: integer,
    createdAt: string,
    source: string,
    tenant: string,
    sequence: integer,
    correlationId: string,
  },
};

/** @typedef {(kind: EventKind) => Record<string, string>} ReadTags The tags of a kind, by property. */

/** @type {ReadTags} */
export const oneTag = ({ tag }) => ({ type: tag });

/** @type {ReadTags} */
export const twoTags = ({ noun, verb }) => ({ resource: noun, type: verb });

/** @type {(kind: EventKind, tags: Record<string, string>) => object} */
const describeKind = ({ noun, verb }, tags) => ({
  type: "object",
  allOf: [{ $ref: "#/$defs/Envelope" }],
  required: [
    ...Object.keys(tags),
    `${noun}Id`,
    `${noun}Name`,
    `${verb}By`,
    `${noun}State`,
    "amount",
    `${noun}Labels`,
    "isTest",
  ],
  properties: {
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, { const: value }])),
    [`${noun}Id`]: string,
    [`${noun}Name`]: string,
    [`${verb}By`]: {
      type: "object",
      required: ["id", "email"],
      properties: { id: string, email: string },
    },
    [`${noun}State`]: { enum: states },
    amount: { type: "number" },
    [`${noun}Labels`]: { type: "array", items: string },
    isTest: { type: "boolean" },
    note: { type: ["string", "null"] },
  },
});

/** @type {(kinds: readonly EventKind[], readTags?: ReadTags) => Record<string, unknown>} */
export function describeEvents(kinds, readTags = oneTag) {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://example.com/event.schema.json",
    title: "Event",
    oneOf: kinds.map(({ name }) => ({ $ref: `#/$defs/${name}` })),
    $defs: {
      Envelope: envelope,
      ...Object.fromEntries(kinds.map((kind) => [kind.name, describeKind(kind, readTags(kind))])),
    },
  };
}

/** What is wrong with a payload, if anything is. */
export const faults = /** @type {const} */ (["none", "middle", "early", "unknown tag"]);

/**
 * A payload as JSON text; `salt` varies what it says, and which optional fields it has.
 * @param {EventKind} kind
 * @param {(typeof faults)[number]} fault
 * @param {number} salt
 */
export function printPayload({ tag, noun, verb }, fault, salt) {
  return JSON.stringify({
    id: fault === "early" ? salt : `evt_${salt}`,
    type: fault === "unknown tag" ? `${noun}.exploded` : tag,
    version: 1 + (salt % 3),
    createdAt: new Date(1_700_000_000_000 + salt * 1000).toISOString(),
    source: `/services/${noun}`,
    tenant: `tenant-${salt % 17}`,
    sequence: salt,
    ...(salt % 2 === 0 ? { correlationId: `cor_${salt}` } : {}),
    [`${noun}Id`]: `${noun}_${salt}`,
    [`${noun}Name`]: `The ${noun} number ${salt}`,
    [`${verb}By`]: { id: `user_${salt % 101}`, email: `user${salt % 101}@example.com` },
    [`${noun}State`]: fault === "middle" ? "lost" : states[salt % states.length],
    amount: salt * 1.25,
    [`${noun}Labels`]: [`label-${salt % 5}`, "urgent", `batch ${salt}`].slice(0, salt % 4),
    isTest: salt % 8 === 0,
    ...(salt % 3 === 0 ? { note: salt % 6 === 0 ? null : `Note ${salt}` } : {}),
  });
}
