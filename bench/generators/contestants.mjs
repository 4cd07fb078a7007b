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
 * @property {string} script What its folder of output is called, and where it has no command, the module that calls it.
 * @property {((schema: string, output: string) => readonly string[]) | undefined} command What Node runs, where its own program is the faster way.
 * @property {boolean} isOurs
 * @property {"schema" | "openapi"} takes What it is given; `schema` of who takes both.
 * @property {string} file What it writes that has the types.
 * @property {(name: string) => string} typeOf What the type of a definition is called by who imports all of the file as `types`.
 */

/** @type {(name: string, settings?: Partial<Contestant>) => Contestant} */
const describe = (name, settings = {}) => ({
  name,
  script: name,
  command: undefined,
  isOurs: false,
  takes: "schema",
  file: "index.ts",
  typeOf: (type) => `types.${type}`,
  ...settings,
});

// As built in the folder above.
const program = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** @type {(runtime?: readonly string[]) => NonNullable<Contestant["command"]>} By default with all that is made by default. */
const commandOf = (runtime) => (schema, output) => [
  program,
  "generate",
  schema,
  "--out",
  output,
  "--no-cache",
  ...(runtime ? ["--runtime", runtime.join(",")] : []),
];

/** @type {readonly Contestant[]} */
export const contestants = [
  describe("schemist, types", { script: "schemist-types", command: commandOf([]), isOurs: true }),
  describe("schemist, whole", { script: "schemist-whole", command: commandOf(), isOurs: true }),
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
export function runContestant({ script, command, takes, isOurs }, input, output, limit) {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const file = fileURLToPath(new URL(`contestants/${script}.mjs`, import.meta.url));
  // We take both.
  const given = takes === "openapi" || (isOurs && input.schema === "") ? input.openapi : input.schema;
  if (given === "") return { wall: NaN, user: NaN, memory: NaN, stdout: "", failure: "takes no OpenAPI" };
  return runProcess(command?.(given, output) ?? [runner, file, given, output], { limit, cwd: output });
}

/** @type {(folder: string, input: Input, contestant: Contestant) => string} */
export const outputOf = (folder, input, contestant) =>
  join(folder, input.name.replaceAll(/\W+/g, "-"), contestant.script);
