import { randomUUID } from "node:crypto";
import picocolors from "picocolors";
import type { Diagnostic } from "../diagnostic.js";
import { formatDiagnostic } from "./format-diagnostic.js";
import { printGithub, stopCommands } from "./print-github.js";
import { printSarif } from "./print-sarif.js";
import type { ReporterFlags } from "./reporter-flags.js";
import { listShown, type Reporter, sortDiagnostics } from "./reporting.js";
import { countOf } from "./show-number.js";
import type { Streams } from "./streams.js";

export type { Reporter } from "./reporting.js";

/**
 * The reporter that the flags ask for; docs/reporters.md says what each writes. What is for programs goes to standard
 * output, alone: a command whose output is something else hands in its standard error as `stdout`.
 */
export function createReporter(flags: ReporterFlags, streams: Streams): Reporter {
  switch (flags.reporter) {
    case "text":
      return createTextReporter(flags.verbose ?? false, streams);
    case "github":
      return createGithubReporter(flags.verbose ?? false, streams);
    case "json":
      return createDocumentReporter((diagnostics) => diagnostics, streams);
    case "sarif":
      return createDocumentReporter((diagnostics) => printSarif(diagnostics, streams), streams);
  }
}

const plain = picocolors.createColors(false);

/** Summary and findings on standard output, diagnostics on standard error. */
function createTextReporter(isVerbose: boolean, streams: Streams): Reporter {
  const { stdout, stderr, hasColors = false, hasOutputColors = false } = streams;
  const diagnostics: Diagnostic[] = [];
  const colors = picocolors.createColors(hasColors);
  return {
    colors: picocolors.createColors(hasOutputColors),
    say: (line) => stdout.write(`${line}\n`),
    find(text) {
      if (text !== undefined) stdout.write(`${text}\n`);
    },
    add: (more) => diagnostics.push(...more),
    close() {
      const sorted = sortDiagnostics(diagnostics);
      const shown = listShown(sorted, isVerbose);
      for (const diagnostic of shown) stderr.write(formatDiagnostic(diagnostic, colors));
      const hidden = sorted.length - shown.length;
      if (hidden > 0)
        stderr.write(`${countOf(hidden, "note")}; --verbose shows ${hidden === 1 ? "it" : "them"}\n`);
    },
  };
}

/** The text for the log, in which nothing is a command, and then a workflow command for each diagnostic. */
function createGithubReporter(isVerbose: boolean, streams: Streams): Reporter {
  const log: string[] = [];
  const diagnostics: Diagnostic[] = [];
  return {
    colors: plain,
    say: (line) => log.push(line),
    find(text, diagnostic) {
      if (text !== undefined) log.push(text);
      diagnostics.push(diagnostic);
    },
    add: (more) => diagnostics.push(...more),
    close() {
      const commands = listShown(sortDiagnostics(diagnostics), isVerbose).map((diagnostic) =>
        printGithub(diagnostic, streams),
      );
      const lines = [...stopCommands(log, randomUUID()), ...commands];
      if (lines.length > 0) streams.stdout.write(`${lines.join("\n")}\n`);
    },
  };
}

/** All that there is to tell as one JSON document on standard output, and nothing else there. */
function createDocumentReporter(
  describe: (diagnostics: readonly Diagnostic[]) => unknown,
  { stdout, isContinuous = false }: Streams,
): Reporter {
  const diagnostics: Diagnostic[] = [];
  const indentation = isContinuous ? undefined : 2;
  return {
    colors: plain,
    say() {},
    find: (_text, diagnostic) => diagnostics.push(diagnostic),
    add: (more) => diagnostics.push(...more),
    close() {
      const document = describe(sortDiagnostics(diagnostics));
      stdout.write(`${JSON.stringify(document, undefined, indentation)}\n`);
    },
  };
}
