import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig } from "rolldown";

/** Lets a module import the text of a file, `import text from "./file.ts?raw"`, as Vite and vitest do. */
const rawText = {
  name: "raw-text",
  resolveId(source, importer) {
    if (!source.endsWith("?raw")) return null;
    // Node's resolution, since rolldown's own leaves what packages hold external.
    return `${createRequire(importer).resolve(source.slice(0, -"?raw".length))}?raw`;
  },
  load(id) {
    if (!id.endsWith("?raw")) return null;
    const text = readFileSync(id.slice(0, -"?raw".length), "utf8");
    return { code: `export default ${JSON.stringify(text)};`, moduleType: "js" };
  },
};

/** Each has an entry of the package. */
const bundlers = ["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"];

export default defineConfig({
  input: {
    index: "src/index.ts",
    cli: "src/cli/cli.ts",
    ...Object.fromEntries(bundlers.map((name) => [name, `src/bundlers/${name}.ts`])),
  },
  platform: "node",
  // What package.json declares is installed beside us; only our own files are bundled.
  external: (id) => !id.startsWith(".") && !id.startsWith("/") && !id.includes("?raw"),
  plugins: [rawText],
  output: { dir: "dist", format: "esm", chunkFileNames: "[name].js", cleanDir: true },
});
