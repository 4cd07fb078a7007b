import { dirname, resolve } from "node:path";
import { loadConfig } from "../config/load-config.js";
import { type Diagnostic, DiagnosticError } from "../diagnostic.js";
import type { Change } from "../write/change.js";
import type { CommandFlags } from "./command-flags.js";
import { reportDrift } from "./report-drift.js";
import type { Verdict } from "./run-command.js";
import { showDuration } from "./show-number.js";
import { showPath, showPlace } from "./show-path.js";
import type { VisitOptions } from "./visit-inputs.js";

/**
 * Writes the declarations of the schemas that code imports, or with `check` compares them; nothing where the command names
 * schemas, or the config has no `imports`.
 */
export async function visitImports(
  schemas: readonly string[],
  flags: CommandFlags,
  { check, reporter, streams: { cwd } }: VisitOptions,
): Promise<readonly Verdict[]> {
  if (schemas.length > 0) return [];
  const { value } = await loadConfig({
    ...(flags.config !== undefined && { file: flags.config }),
    from: cwd,
  });
  if (!value?.config.imports) return [];
  const startedAt = performance.now();
  const root = resolve(dirname(value.file), value.config.root ?? "");
  const tell = (diagnostics: readonly Diagnostic[]) =>
    reporter.add(diagnostics.map((diagnostic) => showPlace(diagnostic, root, cwd)));
  // Loaded here, since few configs have any.
  const { declareAll } = await import("../bundlers/declare-all.js");
  try {
    const { change, diagnostics } = await declareAll(value.config, root, { check });
    tell(diagnostics);
    const folder = showPath(change.output, cwd);
    const duration = showDuration(startedAt);
    if (check)
      return [reportDrift({ changes: [change], folder, duration }, reporter, cwd) ? "findings" : "done"];
    reporter.say(
      `${showPath(resolve(change.output, change.path), cwd)}: ${words[change.kind]} (${duration})`,
    );
    return ["done"];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    tell(error.diagnostics);
    return ["failed"];
  }
}

const words: Readonly<Record<Change["kind"], string>> = {
  create: "created",
  update: "updated",
  delete: "deleted",
  same: "unchanged",
  unfinished: "unfinished",
};
