import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import openapiTs, { astToString } from "openapi-typescript";

/** @type {import("../contestants.mjs").Generate} */
export async function generateTypes(schema, output) {
  writeFileSync(`${output}/index.ts`, astToString(await openapiTs(pathToFileURL(schema))));
}
