import { writeFileSync } from "node:fs";
import { compileFromFile } from "json-schema-to-typescript";

/** @type {import("../contestants.mjs").Generate} */
export async function generateTypes(schema, output) {
  const text = await compileFromFile(schema, { format: false, unreachableDefinitions: true });
  writeFileSync(`${output}/index.ts`, text);
}
