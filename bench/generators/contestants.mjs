import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "../measure/run-process.mjs";

/** @typedef {import("./inputs.mjs").Input} Input */
/** @typedef {import("../measure/run-process.mjs").Run} Run */

/** @typedef {(schema: string, output: string) => Promise<void>} Generate Makes types of the schema in one file, in the folder `output`. */

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} script
 * @property {boolean} isOurs
 * @property {"schema" | "openapi"} takes What it is given; `schema` of who takes both.
 * @property {string} file What it writes that has the types.
 * @property {(name: string) => string} typeOf What the type of a definition is called by who imports all of the file as `types`.
 */

/** @type {(name: string, settings?: Partial<Contestant>) => Contestant} */
const describe = (name, settings = {}) => ({
  name,
  script: name,
  isOurs: false,
  takes: "schema",
  file: "index.ts",
  typeOf: (type) => `types.${type}`,
  ...settings,
});

/** @type {readonly Contestant[]} */
export const contestants = [
  describe("schemist, types", { script: "schemist-types", isOurs: true }),
  describe("schemist, whole", { script: "schemist-whole", isOurs: true }),
  describe("json-schema-to-typescript"),
  describe("json-schema-to-typescript, unformatted", { script: "json-schema-to-typescript-unformatted" }),
  describe("openapi-typescript", {
    takes: "openapi",
    typeOf: (type) => `types.components["schemas"][${JSON.stringify(type)}]`,
  }),
  describe("quicktype-core"),
  describe("dtsgenerator", { takes: "openapi", typeOf: (type) => `types.Components.Schemas.${type}` }),
  describe("@hey-api/openapi-ts", { script: "hey-api", takes: "openapi", file: "types.gen.ts" }),
];

const runner = fileURLToPath(new URL("run-contestant.mjs", import.meta.url));

/**
 * Generates once, in a process of its own, into an empty folder.
 * @param {Contestant} contestant
 * @param {Input} input
 * @param {string} output
 * @param {number} limit In seconds.
 * @returns {Run}
 */
export function runContestant({ script, takes, isOurs }, input, output, limit) {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const file = fileURLToPath(new URL(`contestants/${script}.mjs`, import.meta.url));
  // We take both.
  const given = takes === "openapi" || (isOurs && input.schema === "") ? input.openapi : input.schema;
  if (given === "") return { wall: NaN, user: NaN, memory: NaN, stdout: "", failure: "takes no OpenAPI" };
  return runProcess([runner, file, given, output], { limit });
}

/** @type {(folder: string, input: Input, contestant: Contestant) => string} */
export const outputOf = (folder, input, contestant) =>
  join(folder, input.name.replaceAll(/\W+/g, "-"), contestant.script);
