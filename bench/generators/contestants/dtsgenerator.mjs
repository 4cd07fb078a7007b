import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @type {typeof import("dtsgenerator")} */
const { default: dtsgenerator, parseSchema } = createRequire(import.meta.url)("dtsgenerator");

/** @type {import("../contestants.mjs").Generate} */
export async function generateTypes(schema, output) {
  const content = JSON.parse(readFileSync(schema, "utf8"));
  const text = await dtsgenerator({ contents: [parseSchema(content)] });
  writeFileSync(`${output}/index.ts`, text);
}
