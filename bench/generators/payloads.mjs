import { literalType, readPayloads } from "../wild/payloads.mjs";

/**
 * The payloads that are published with a schema, of those that ajv finds valid.
 * @type {(input: import("./inputs.mjs").Input) => readonly unknown[]}
 */
export const readValidPayloads = ({ name, schema }) =>
  name === "GitHub webhooks"
    ? readPayloads(schema)
        .filter(({ isValid }) => isValid)
        .map(({ value }) => value)
    : [];

/**
 * A module that assigns each payload, as the literal type that it is, to `type`: one line each, so that an error's line says which.
 * @param {string} specifier
 * @param {string} type Of what the module exports as `types`.
 * @param {readonly unknown[]} payloads
 */
export const printAssignments = (specifier, type, payloads) =>
  [
    `import type * as types from ${JSON.stringify(specifier)};`,
    ...payloads.map(
      (value, index) =>
        `declare const payload${index}: ${literalType(value)}; export const typed${index}: ${type} = payload${index};`,
    ),
    "",
  ].join("\n");
