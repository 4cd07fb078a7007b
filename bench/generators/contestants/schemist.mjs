// As built in the folder above; its types lie apart from it.
const built = new URL("../../../dist/index.js", import.meta.url).href;
const { generate, write } = /** @type {typeof import("../../../dist/types/index.js")} */ (
  await import(built)
);

/**
 * TypeScript sources, formatted.
 * @param {string} schema
 * @param {string} output
 * @param {readonly import("../../../dist/types/index.js").RuntimeSet[]} [runtime] All by default.
 */
export async function generateOurs(schema, output, runtime) {
  const result = await generate({ inputs: [{ schema, output, ...(runtime ? { runtime } : {}) }] });
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  await write(result);
}
