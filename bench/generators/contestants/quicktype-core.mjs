import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from "quicktype-core";

/** @type {import("../contestants.mjs").Generate} */
export async function generateTypes(schema, output) {
  const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
  const text = readFileSync(schema, "utf8");
  // Of a schema that describes nothing but its definitions, each of these is asked for.
  const isBare = Object.keys(JSON.parse(text)).every((key) => /^(\$schema|title|definitions)$/.test(key));
  const uris = isBare ? { uris: ["#/definitions/"] } : {};
  await input.addSource({ name: basename(schema, ".json"), schema: text, ...uris });
  const inputData = new InputData();
  inputData.addInput(input);
  const { lines } = await quicktype({
    inputData,
    lang: "typescript",
    rendererOptions: { "just-types": true },
  });
  writeFileSync(`${output}/index.ts`, lines.join("\n"));
}
