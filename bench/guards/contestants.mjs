import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { validator } from "@exodus/schemasafe";
import { HandWriter } from "../unions/by-hand.mjs";
import { generatePackage } from "../unions/generate.mjs";
import { Converter } from "./convert.mjs";
import { valibot, zod } from "./terms.mjs";
import { printTypia } from "./typia.mjs";

/**
 * @typedef {import("./cases.mjs").Case} Case
 *
 * @typedef {object} Contestant Writes a module that exports `guard`, with all that it needs, as its users would have it.
 * @property {string} name
 * @property {(given: Case, folder: string) => string | Promise<string>} print The module's text; files beside it go to the folder.
 */

/** @type {(given: Case, folder: string) => Promise<string>} */
async function printOurs({ schema, root }, folder) {
  await generatePackage(join(folder, "schemist"), schema, root);
  return `export { is${root} as guard } from "./schemist/dist/index.js";`;
}

/** @type {(given: Case) => string | Promise<string>} */
function printByHand({ byHand, schema }) {
  if (byHand !== undefined) return readFile(byHand, "utf8");
  const { $defs, definitions = $defs } = schema;
  return new HandWriter(definitions).printModule("guard", schema);
}

/** @type {(schema: Case["schema"], discriminator: boolean) => string} */
function printAjv(schema, discriminator) {
  const Dialect = String(schema["$schema"]).includes("2020-12") ? Ajv2020 : Ajv;
  const code = { source: true, esm: true };
  const ajv = new Dialect({ strict: false, validateFormats: false, discriminator, code });
  return `${standalone.default(ajv, ajv.compile(schema))}\nexport { validate as guard };`;
}

/** @type {(given: Case) => string} */
function printTypebox({ schema }) {
  return [
    `import { Compile } from "typebox/schema";`,
    `const validator = Compile(${JSON.stringify(schema)});`,
    `export const guard = (value) => validator.Check(value);`,
  ].join("\n");
}

/** @type {(given: Case) => string} */
function printSchemasafe({ schema }) {
  const validate = validator(schema, { mode: "lax" });
  return `export const guard = ${validate.toModule()}`;
}

/** @type {(given: Case) => string} */
const printZod = ({ schema }) =>
  [
    `import * as z from "zod";`,
    new Converter(zod, schema).print("Root", schema),
    `export const guard = (value) => Root.safeParse(value).success;`,
  ].join("\n");

/** @type {(given: Case) => string} */
const printValibot = ({ schema }) =>
  [
    `import * as v from "valibot";`,
    new Converter(valibot, schema).print("Root", schema),
    `export const guard = (value) => v.is(Root, value);`,
  ].join("\n");

/** Ours first, and then the check by hand: both are asked for by name. @type {readonly Contestant[]} */
export const contestants = [
  { name: "schemist", print: printOurs },
  { name: "by hand", print: printByHand },
  { name: "ajv", print: ({ schema }) => printAjv(schema, false) },
  {
    name: "ajv, discriminator",
    print: ({ schema, discriminated }) => {
      if (discriminated === schema) throw new Error("no union here");
      return printAjv(discriminated, true);
    },
  },
  { name: "typebox", print: printTypebox },
  { name: "schemasafe", print: printSchemasafe },
  { name: "typia", print: printTypia },
  { name: "zod", print: printZod },
  { name: "valibot", print: printValibot },
];

/**
 * The module's file, or why there is none.
 * @type {(contestant: Contestant, given: Case, folder: string) => Promise<{ file: string } | { reason: string }>}
 */
export async function prepare({ name, print }, given, folder) {
  const file = join(folder, `${name.replaceAll(/\W+/g, "-")}.mjs`);
  try {
    writeFileSync(file, await print(given, folder));
    return { file };
  } catch (error) {
    return { reason: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}
