import { describeEvents, listKinds } from "../unions/events.mjs";

const dialect = "http://json-schema.org/draft-07/schema#";

/**
 * Definitions as services have them: some fields, an enumeration, an object within, and references to three that stand before, so
 * that none is far from any other, and who walks along references needs no deep stack.
 * @param {number} count
 */
export function describeDefinitions(count) {
  const refer = (/** @type {number} */ index) => ({ $ref: `#/definitions/${nameDefinition(index)}` });
  const definitions = Array.from({ length: count }, (_, index) => [
    nameDefinition(index),
    {
      type: "object",
      description: `The record number ${index}.`,
      required: ["id", "kind", "owner"],
      additionalProperties: false,
      properties: {
        id: { type: "string", description: "What it is called." },
        kind: { enum: ["draft", "active", `closed-${index}`] },
        count: { type: "integer", minimum: 0 },
        labels: { type: "array", items: { type: "string" } },
        size: { type: "object", properties: { width: { type: "number" }, height: { type: "number" } } },
        owner: refer(Math.floor(index / 2)),
        parent: refer(Math.floor(index / 3)),
        children: { type: "array", items: refer(Math.floor(index / 5)) },
      },
    },
  ]);
  return {
    $schema: dialect,
    title: "Root",
    type: "object",
    properties: { last: refer(count - 1) },
    definitions: Object.fromEntries(definitions),
  };
}

/** @type {(index: number) => string} */
const nameDefinition = (index) => `Record${toLetters(index)}`;

/**
 * No digits, so that a numbered copy shows.
 * @type {(index: number) => string}
 */
const toLetters = (index) => String(index).replaceAll(/\d/g, (digit) => "ABCDEFGHIJ".charAt(Number(digit)));

/**
 * A tagged union of events.
 * @param {number} count At most 500.
 */
export function describeVariants(count) {
  const text = JSON.stringify(describeEvents(listKinds(count))).replaceAll("#/$defs/", "#/definitions/");
  const { $id: _, $defs, ...body } = JSON.parse(text);
  return { ...body, $schema: dialect, definitions: $defs };
}
