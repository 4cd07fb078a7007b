import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin, RolldownOptions } from "rolldown";
import { lowerSyntax } from "./lower-syntax.js";

const root = fileURLToPath(new URL(".", import.meta.url));

/** A digest of all that the program is built from, so that one build does not read what another has cached. */
function digestSources(): string {
  const folders = ["src", "templates"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash("sha256");
  const files = ["package.json", "lower-syntax.ts"].map((name) => join(root, name)).concat(folders);
  for (const file of files.toSorted((a, b) => (a < b ? -1 : 1))) {
    hash.update(`${file.slice(root.length).split(sep).join("/")}\0`).update(readFileSync(file));
  }
  return hash.digest("base64url");
}

/** Lets a module import the text of a file, `import text from "./file.ts?raw"`, as Vite and vitest do. */
const rawText: Plugin = {
  name: "raw-text",
  resolveId(source, importer) {
    if (!source.endsWith("?raw") || importer === undefined) return null;
    // Node's resolution, since rolldown's own leaves what packages hold external.
    return `${createRequire(importer).resolve(source.slice(0, -"?raw".length))}?raw`;
  },
  load(id) {
    if (!id.endsWith("?raw")) return null;
    const text = readFileSync(id.slice(0, -"?raw".length), "utf8");
    return { code: `export default ${JSON.stringify(text)};`, moduleType: "js" };
  },
};

const repeated =
  /\/src\/(cache\/(cache-folder|digest|facts|present|program|recall-run|record|run-cache|selected-key)|cli\/(check|format-diagnostic|generate|open-cache|repeat-run|report-bug|report-drift|reporter|run-command|selection|show-number|show-path|tune-node|visit-inputs)|load\/formatting-files|write\/output-path|diagnostic|uri)\.ts$/;

/** The modules that some modules import, and those that they import in turn, without what is loaded when it is first asked for. */
function listImported(...entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries.map((entry) => join(root, entry)));
  for (const module of found) {
    const imports = readFileSync(module, "utf8").matchAll(
      /^(?:import|export) (?!type )[^;]*?from "(\.[^"?]*)\.js";$/gm,
    );
    for (const [, path] of imports) found.add(join(module, "..", `${path}.ts`));
  }
  return found;
}

const generating = listImported("src/generate.ts", "src/write/write.ts");
const commanding = listImported("src/cli/main.ts", "src/cli/generate.ts", "src/cli/select-inputs.ts");

/** Each has an entry of the package. */
const bundlers = ["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"];

export default {
  input: {
    index: "src/index.ts",
    cli: "src/cli/cli.ts",
    ...Object.fromEntries(bundlers.map((name) => [name, `src/bundlers/${name}.ts`])),
  },
  platform: "node",
  // What package.json declares is installed beside us; only our own files are bundled.
  external: (id) => !id.startsWith(".") && !id.startsWith("/") && !id.includes("?raw"),
  plugins: [rawText, lowerSyntax(join(root, "tsconfig.build.json"))],
  transform: { define: { SCHEMIST_PROGRAM: JSON.stringify(digestSources()) } },
  output: {
    dir: "dist",
    format: "esm",
    chunkFileNames: "[name].js",
    cleanDir: true,
    // What a run with nothing to do needs, in one file, and the rest of what most runs need in two: each further one takes as long to load
    // as a thousand lines.
    codeSplitting: {
      groups: [
        { name: "repeat", test: repeated, priority: 3 },
        { name: "generate", test: (id) => generating.has(id), priority: 2 },
        { name: "command", test: (id) => commanding.has(id), priority: 1 },
      ],
    },
  },
} satisfies RolldownOptions;
