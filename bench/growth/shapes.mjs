import { describeDefinitions } from "../generators/synthetic.mjs";

/** @typedef {Readonly<Record<string, unknown>>} Json */

const last = { type: "object", properties: { end: { type: "string" } } };

/**
 * Definitions of which each leads to the next.
 * @param {(next: Json) => Json} link
 * @returns {(count: number) => Json}
 */
const describeChain = (link) => (count) => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Root",
  type: "object",
  properties: { first: { $ref: "#/definitions/Link1" } },
  definitions: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `Link${index + 1}`,
      index + 1 === count ? last : link({ $ref: `#/definitions/Link${index + 2}` }),
    ]),
  ),
});

/**
 * What grows, by what it is called: a schema of any number of definitions.
 * @type {Readonly<Record<string, (count: number) => Json>>}
 */
export const shapes = {
  definitions: describeDefinitions,
  "chain by $ref": describeChain((next) => next),
  "chain by property": describeChain((next) => ({
    type: "object",
    required: ["next"],
    properties: { next },
  })),
  "chain by allOf": describeChain((next) => ({
    allOf: [next],
    type: "object",
    properties: { own: { type: "integer" } },
  })),
};
