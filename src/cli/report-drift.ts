import { join } from "node:path";
import { diagnose, type Diagnostic } from "../diagnostic.js";
import type { Change, ChangeKind } from "../write/change.js";
import { diffChange } from "../write/diff.js";
import type { Reporter } from "./reporter.js";
import { countOf } from "./show-number.js";
import { placeOfFile } from "./show-path.js";
import type { Visit } from "./visit-inputs.js";

/** So many files are shown with their differences; the rest by name. */
const mostDiffs = 10;

/** Reports each file that is not as it would be generated, and a run that was killed. True where there is one. */
export function reportDrift(
  { changes, folder, duration }: Pick<Visit, "changes" | "folder" | "duration">,
  reporter: Reporter,
  cwd: string,
): boolean {
  const drifted = changes.filter(({ kind }) => kind !== "same");
  if (drifted.length === 0) {
    reporter.say(`${folder}: as generated, ${countOf(changes.length, "file")} (${duration})`);
    return false;
  }
  reporter.say(`${folder}: differs from what is generated (${duration})`);
  for (const [index, change] of drifted.entries()) {
    const line = `  ${sentences[change.kind](join(folder, change.path))}`;
    const diff = index < mostDiffs ? diffChange(change) : "";
    reporter.find(diff === "" ? line : `${line}\n${diff}`, describeDrift(change, cwd));
  }
  return true;
}

function describeDrift(change: Change, cwd: string): Diagnostic {
  const place = placeOfFile(join(change.output, change.path), cwd);
  const code = change.kind === "unfinished" ? "run-unfinished" : "output-differs";
  return diagnose(code, sentences[change.kind](place.file ?? change.path), "Run `schemist generate`.", place);
}

const sentences: Readonly<Record<ChangeKind, (file: string) => string>> = {
  create: (file) => `${file} is missing.`,
  update: (file) => `${file} differs.`,
  delete: (file) => `${file} is no longer generated.`,
  same: (file) => `${file} is as generated.`,
  unfinished: (folder) => `A run that was killed left its work in ${folder} unfinished.`,
};
