import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { Compile } from "typebox/schema";
import { HandWriter } from "./by-hand.mjs";
import { generatePackage } from "./generate.mjs";

/** @typedef {import("./measure.mjs").Contestant} Contestant */
/** @typedef {import("./by-hand.mjs").Schema} Schema */

/**
 * A folder whose modules find the packages that are installed here.
 * @param {string} folder
 */
export function prepareFolder(folder) {
  mkdirSync(folder, { recursive: true });
  symlinkSync(fileURLToPath(new URL("../node_modules", import.meta.url)), join(folder, "node_modules"));
}

/**
 * The exports of the package that is generated for a schema.
 * @param {string} folder
 * @param {Schema} schema
 * @param {string} name
 * @returns {Promise<Record<string, (...values: unknown[]) => boolean>>}
 */
export async function loadGenerated(folder, schema, name) {
  const output = join(folder, "schemist");
  await generatePackage(output, schema, name);
  return import(pathToFileURL(join(output, "dist/index.js")).href);
}

/**
 * What ajv compiles ahead of time.
 * @param {string} folder
 * @param {Schema} schema
 * @param {boolean} discriminator
 * @returns {Contestant}
 */
export function compileAjv(folder, schema, discriminator) {
  const Dialect = String(schema["$schema"]).includes("2020-12") ? Ajv2020 : Ajv;
  const ajv = new Dialect({ strict: false, validateFormats: false, discriminator, code: { source: true } });
  const text = standalone.default(ajv, ajv.compile(schema));
  const file = join(folder, `ajv${discriminator ? "-discriminator" : ""}.cjs`);
  writeFileSync(file, text);
  /** @type {unknown} */
  const validate = createRequire(import.meta.url)(file);
  return {
    name: discriminator ? "ajv, discriminator" : "ajv",
    guard: /** @type {Contestant["guard"]} */ (validate),
  };
}

/**
 * @param {Schema} schema
 * @returns {Contestant}
 */
export function compileTypebox(schema) {
  const validator = Compile(schema);
  return { name: "typebox", guard: (value) => validator.Check(value) };
}

/**
 * @param {string} folder
 * @param {Schema} schema
 * @returns {Promise<Contestant>}
 */
export async function loadByHand(folder, schema) {
  const { $defs, definitions = $defs } = schema;
  const file = join(folder, "by-hand.mjs");
  writeFileSync(file, new HandWriter(definitions).printModule("isEvent", schema));
  const { isEvent } = await import(pathToFileURL(file).href);
  return { name: "by hand", guard: isEvent };
}
