import { resolve } from "node:path";
import { type Diagnostic, DiagnosticError } from "../diagnostic.js";
import type { Change } from "../write/change.js";
import type { Verdict } from "./run-command.js";
import type { Chosen } from "./selection.js";
import { showDuration } from "./show-number.js";
import { showPath, showPlace } from "./show-path.js";
import type { VisitOptions } from "./visit-inputs.js";

/** Writes the declarations of the schemas that code imports, or with `check` compares them. */
export async function visitImports(
  imports: Chosen["imports"],
  { check, reporter, streams: { cwd } }: VisitOptions,
): Promise<readonly Verdict[]> {
  if (!imports) return [];
  const { config, root } = imports;
  const startedAt = performance.now();
  const tell = (diagnostics: readonly Diagnostic[]) =>
    reporter.add(diagnostics.map((diagnostic) => showPlace(diagnostic, root, cwd)));
  // Loaded here, since few configs have any.
  const { declareAll } = await import("../bundlers/declare-all.js");
  try {
    const { change, diagnostics } = await declareAll(config, root, { check });
    tell(diagnostics);
    const folder = showPath(change.output, cwd);
    const duration = showDuration(startedAt);
    if (check) {
      const { reportDrift } = await import("./report-drift.js");
      return [
        (await reportDrift({ changes: [change], folder, duration }, reporter, cwd)) ? "findings" : "done",
      ];
    }
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
