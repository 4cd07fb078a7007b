import type { StructuredPatch } from "diff";
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import type { Change } from "./change.js";

/** A file that differs in more lines is shown as removed and added: the search for the least difference gets slow. */
const mostEdits = 1000;
const mostLines = 100;

/**
 * The change as a unified diff with three lines of context, without a line break at its end; `""` where no file
 * changes. A long one is cut, and its last line says by how much.
 */
export function diffChange(change: Change): string {
  if (change.before === change.after) return "";
  const oldName = change.before === undefined ? "/dev/null" : change.path;
  const newName = change.after === undefined ? "/dev/null" : change.path;
  const patch =
    comparePatch(oldName, newName, change.before ?? "", change.after ?? "") ??
    replacePatch(oldName, newName, change.before ?? "", change.after ?? "");
  return cut(splitLines(formatPatch(patch, FILE_HEADERS_ONLY)));
}

function comparePatch(
  oldName: string,
  newName: string,
  before: string,
  after: string,
): StructuredPatch | undefined {
  if (before === "" || after === "") return undefined;
  return structuredPatch(oldName, newName, before, after, undefined, undefined, {
    context: 3,
    maxEditLength: mostEdits,
  });
}

function replacePatch(oldName: string, newName: string, before: string, after: string): StructuredPatch {
  const removed = splitLines(before);
  const added = splitLines(after);
  const hunk = {
    oldStart: 1,
    oldLines: removed.length,
    newStart: 1,
    newLines: added.length,
    lines: [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)],
  };
  return {
    oldFileName: oldName,
    newFileName: newName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [hunk],
  };
}

function splitLines(text: string): string[] {
  if (text === "") return [];
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

function cut(lines: readonly string[]): string {
  if (lines.length <= mostLines) return lines.join("\n");
  return [...lines.slice(0, mostLines), `… ${lines.length - mostLines} more lines`].join("\n");
}
