import { diagnose, type Diagnostic, type Outcome } from "../diagnostic.js";
import type { FoundImport } from "./find-imports.js";
import { formatImportId, importMark, type SchemaImport } from "./schema-import.js";

/** What TypeScript finds an import's declarations by: a pattern that its specifiers match. */
export interface NamedImport {
  readonly pattern: string;
  readonly imported: SchemaImport;
}

/**
 * Patterns for imports: the name of the file and what follows it, and more of the path where files have one name. The longest come
 * first, since TypeScript takes the first that matches. What no pattern can tell apart is an error.
 */
export function namePatterns(found: readonly FoundImport[]): Outcome<readonly NamedImport[]> {
  const named = new Map<string, SchemaImport>();
  const diagnostics: Diagnostic[] = [];
  for (const { specifier, imported } of found) {
    const name = nameOf(specifier);
    const isAlone = found.every(
      (other) => nameOf(other.specifier) !== name || isSame(other.imported, imported),
    );
    const pattern = isAlone ? name : pathOf(specifier);
    const other = named.get(pattern);
    if (other && !isSame(other, imported)) diagnostics.push(reportAmbiguous(pattern, other, imported));
    else named.set(pattern, imported);
  }
  const sorted = [...named].sort(([one], [other]) => other.length - one.length || (one < other ? -1 : 1));
  return { value: sorted.map(([pattern, imported]) => ({ pattern: `*/${pattern}`, imported })), diagnostics };
}

function isSame(one: SchemaImport, other: SchemaImport): boolean {
  return formatImportId(one) === formatImportId(other);
}

/** The path without the steps that lead to it: `../a/event.json?schemist` → `a/event.json?schemist`. */
function pathOf(specifier: string): string {
  return specifier.replace(/^(?:\.{0,2}\/)+/, "");
}

function nameOf(specifier: string): string {
  const path = specifier.slice(0, specifier.search(importMark));
  return specifier.slice(path.lastIndexOf("/") + 1);
}

function reportAmbiguous(pattern: string, one: SchemaImport, other: SchemaImport): Diagnostic {
  const message = `Both ${one.file} and ${other.file} are imported as "${pattern}", which TypeScript cannot tell apart.`;
  return diagnose(
    "import-ambiguous",
    message,
    `Give one a setting that the other has not: "${pattern}&name=…".`,
  );
}
