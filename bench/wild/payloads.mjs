import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import ts from "typescript-5.9";
import { readJson } from "./schemas.mjs";

/**
 * @typedef {object} Payload An example that GitHub publishes of a webhook.
 * @property {string} label
 * @property {unknown} value
 * @property {boolean} isValid What ajv says of it.
 */

const require = createRequire(import.meta.url);

/**
 * @param {string} schemaFile
 * @returns {readonly Payload[]}
 */
export function readPayloads(schemaFile) {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const validate = ajv.compile(/** @type {import("ajv").AnySchema} */ (readJson(schemaFile)));
  const groups = /** @type {{ name: string, examples: unknown[] }[]} */ (
    readJson(require.resolve("@octokit/webhooks-examples"))
  );
  return groups.flatMap(({ name, examples }) =>
    examples.map((value, index) => ({
      label: `${name}[${index}]`,
      value,
      isValid: validate(value) === true,
    })),
  );
}

/**
 * The payloads of which a generated guard says something else than ajv.
 * @param {string} folder
 * @param {string} guard
 * @param {readonly Payload[]} payloads
 */
export async function findMisjudged(folder, guard, payloads) {
  const source = readFileSync(join(folder, "index.ts"), "utf8");
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const compiled = join(folder, "index.mjs");
  writeFileSync(compiled, outputText);
  /** @type {unknown} */
  const module = await import(pathToFileURL(compiled).href);
  const isEvent = /** @type {Record<string, (value: unknown) => boolean>} */ (module)[guard];
  if (!isEvent) throw new Error(`no guard ${guard}`);
  return payloads.filter(({ value, isValid }) => isEvent(value) !== isValid).map(({ label }) => label);
}

/**
 * A module that assigns each payload, as the literal type that it is, to `type`: one line each, so that an error's line says which.
 * What is not a fresh literal may have more members than the type.
 * @param {string} specifier
 * @param {string} type
 * @param {string} guard
 * @param {readonly Payload[]} payloads
 */
export function printAssignments(specifier, type, guard, payloads) {
  return [
    `import type { ${type} } from ${JSON.stringify(specifier)};`,
    `import { ${guard} } from ${JSON.stringify(specifier)};`,
    `declare const json: unknown;`,
    `if (${guard}(json)) { const guarded: ${type} = json; void guarded; }`,
    ...payloads.map(
      ({ value }, index) =>
        `declare const payload${index}: ${literalType(value)}; export const typed${index}: ${type} = payload${index};`,
    ),
    "",
  ].join("\n");
}

/**
 * The narrowest type of a JSON value.
 * @param {unknown} value
 * @returns {string}
 */
export function literalType(value) {
  if (Array.isArray(value)) return `[${value.map(literalType).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${literalType(member)}`,
  );
  return `{ ${members.join("; ")} }`;
}

/** The lines before the first payload's. */
export const headLines = 4;
