import { writeFileSync } from "node:fs";
import { compileFromFile } from "json-schema-to-typescript";

/** @type {import("../contestants.mjs").Generate} */
export async function generateTypes(schema, output) {
  writeFileSync(`${output}/index.ts`, await compileFromFile(schema, { unreachableDefinitions: true }));
}
