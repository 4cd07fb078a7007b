import { join } from "node:path";
import type { ResolvedInput } from "../config/config.js";
import type { Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Surroundings } from "./documents.js";
import { isFormattingConfigured } from "./formatting-files.js";
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
  if (!isFormattingConfigured(join(output, "src"))) return { value: {}, diagnostics: [] };
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
