import type { Diagnostic, Outcome } from "../diagnostic.js";
import type { GeneratedFile } from "../file.js";
import type { Change } from "./change.js";
import type { Entry, FileEntry, OutputState } from "./entry.js";
import { describeForeignFile, describeLink, describeObstacle } from "./foreign-file.js";

/**
 * What makes the folder `output` hold exactly `files` and what is not ours: a change for each file in the order given,
 * then the deletions in the order of the manifest. Whatever is not ours and in the way is an error.
 */
export function planChanges(
  output: string,
  files: readonly GeneratedFile[],
  state: OutputState,
): Outcome<readonly Change[]> {
  const deletions = planDeletions(output, files, state);
  const leaving = listLeaving(deletions, state);
  const diagnostics: Diagnostic[] = [];
  const changes: Change[] = [];
  for (const file of files) {
    const problem = findProblem(output, file, state, leaving);
    if (problem) diagnostics.push(problem);
    else changes.push(planFile(output, file, state.entries.get(file.path), leaving));
  }
  return { value: [...changes, ...deletions], diagnostics };
}

/** The files that are deleted before any file is written: their paths, and their names where case is ignored. */
interface Leaving {
  readonly paths: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function planDeletions(
  output: string,
  files: readonly GeneratedFile[],
  { owned, entries }: OutputState,
): Change[] {
  const generated = new Set(files.map(({ path }) => path));
  return [...owned].flatMap((path) => {
    const entry = entries.get(path);
    // A folder or link that took the place of our file is not ours.
    if (generated.has(path) || entry?.kind !== "file" || entry.link !== undefined) return [];
    return [{ kind: "delete", output, path, before: textOf(entry), after: undefined }];
  });
}

function listLeaving(deletions: readonly Change[], { entries }: OutputState): Leaving {
  const paths = deletions.map(({ path }) => path);
  return {
    paths: new Set(paths),
    names: new Set(paths.map((path) => nameWithoutCase(path, entries.get(path)))),
  };
}

/** What keeps `file` from being written. */
function findProblem(
  output: string,
  file: GeneratedFile,
  { entries, owned }: OutputState,
  leaving: Leaving,
): Diagnostic | undefined {
  const { path } = file;
  const entry = entries.get(path);
  if (entry?.kind !== "file") {
    const obstacle = findObstacle(entry, leaving);
    return obstacle === undefined ? undefined : describeObstacle(output, path, obstacle);
  }
  if (isEqual(entry, file)) return undefined;
  if (entry.link !== undefined) return describeLink(output, path, entry.link);
  return owned.has(path) || isRenamed(path, entry, leaving) ? undefined : describeForeignFile(output, path);
}

/** What is left in the way of a file when the deletions are done. */
function findObstacle(entry: Exclude<Entry, FileEntry> | undefined, { paths }: Leaving): string | undefined {
  if (entry?.kind === "folder") return entry.leaves.find((leaf) => !paths.has(leaf));
  return entry && !paths.has(entry.by) ? entry.by : undefined;
}

function planFile(
  output: string,
  { path, text }: GeneratedFile,
  entry: Entry | undefined,
  leaving: Leaving,
): Change {
  if (entry?.kind !== "file" || isRenamed(path, entry, leaving)) {
    return { kind: "create", output, path, before: undefined, after: text };
  }
  const kind = isEqual(entry, { text }) ? "same" : "update";
  return { kind, output, path, before: textOf(entry), after: text };
}

/**
 * Whether what is at `path` is a file that is deleted under a name that differs in case alone: where the file system
 * ignores case, both names find it, and it is gone when `path` is made.
 */
function isRenamed(path: string, entry: FileEntry, { names }: Leaving): boolean {
  return names.has(nameWithoutCase(path, entry));
}

function nameWithoutCase(path: string, entry: Entry | undefined): string {
  return `${entry?.kind === "file" ? entry.identity : ""} ${path.toLowerCase()}`;
}

/** Compares bytes: text that is not UTF-8, or cannot be written as it, differs from what it decodes to. */
function isEqual(entry: FileEntry, { text }: Pick<GeneratedFile, "text">): boolean {
  return entry.bytes.equals(Buffer.from(text, "utf8"));
}

function textOf(entry: FileEntry): string {
  return entry.bytes.toString("utf8");
}
