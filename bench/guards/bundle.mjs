import { build } from "esbuild";

/**
 * A module and all that it imports, as one: every contestant is measured so.
 * @type {(file: string, minify: boolean) => Promise<string>}
 */
export async function bundle(file, minify) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minify,
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
