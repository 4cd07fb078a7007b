import page from "../../docs/diagnostics.md?raw";

/** What the documentation says of a code. */
export interface Rule {
  /** Sentences, without Markdown but for code. */
  readonly meaning: string;
  readonly remedy: string;
}

/** By code; the page of diagnostics is where they are written, in tables of code, severity, meaning and remedy. */
export function readRules(): ReadonlyMap<string, Rule> {
  const rows = page.matchAll(/^\| `([a-z-]+)` +\| \w+ +\| (.*?) +\| (.*?) +\|$/gm);
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
