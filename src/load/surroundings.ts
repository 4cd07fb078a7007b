import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { ResolvedInput } from "../config/config.js";
import type { Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Surroundings } from "./documents.js";
import { readPublishedNames } from "./published-names.js";

/**
 * Reads what lies where the output goes: the names that the last run published, and Prettier's options for the sources
 * where they are formatted. Nothing is read for a schema given as a value.
 */
export async function readSurroundings(input: ResolvedInput): Promise<Outcome<Surroundings>> {
  if (typeof input.schema !== "string")
    return { value: { publishedNames: {}, formatting: {} }, diagnostics: [] };
  const [names, formatting] = await Promise.all([
    readPublishedNames(input.output, input.root),
    input.format === "prettier" ? readFormatting(input.output) : { value: {}, diagnostics: [] },
  ]);
  return {
    value: { publishedNames: names.value, formatting: formatting.value },
    diagnostics: [...names.diagnostics, ...formatting.diagnostics],
  };
}

/** The options as they would hold for the package's main source. */
async function readFormatting(output: string): Promise<Outcome<Surroundings["formatting"]>> {
  if (!(await isFormattingConfigured(join(output, "src")))) return { value: {}, diagnostics: [] };
  // Loaded here, since most of what runs this stage never gets this far.
  const { resolveConfig } = await import("prettier");
  try {
    // Without the cache, so that a watching process sees a change.
    const options = await resolveConfig(join(output, "src", "index.ts"), {
      editorconfig: true,
      useCache: false,
    });
    return { value: { ...options }, diagnostics: [] };
  } catch (error) {
    const message = `Prettier's options for ${output} cannot be read: ${(error as Error).message}`;
    const help = "Correct Prettier's configuration, or set `format: false`.";
    return { value: {}, diagnostics: [diagnose("config-unreadable", message, help)] };
  }
}

/** Whether a folder, or one above it, holds a file that Prettier reads its options from. That is quicker than to ask Prettier. */
async function isFormattingConfigured(folder: string): Promise<boolean> {
  let at = resolve(folder);
  for (let above = dirname(at); ; at = above, above = dirname(at)) {
    // A folder that is not there yet, or cannot be read, holds none.
    const names = await readdir(at).catch((): string[] => []);
    if (names.some((name) => /^(\.prettierrc|prettier\.config\.|\.editorconfig$)/.test(name))) return true;
    if (names.includes("package.json") && (await hasOptions(join(at, "package.json")))) return true;
    if (names.includes("package.yaml")) return true;
    if (above === at) return false;
  }
}

/** Whether a package's manifest holds options. That it depends on Prettier says nothing. */
async function hasOptions(path: string): Promise<boolean> {
  const text = await readFile(path, "utf8").catch(() => "");
  if (!text.includes('"prettier"')) return false;
  try {
    const manifest: unknown = JSON.parse(text);
    return typeof manifest === "object" && manifest !== null && Object.hasOwn(manifest, "prettier");
  } catch {
    // Prettier says what is wrong with it.
    return true;
  }
}
