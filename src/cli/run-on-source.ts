import { type Diagnostic, DiagnosticError, hasErrors } from "../diagnostic.js";
import type { CommandFlags } from "./command-flags.js";
import { createReporter } from "./reporter.js";
import { exitCodes, type Verdict } from "./run-command.js";
import { selectSource } from "./select-source.js";
import type { Selection } from "./selection.js";
import { showPlace } from "./show-path.js";
import type { Streams } from "./streams.js";

/** How a command that reads one schema tells what it does. */
export interface Telling {
  /** Keeps diagnostics for the end. */
  readonly tell: (diagnostics: readonly Diagnostic[]) => void;
  /** A line of the summary. */
  readonly say: (line: string) => void;
}

/**
 * Has `work` done on the input that a schema means, tells all diagnostics, and returns the exit code. Without `out` standard output is
 * for what the command makes, so all that is told goes to standard error.
 */
export async function runOnSource(
  schema: string,
  flags: Pick<CommandFlags, "config" | "out" | "reporter" | "verbose">,
  streams: Streams,
  work: (selection: Selection, telling: Telling) => Promise<Verdict>,
): Promise<number> {
  const stdout = flags.out === undefined ? streams.stderr : streams.stdout;
  const reporter = await createReporter(flags, { ...streams, stdout });
  let root = streams.cwd;
  const tell = (diagnostics: readonly Diagnostic[]): void =>
    reporter.add(diagnostics.map((diagnostic) => showPlace(diagnostic, root, streams.cwd)));
  try {
    const { value, diagnostics } = await selectSource(schema, flags, streams.cwd);
    tell(diagnostics);
    if (!value || hasErrors(diagnostics)) return exitCodes.failed;
    root = value.root;
    return exitCodes[await work(value, { tell, say: (line) => reporter.say(line) })];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    tell(error.diagnostics);
    return exitCodes.failed;
  } finally {
    reporter.close();
  }
}
