import picocolors from "picocolors";
import type { Diagnostic, Severity } from "../diagnostic.js";
import type { CommandFlags } from "./command-flags.js";
import { formatDiagnostic } from "./format-diagnostic.js";
import { countOf } from "./show-number.js";
import type { Streams } from "./streams.js";

/** Tells people, or a program, what a command does and finds. */
export interface Reporter {
  /** A line of the summary. */
  say(line: string): void;
  /** What `check` found: a text for people, and the same as a diagnostic for programs. */
  find(text: string, diagnostic: Diagnostic): void;
  /** Keeps diagnostics for the end. */
  add(diagnostics: readonly Diagnostic[]): void;
  /** Tells the diagnostics, errors first. Comes once, after all else. */
  close(): void;
}

export function createReporter(
  flags: Pick<CommandFlags, "reporter" | "verbose">,
  streams: Streams,
): Reporter {
  return flags.reporter === "json"
    ? createJsonReporter(streams)
    : createTextReporter(flags.verbose ?? false, streams);
}

/** Summary and findings on standard output, diagnostics on standard error. */
function createTextReporter(isVerbose: boolean, { stdout, stderr, hasColors = false }: Streams): Reporter {
  const diagnostics: Diagnostic[] = [];
  const colors = picocolors.createColors(hasColors);
  return {
    say: (line) => stdout.write(`${line}\n`),
    find: (text) => stdout.write(`${text}\n`),
    add: (more) => diagnostics.push(...more),
    close() {
      const sorted = sortDiagnostics(diagnostics);
      const shown = sorted.filter(({ severity }) => isVerbose || severity !== "note");
      for (const diagnostic of shown) stderr.write(formatDiagnostic(diagnostic, colors));
      const hidden = sorted.length - shown.length;
      if (hidden > 0)
        stderr.write(`${countOf(hidden, "note")}; --verbose shows ${hidden === 1 ? "it" : "them"}\n`);
    },
  };
}

/** All that there is to tell, as one JSON array of diagnostics on standard output; nothing else goes there. */
function createJsonReporter({ stdout }: Streams): Reporter {
  const diagnostics: Diagnostic[] = [];
  return {
    say() {},
    find: (_text, diagnostic) => diagnostics.push(diagnostic),
    add: (more) => diagnostics.push(...more),
    close() {
      stdout.write(`${JSON.stringify(sortDiagnostics(diagnostics), undefined, 2)}\n`);
    },
  };
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Errors first; what several inputs say of one shared document is told once. */
function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...distinct.values()].sort((one, other) => ranks[one.severity] - ranks[other.severity]);
}
