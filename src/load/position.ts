import type { Place } from "../diagnostic.js";
import { loadCodeFrame } from "../libraries.js";
import type { Source } from "./documents.js";

type Position = Pick<Place, "file" | "line" | "column" | "frame">;

/** Minified documents have lines that no terminal can show. */
const longestFramedLine = 300;

const linesAbove = 2;
const linesBelow = 3;

/**
 * Finds line and column (both from 1, the column in UTF-16 units) and the code frame of an offset in the text of
 * `source`. The lines are counted once, so that many offsets cost little more than one.
 */
export function positionsIn(source: Source): (offset: number) => Position {
  const lineStarts = [0];
  for (const end of source.text.matchAll(/\r\n|[\r\n]/g)) lineStarts.push(end.index + end[0].length);
  return (offset) => {
    const line = countUpTo(lineStarts, offset);
    const column = offset - (lineStarts[line - 1] ?? 0) + 1;
    const frame = drawFrame(source.text, lineStarts, line, column);
    return { file: source.file, line, column, ...(frame === undefined ? {} : { frame }) };
  };
}

/** How many of the sorted numbers are no greater. */
function countUpTo(sorted: readonly number[], greatest: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= greatest) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lines around a position as plain text with a marker; undefined where the line itself is too long. */
function drawFrame(
  text: string,
  lineStarts: readonly number[],
  line: number,
  column: number,
): string | undefined {
  const first = Math.max(1, line - linesAbove);
  const last = Math.min(lineStarts.length, line + linesBelow);
  const lines: string[] = [];
  for (let number = first; number <= last; number++) {
    const content = text.slice(lineStarts[number - 1], lineStarts[number]).replace(/\r?\n$|\r$/, "");
    if (number === line && content.length > longestFramedLine) return undefined;
    lines.push(showLine(content));
  }
  const options = { linesAbove, linesBelow, startLine: first };
  return loadCodeFrame().codeFrameColumns(lines.join("\n"), { start: { line, column } }, options);
}

/**
 * Control characters would steer the terminal, and line separators would split the line; each takes the width of one
 * character, so that the marker stays in place.
 */
function showLine(content: string): string {
  return content.slice(0, longestFramedLine).replaceAll(/[^\P{Cc}\t]|[\u2028\u2029]/gu, "\uFFFD");
}
