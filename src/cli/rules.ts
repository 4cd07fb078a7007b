import page from "../../docs/diagnostics.md?raw";

/** What the documentation says of a code. */
export interface Rule {
  /** Sentences, without Markdown but for code. */
  readonly meaning: string;
  readonly remedy: string;
}

/** By code; the page of diagnostics is where they are written. */
export const rules: ReadonlyMap<string, Rule> = readRules(page);

/** The rows of the page's tables: code, severity, meaning, remedy. */
function readRules(text: string): ReadonlyMap<string, Rule> {
  const rows = text.matchAll(/^\| `([a-z-]+)` +\| \w+ +\| (.*?) +\| (.*?) +\|$/gm);
  return new Map(
    [...rows].map(([, code = "", meaning = "", remedy = ""]) => [
      code,
      { meaning: toSentence(meaning), remedy: toSentence(remedy) },
    ]),
  );
}

function toSentence(cell: string): string {
  const text = cell.replace(/\[(.*?)\]\(.*?\)/g, "$1").replaceAll("\\|", "|");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
