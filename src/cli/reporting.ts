import type { Colors } from "picocolors/types.js";
import type { Diagnostic, Severity } from "../diagnostic.js";

/** Tells people, or a program, what a command does and finds. */
export interface Reporter {
  /** For the texts below; they do nothing where no terminal shows them. */
  readonly colors: Colors;
  /** A line of the summary. */
  say(line: string): void;
  /** What `check` found: a text for people, if there is to be one, and the same as a diagnostic for programs. */
  find(text: string | undefined, diagnostic: Diagnostic): void;
  /** Keeps diagnostics for the end. */
  add(diagnostics: readonly Diagnostic[]): void;
  /** Tells the diagnostics, errors first. Comes once, after all else. */
  close(): void;
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Errors first; what several inputs say of one shared document is told once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...distinct.values()].sort((one, other) => ranks[one.severity] - ranks[other.severity]);
}

/** What is shown where nobody asked for all: everything but notes. */
export function listShown(diagnostics: readonly Diagnostic[], isVerbose: boolean): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => isVerbose || severity !== "note");
}
