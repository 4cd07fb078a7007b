import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setVersion } from "../config/set-version.js";
import { type Diagnostic, diagnose, hasErrors } from "../diagnostic.js";
import { diff } from "../diff.js";
import { levels } from "../diff/change.js";
import { findAllowed, isAsGreat } from "../diff/next-version.js";
import {
  insertEntry,
  printChangelogEntry,
  printMarkdown,
  printText,
  type Report,
} from "../diff/print-changes.js";
import type { DiffFlags } from "./diff-flags.js";
import { findSides, type Sides, type VersionPlace } from "./diff-sides.js";
import { createReporter } from "./reporter.js";
import { placeOfFile, showPath, showPlace } from "./show-path.js";
import type { Streams } from "./streams.js";

/** `schemist diff`: compares two versions, and says what the change breaks. Returns the exit code. */
export async function runDiff(
  names: readonly (string | undefined)[],
  flags: DiffFlags,
  streams: Streams,
): Promise<number> {
  const reporter = await createReporter({ reporter: "text", verbose: flags.verbose ?? false }, streams);
  const reports: Report[] = [];
  let hasFailed = false;
  const tell = (diagnostics: readonly Diagnostic[], root: string): void => {
    reporter.add(diagnostics.map((diagnostic) => showPlace(diagnostic, root, streams.cwd)));
    hasFailed ||= hasErrors(diagnostics);
  };
  try {
    const { value, diagnostics } = await findSides(names, flags, streams.cwd);
    tell(diagnostics, streams.cwd);
    for (const sides of value) {
      const compared = await compareSides(sides, flags, streams.cwd);
      tell(compared.diagnostics, sides.root);
      if (!compared.report) continue;
      reports.push(compared.report);
      tell(await record(compared.report, sides, flags, streams.cwd), streams.cwd);
    }
    streams.stdout.write(printReports(reports, flags));
    return hasFailed ? 2 : reports.every(({ isAllowed }) => isAllowed) ? 0 : 1;
  } finally {
    reporter.close();
  }
}

async function compareSides(
  sides: Sides,
  flags: DiffFlags,
  cwd: string,
): Promise<{ readonly report?: Report; readonly diagnostics: readonly Diagnostic[] }> {
  const options = { audience: flags.for, strict: flags.strict ?? false };
  const { comparison: found, diagnostics } = await diff(sides.old, sides.new, options);
  if (!found) return { diagnostics };
  const comparison = { ...found, old: relabel(found.old, cwd), new: relabel(found.new, cwd) };
  const [old, updated] = [comparison.old.version, comparison.new.version];
  const step = old === undefined || updated === undefined ? undefined : findAllowed(old, updated);
  const allowed = flags.allow ?? (flags.write ? "major" : (step ?? "minor"));
  const isAllowed = levels.indexOf(comparison.level) <= levels.indexOf(allowed);
  return { report: { comparison, allowed, isAllowed }, diagnostics };
}

/** Paths as people in `cwd` write them. */
function relabel<T extends { readonly label: string }>(side: T, cwd: string): T {
  return side.label.startsWith("/") ? { ...side, label: showPath(side.label, cwd) } : side;
}

function printReports(reports: readonly Report[], { format }: DiffFlags): string {
  if (format === "json") {
    const values = reports.map(({ comparison, ...others }) => ({ ...comparison, ...others }));
    return `${JSON.stringify(values, undefined, 2)}\n`;
  }
  return reports.map(format === "markdown" ? printMarkdown : printText).join("\n");
}

/** Writes what was asked for: the version, and an entry in the changelog. */
async function record(
  { comparison }: Report,
  { place }: Sides,
  flags: DiffFlags,
  cwd: string,
): Promise<readonly Diagnostic[]> {
  if (comparison.level === "none") return [];
  const { nextVersion } = comparison;
  if (flags.changelog !== undefined) {
    const file = resolve(cwd, flags.changelog);
    await writeFile(file, insertEntry(await readIfThere(file), printChangelogEntry(comparison)));
  }
  if (!flags.write) return [];
  if (nextVersion !== undefined && place) return writeVersion(place, nextVersion, cwd);
  const message =
    nextVersion === undefined
      ? "No version is written, since the old side has none that could be raised."
      : `Version ${nextVersion} is not written, since neither side is a package of the config file.`;
  return [diagnose("version-unwritable", message, "Compare with a published package of the config file.")];
}

async function writeVersion(
  { file, input, version }: VersionPlace,
  next: string,
  cwd: string,
): Promise<readonly Diagnostic[]> {
  if (isAsGreat(version, next)) return [];
  const text = await readFile(file, "utf8");
  const changed = setVersion(file, text, input, next);
  if (changed === undefined) {
    const message = `Version ${next} is not written: this config file is code, which Schemist does not change.`;
    const help = `Set \`package.version\` of its input ${input + 1} to "${next}".`;
    return [diagnose("version-unwritable", message, help, placeOfFile(file, cwd))];
  }
  await writeFile(file, changed);
  return [];
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
