/** The longest text that stands in a line of a table, in UTF-16 units. */
const longestLine = 200;

/** Text from a schema on one line, without what cannot be seen. */
export function toOneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
}

/** The first sentence of a text's first paragraph, on one line of at most 200 characters. */
export function firstSentenceOf(text: string): string {
  const [paragraph = ""] = text.trim().split(/\r?\n\s*\r?\n/);
  const line = toOneLine(paragraph);
  const sentence = /^.*?[.!?](?=\s+[\p{Lu}\p{Lt}\p{Lo}])/u.exec(line)?.[0] ?? line;
  return sentence.length <= longestLine
    ? sentence
    : `${sentence.slice(0, longestLine).replace(/[\ud800-\udbff]$/, "")}…`;
}
