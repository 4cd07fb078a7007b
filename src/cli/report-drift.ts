import type { Colors } from "picocolors/types.js";
import { join } from "node:path";
import { diagnose, type Diagnostic } from "../diagnostic.js";
import type { Change, ChangeKind } from "../write/change.js";
import type { FileDiff } from "../write/diff.js";
import type { Reporter } from "./reporter.js";
import { countOf } from "./show-number.js";
import { placeOfFile } from "./show-path.js";
import type { Visit } from "./visit-inputs.js";

/** So many lines of differences are shown of one output, but for the rest of a file; other files are named. */
const mostLines = 200;
/** And so many files are named, and compared: it takes its time. */
const mostFiles = 50;

/** Reports each file that is not as it would be generated, and a run that was killed. True where there is one. */
export async function reportDrift(
  { changes, folder, duration }: Visit,
  reporter: Reporter,
  cwd: string,
): Promise<boolean> {
  const drifted = changes
    .filter(({ kind }) => kind !== "same")
    .sort((one, other) => rankOf(one) - rankOf(other));
  const total = changes.filter(({ kind }) => kind !== "unfinished").length;
  if (drifted.length === 0) {
    reporter.say(`${folder}: as generated, ${countOf(total, "file")} (${duration})`);
    return false;
  }
  // What compares texts is loaded where there is something to compare.
  const { diffChange, findFirstDifference } = await import("../write/diff.js");
  const diffs = drifted.slice(0, mostFiles).map((change) => diffChange(change, join(folder, change.path)));
  reporter.say(`${folder}: ${summarize(drifted, diffs, total)} (${duration})`);
  let lines = 0;
  let hidden = 0;
  for (const [index, change] of drifted.entries()) {
    const diff = lines < mostLines ? diffs[index] : undefined;
    lines += diff?.lines.length ?? 0;
    if (diffs[index] && !diff) hidden += 1;
    const sentence = `  ${sentences[change.kind](join(folder, change.path))}`;
    const text = [sentence, ...paintDiff(diff?.lines ?? [], reporter.colors)].join("\n");
    reporter.find(
      index < mostFiles ? text : undefined,
      describeDrift(change, findFirstDifference(change), cwd),
    );
  }
  if (hidden > 0) reporter.say(`  … the differences of ${countOf(hidden, "file")} are left out`);
  if (drifted.length > mostFiles) reporter.say(`  … and ${countOf(drifted.length - mostFiles, "more file")}`);
  return true;
}

/** What a package has compiled from its sources comes last: it differs since they do. */
function rankOf({ path }: Change): number {
  return path.startsWith("dist/") ? 1 : 0;
}

function summarize(
  drifted: readonly Change[],
  diffs: readonly (FileDiff | undefined)[],
  total: number,
): string {
  const files = drifted.filter(({ kind }) => kind !== "unfinished").length;
  if (files === 0) return "a run is unfinished";
  const sum = (key: "added" | "removed") => diffs.reduce((count, diff) => count + (diff?.[key] ?? 0), 0);
  const summary = `${files} of ${countOf(total, "file")} differ from what is generated`;
  if (drifted.length > mostFiles) return summary;
  return `${summary}, ${countOf(sum("added"), "line")} to add, ${sum("removed")} to remove`;
}

function describeDrift(change: Change, line: number | undefined, cwd: string): Diagnostic {
  const place = placeOfFile(join(change.output, change.path), cwd);
  const code = change.kind === "unfinished" ? "run-unfinished" : "output-differs";
  return diagnose(code, sentences[change.kind](place.file ?? change.path), "Run `schemist generate`.", {
    ...place,
    ...(line !== undefined && { line }),
  });
}

const sentences: Readonly<Record<ChangeKind, (file: string) => string>> = {
  create: (file) => `${file} is missing.`,
  update: (file) => `${file} differs.`,
  delete: (file) => `${file} is no longer generated.`,
  same: (file) => `${file} is as generated.`,
  unfinished: (folder) => `A run that was killed left its work in ${folder} unfinished.`,
};

/** As Git paints it. */
function paintDiff(lines: readonly string[], colors: Colors): readonly string[] {
  const headers = lines.slice(0, 2).map((line) => colors.bold(line));
  return [...headers, ...lines.slice(2).map((line) => (paints[line.charAt(0)] ?? String)(line, colors))];
}

const paints: Readonly<Record<string, (line: string, colors: Colors) => string>> = {
  "+": (line, { green }) => green(line),
  "-": (line, { red }) => red(line),
  "@": (line, { cyan }) => cyan(line),
  "…": (line, { dim }) => dim(line),
};
