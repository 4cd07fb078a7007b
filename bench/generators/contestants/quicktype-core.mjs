import { readFileSync, writeFileSync } from "node:fs";
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from "quicktype-core";

/** @type {import("../contestants.mjs").Generate} */
export async function generateTypes(schema, output) {
  const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
  await input.addSource({ name: "Root", schema: readFileSync(schema, "utf8") });
  const inputData = new InputData();
  inputData.addInput(input);
  const { lines } = await quicktype({
    inputData,
    lang: "typescript",
    rendererOptions: { "just-types": true },
  });
  writeFileSync(`${output}/index.ts`, lines.join("\n"));
}
