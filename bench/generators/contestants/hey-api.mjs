import { createClient } from "@hey-api/openapi-ts";

/** @type {import("../contestants.mjs").Generate} */
export async function generateTypes(schema, output) {
  await createClient({
    input: schema,
    output,
    plugins: ["@hey-api/typescript"],
    logs: { level: "silent", file: false },
  });
}
