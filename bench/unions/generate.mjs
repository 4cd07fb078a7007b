/** @typedef {import("./by-hand.mjs").Schema} Schema */

// As built in the folder above; its types lie apart from it.
const built = new URL("../../dist/index.js", import.meta.url).href;
const { generate, write } = /** @type {typeof import("../../dist/types/index.js")} */ (await import(built));

/**
 * Writes the package of a schema to a folder: its guards, or, given `unions`, all that there is.
 * @param {string} output
 * @param {Schema} schema
 * @param {string} name
 * @param {import("../../dist/types/index.js").Input["unions"]} [unions]
 */
export async function generatePackage(output, schema, name, unions) {
  const given = /** @type {import("../../dist/types/index.js").JsonSchema} */ (schema);
  const result = await generate({
    inputs: [
      {
        schema: { uri: "https://example.com/event.schema.json", schema: given },
        name,
        output,
        package: { name: "@example/events", version: "1.0.0" },
        // As ajv is told: the formats of draft 7 are open.
        formats: "annotate",
        format: false,
        ...(unions ? { unions } : { runtime: /** @type {const} */ (["guards"]) }),
      },
    ],
  });
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  await write(result);
}
