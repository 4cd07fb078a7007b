import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { JsonObject } from "../json.js";
import { isJsonObject } from "../json.js";
import { isOutputPath, runFolder } from "./output-path.js";
import { placeOf } from "./place-of.js";
import { isSystemError } from "./system-error.js";

/** One step of a run: a file goes, or a staged file (its name in the run's folder) takes its place. */
export type Operation =
  | { readonly kind: "delete"; readonly path: string }
  | { readonly kind: "rename"; readonly staged: string; readonly path: string };

/** The name of the journal in the run's folder. */
export const journalName = "journal.json";

export function formatJournal(operations: readonly Operation[]): string {
  return JSON.stringify({ version: 1, operations });
}

/**
 * The operations of the run that left its journal in `output`; undefined where there is no journal. A journal is on
 * disk whole or not at all, so one that cannot be read, or that leads outside the output, is not ours.
 */
export async function readJournal(output: string): Promise<Outcome<readonly Operation[] | undefined>> {
  try {
    const operations = parseJournal(await readFile(join(output, runFolder, journalName), "utf8"));
    return { value: operations, diagnostics: operations ? [] : [describeInvalid(output)] };
  } catch (error) {
    // No journal: what was staged, if anything, was never meant to be used.
    if (isSystemError(error, "ENOENT", "ENOTDIR")) return { value: undefined, diagnostics: [] };
    throw error;
  }
}

/** Says that the folder of an unfinished run is not one that a run can have left. */
export function describeInvalid(output: string): Diagnostic {
  return diagnose(
    "journal-invalid",
    `\`${runFolder}\` is not what an unfinished run leaves, so the run cannot be finished.`,
    `Delete \`${runFolder}\` and run again.`,
    placeOf(output, runFolder),
  );
}

function parseJournal(text: string): Operation[] | undefined {
  let journal: unknown;
  try {
    journal = JSON.parse(text);
  } catch {
    // No JSON, so no journal: the caller reports it.
    return undefined;
  }
  const listed = isJsonObject(journal) && journal["version"] === 1 ? journal["operations"] : undefined;
  if (!Array.isArray(listed)) return undefined;
  const operations = listed.map((item) => (isJsonObject(item) ? parseOperation(item) : undefined));
  return operations.every((operation) => operation !== undefined) ? operations : undefined;
}

function parseOperation({ kind, path, staged }: JsonObject): Operation | undefined {
  if (typeof path !== "string" || !isOutputPath(path)) return undefined;
  if (kind === "delete") return { kind, path };
  return kind === "rename" && typeof staged === "string" && /^\d+$/.test(staged)
    ? { kind, staged, path }
    : undefined;
}
