// Generates the types of one schema, in a process of its own, and prints what that took.
import { schemas } from "./schemas.mjs";

/** @typedef {typeof import("../../dist/types/index.js")} Schemist */

// As built in the folder above; its types lie apart from it.
const built = new URL("../../dist/index.js", import.meta.url).href;
const { generate, write } = /** @type {Schemist} */ (await import(built));

const [name = "", output = "", ...runtime] = process.argv.slice(2);
const schema = schemas.find((each) => each.name === name);
if (!schema) throw new Error(`no schema ${name}`);

/** @type {import("../../dist/types/index.js").Input} */
const input = {
  schema: schema.file,
  output,
  layout: "single-file",
  runtime: /** @type {import("../../dist/types/index.js").RuntimeSet[]} */ (runtime),
  // The examples are validated without formats, which draft 7 leaves open.
  formats: "annotate",
  format: false,
  ...(schema.root === "" ? {} : { name: schema.root }),
};
const started = performance.now();
const result = await generate({ inputs: [input] });
const milliseconds = performance.now() - started;
await write(result);
const codes = result.diagnostics
  .filter(({ severity }) => severity === "error")
  .map(({ code, message }) => `${code}: ${message}`);
process.stdout.write(JSON.stringify({ milliseconds, errors: codes }));
