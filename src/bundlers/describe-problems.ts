import picocolors from "picocolors";
import { formatDiagnostic } from "../cli/format-diagnostic.js";
import { showPlace } from "../cli/show-path.js";
import type { Diagnostic, Severity } from "../diagnostic.js";

/** A diagnostic, and the folder that paths in it start from. */
export interface Problem {
  readonly diagnostic: Diagnostic;
  readonly root: string;
}

/** The problems of one severity as the command line tells them, paths from `cwd`; undefined where there are none. */
export function describeProblems(
  problems: readonly Problem[],
  severity: Severity,
  cwd: string,
): string | undefined {
  const colors = picocolors.createColors(false);
  const texts = problems
    .filter(({ diagnostic }) => diagnostic.severity === severity)
    .map(({ diagnostic, root }) => formatDiagnostic(showPlace(diagnostic, root, cwd), colors));
  // What several inputs say of one shared document is told once.
  return texts.length === 0 ? undefined : [...new Set(texts)].join("").trimEnd();
}
