import { diagnose } from "../diagnostic.js";
import type { CommandFlags } from "./command-flags.js";
import { packFolder, type PackedPackage } from "./pack-folder.js";
import { reportDrift } from "./report-drift.js";
import type { Reporter } from "./reporter.js";
import { runCommand, type Verdict } from "./run-command.js";
import type { Selection } from "./selection.js";
import { countOf } from "./show-number.js";
import { showPath } from "./show-path.js";
import type { Streams } from "./streams.js";
import { visitInputs } from "./visit-inputs.js";

/** The flags of `publish`. */
export interface PublishFlags extends CommandFlags {
  readonly dryRun?: boolean;
}

/**
 * `schemist publish --dry-run`: shows what npm would send of each selected package, unless its folder is not as generated. It never
 * sends anything: without the flag it says how to, and fails. Returns the exit code.
 */
export function runPublish(
  schemas: readonly string[],
  flags: PublishFlags,
  streams: Streams,
): Promise<number> {
  return runCommand(schemas, flags, streams, async (selections, reporter) => {
    const packages = selections.filter(({ input }) => input.package);
    const rest = selections.filter(({ input }) => !input.package);
    // A config may have both kinds; who names a schema, or has no package at all, is in error.
    if (packages.length === 0 || (schemas.length > 0 && rest.length > 0)) {
      return refuseSources(rest, reporter, streams.cwd);
    }
    if (!flags.dryRun) return refuseToPublish(packages, reporter, streams.cwd);
    return visitInputs(packages, { check: true, reporter, streams }, async (visit) => {
      if (await reportDrift(visit, reporter, streams.cwd)) return "findings";
      const { value, diagnostics } = await packFolder(visit.selection.input.output);
      reporter.add(diagnostics);
      if (!value) return "failed";
      showPackage(value, visit.folder, reporter);
      return "done";
    });
  });
}

function refuseSources(
  selections: readonly Selection[],
  reporter: Reporter,
  cwd: string,
): readonly Verdict[] {
  const folders = selections.map(({ input }) => showPath(input.output, cwd)).join(", ");
  const message = `There is no package to publish: ${folders || "the config"} has TypeScript sources alone.`;
  reporter.add([
    diagnose("config-invalid", message, "Give the input a `package` with a name and a version."),
  ]);
  return ["failed"];
}

function refuseToPublish(
  selections: readonly Selection[],
  reporter: Reporter,
  cwd: string,
): readonly Verdict[] {
  for (const { input } of selections) {
    const folder = showPath(input.output, cwd);
    const message = `Schemist publishes nothing by itself; ${folder} is ready for npm.`;
    const help = `See what would be sent with \`schemist publish --dry-run\`, and send it with \`${publishCommand(folder)}\`.`;
    reporter.add([diagnose("publish-by-npm", message, help)]);
  }
  return ["failed"];
}

function showPackage(packed: PackedPackage, folder: string, reporter: Reporter): void {
  const { name, version, files, size, unpackedSize } = packed;
  reporter.say(`\n${name}@${version}, from ${folder}`);
  const width = Math.max(...files.map((file) => showSize(file.size).length));
  for (const file of files) reporter.say(`  ${showSize(file.size).padStart(width)}  ${file.path}`);
  const total = `${countOf(files.length, "file")}, ${showSize(size)} packed, ${showSize(unpackedSize)} unpacked`;
  reporter.say(`${total}\nSend it with \`${publishCommand(folder)}\`.`);
}

/** What names a folder begins with a dot, since a bare name is a package of the registry. */
function publishCommand(folder: string): string {
  return `npm publish ${/^[./]|^[a-z]:/i.test(folder) ? folder : `./${folder}`}`;
}

/** `512 B`, `1.5 kB`. */
function showSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
