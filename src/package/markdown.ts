import { toOneLine } from "./plain-text.js";

/** The most rows of a table: a reader of more than that searches in the declarations. */
const longestTable = 200;

/**
 * Text from a schema as Markdown that shows it as it is: on one line, with no markup, HTML or link in it. What the author
 * put between backticks is code.
 */
export function markdownText(text: string): string {
  const parts = toOneLine(text).split(/(?<!`)`([^`]+)`(?!`)/);
  return parts.map((part, index) => (index % 2 === 1 ? markdownCode(part) : escapeMarkup(part))).join("");
}

function escapeMarkup(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>()#~&$!]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replaceAll(/(https?|ftp):\/\//gi, "$1\\://")
    .replaceAll(/\bwww\./gi, "www\\.");
}

/** Code within a line, between as many backticks as it needs. */
export function markdownCode(code: string): string {
  const text = toOneLine(code);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const gap = longest > 0 || text === "" ? " " : "";
  return `${fence}${gap}${text}${gap}${fence}`;
}

/** A table of cells that are Markdown already, and how many rows it leaves out, if any. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  // A bar ends a cell even within code.
  const printCell = (cell: string): string => cell.replaceAll("|", "\\|");
  const printRow = (cells: readonly string[]): string => `| ${cells.map(printCell).join(" | ")} |`;
  const shown = rows.slice(0, longestTable);
  const table = [header, header.map(() => "---"), ...shown].map(printRow).join("\n");
  return rows.length === shown.length ? [table] : [table, `And ${rows.length - shown.length} more.`];
}
