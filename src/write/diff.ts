import type { StructuredPatch, StructuredPatchHunk } from "diff";
import { structuredPatch } from "diff";
import type { Change } from "./change.js";

/** How a file on disk and what is generated for it differ. */
export interface FileDiff {
  /** A unified diff with three lines of context. A long one is cut, and its last line says what is left out. */
  readonly lines: readonly string[];
  readonly added: number;
  readonly removed: number;
}

/** A file that differs in more lines is shown as removed and added: the search for the least difference gets slow. */
const mostEdits = 1000;
const mostLines = 60;
/** Minified code has lines that nobody reads to the end. */
const longestLine = 200;

/** Compares before and after of the change, with `name` in the headers; undefined where no file changes. */
export function diffChange(change: Change, name: string): FileDiff | undefined {
  const { before, after } = change;
  if (before === after) return undefined;
  const hunks = compareTexts(before ?? "", after ?? "") ?? replaceText(before ?? "", after ?? "");
  const headers = [
    before === undefined ? "--- /dev/null" : `--- ${name}\ton disk`,
    after === undefined ? "+++ /dev/null" : `+++ ${name}\tgenerated`,
  ];
  return {
    lines: [...headers, ...cut(hunks.flatMap(printHunk))],
    added: countLines(hunks, "+"),
    removed: countLines(hunks, "-"),
  };
}

/** The line on disk, from 1, where the texts begin to differ; undefined where no file is there. */
export function findFirstDifference({ before, after = "" }: Change): number | undefined {
  if (before === undefined) return undefined;
  const others = after.split("\n");
  const index = before.split("\n").findIndex((line, index) => line !== others[index]);
  return Math.max(0, index) + 1;
}

function compareTexts(before: string, after: string): readonly StructuredPatchHunk[] | undefined {
  if (before === "" || after === "") return undefined;
  const options = { context: 3, maxEditLength: mostEdits };
  const patch: StructuredPatch | undefined = structuredPatch("", "", before, after, "", "", options);
  return patch?.hunks;
}

function replaceText(before: string, after: string): readonly StructuredPatchHunk[] {
  const removed = splitLines(before);
  const added = splitLines(after);
  const lines = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
  return [{ oldStart: 1, oldLines: removed.length, newStart: 1, newLines: added.length, lines }];
}

function splitLines(text: string): string[] {
  if (text === "") return [];
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

/** Where a side has no lines, its start is the line before, as `patch` wants it. */
function printHunk({ oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk): string[] {
  const showRange = (start: number, count: number) => `${count === 0 ? start - 1 : start},${count}`;
  return [`@@ -${showRange(oldStart, oldLines)} +${showRange(newStart, newLines)} @@`, ...lines];
}

function cut(lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, mostLines).map(cutLine);
  const left = lines.slice(mostLines);
  if (left.length === 0) return shown;
  const count = (sign: string) => left.filter((line) => line.startsWith(sign)).length;
  return [...shown, `… ${left.length} more lines, ${count("+")} added and ${count("-")} removed`];
}

function cutLine(line: string): string {
  if (line.length <= longestLine) return line;
  return `${line.slice(0, longestLine)}… ${line.length - longestLine} more characters`;
}

function countLines(hunks: readonly StructuredPatchHunk[], sign: string): number {
  return hunks.flatMap(({ lines }) => lines).filter((line) => line.startsWith(sign)).length;
}
