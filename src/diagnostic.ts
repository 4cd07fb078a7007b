import type { Pointer } from "./pointer.js";

/** An error stops the output of its input; a warning tolerates what is wrong; a note tells what was decided or lost. */
export type Severity = "error" | "warning" | "note";

/**
 * Where something stands in the input. A stage gives `uri` (of the document, as it was retrieved) and `pointer`;
 * `load/locate` adds the file, the line and column (from 1), and a code frame.
 */
export interface Place {
  readonly uri: string;
  readonly pointer: Pointer;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly frame?: string;
}

/** Something to tell the user: what is wrong, where, and what to do. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence that says what is wrong. */
  readonly message: string;
  /** One sentence that says what to do. */
  readonly help: string;
  readonly place?: Place;
}

/** What a stage returns: its value, and all that it has to say. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every code with its severity, by the stage that reports it. */
export const severities = {
  // config
  "config-invalid": "error",
  "config-not-found": "error",
  "config-unreadable": "error",
  // load
  "document-unreadable": "error",
  "document-syntax": "error",
  "document-too-deep": "error",
  "document-not-json": "error",
  "document-doubtful": "warning",
  "glob-matches-nothing": "error",
  "remote-not-allowed": "error",
  "overlay-invalid": "error",
  "overlay-target-unmatched": "warning",
  "extension-unreadable": "error",
  "license-unreadable": "error",
  "extension-invalid": "error",
  "package-unreadable": "error",
  // link
  "reference-unresolved": "error",
  "reference-ambiguous": "error",
  "identifier-forbidden": "warning",
  "identifier-duplicate": "error",
  "dialect-unknown": "error",
  "vocabulary-unknown": "error",
  "document-unsupported": "error",
  "document-without-schemas": "error",
  "schema-format-unsupported": "error",
  "schema-format-skipped": "note",
  "part-unresolved": "warning",
  "body-skipped": "note",
  // hooks, and emit for statements
  "hook-failed": "error",
  "definition-needed": "error",
  // schema
  "keyword-invalid": "error",
  "keyword-unknown": "note",
  "keyword-tolerated": "warning",
  "keyword-ignored": "note",
  "pattern-invalid": "error",
  "pattern-not-unicode": "warning",
  "type-inferred": "note",
  "branch-overlaps": "note",
  "discriminator-unused": "note",
  "discriminator-unmapped": "note",
  "discriminator-fallback": "note",
  "discriminator-mapping-missing": "warning",
  "discriminator-value-missing": "warning",
  "discriminator-value-repeated": "warning",
  "discriminator-disagrees": "warning",
  "discriminator-not-string": "warning",
  "schema-invalid": "error",
  "extension-unused": "note",
  // facts
  "reference-cycle": "error",
  "schema-unsatisfiable": "warning",
  "bounds-contradictory": "warning",
  "required-impossible": "warning",
  "branch-unreachable": "warning",
  "branch-duplicate": "warning",
  "branch-admits-all": "warning",
  "enum-member-refused": "warning",
  "format-without-string": "warning",
  "pattern-slow": "warning",
  // unions
  "union-not-found": "error",
  "union-tag-missing": "error",
  "union-tag-overlap": "error",
  "union-open-not-string": "error",
  "union-value-missing": "error",
  "union-value-unmatched": "error",
  "union-too-large": "note",
  "union-untold": "note",
  // types
  "type-wider": "note",
  "brand-missing": "note",
  "type-imported": "note",
  // checks
  "format-unknown": "warning",
  // names
  "name-taken": "note",
  "name-invalid": "error",
  "name-unmatched": "warning",
  // package
  "type-import-invalid": "error",
  // engine
  "engine-type-wider": "note",
  "engine-type-replaced": "note",
  "engine-keyword-ignored": "warning",
  // bundlers
  "import-unresolved": "warning",
  "import-ambiguous": "error",
  // write
  "file-foreign": "error",
  "file-duplicate": "error",
  "manifest-invalid": "error",
  "journal-invalid": "error",
  "output-unwritable": "error",
  "run-in-progress": "error",
  "run-unfinished": "warning",
  // bundle
  "bundle-without-root": "error",
  "bundle-too-deep": "error",
  // sample
  "sample-not-found": "error",
  "sample-not-refused": "warning",
  // cli
  "output-differs": "error",
  "sample-invalid": "error",
  "samples-without-root": "error",
  "config-exists": "error",
  "schemas-not-found": "error",
  "init-unanswered": "error",
  "search-incomplete": "warning",
  "formatting-unread": "warning",
  "watch-failed": "error",
  "publish-by-npm": "error",
  "publish-unpacked": "error",
  "version-unwritable": "error",
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof severities;

/** A diagnostic with the severity that its code has in the table. */
export function diagnose(code: DiagnosticCode, message: string, help: string, place?: Place): Diagnostic {
  const severity = severities[code];
  return place ? { code, severity, message, help, place } : { code, severity, message, help };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** As many notes of one code are told one by one; nobody reads more. */
const noteBudget = 1000;

/** All errors and warnings, and of each code's notes the first; how many more there are, one note says. */
export function summarizeNotes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<DiagnosticCode, number>();
  const told = diagnostics.filter(({ code, severity }) => {
    const count = (counts.get(code) ?? 0) + 1;
    if (severity === "note") counts.set(code, count);
    return count <= noteBudget;
  });
  const rest = [...counts].filter(([, count]) => count > noteBudget);
  return [
    ...told,
    ...rest.map(([code, count]) =>
      diagnose(
        code,
        `The same is true of ${count - noteBudget} more schemas.`,
        "What the notes above say helps there as well.",
      ),
    ),
  ];
}

/** Carries diagnostics to a caller where no value can be returned beside them. */
export class DiagnosticError extends Error {
  override readonly name = "DiagnosticError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
    this.diagnostics = diagnostics;
  }
}
