import { blockComment, endToken, kindOf, lineComment, tokenize } from "../tokens.js";

/** After these a statement or a member begins. */
const before = new Set([endToken, ...["{", "}", ";"].map(kindOf)]);

/** A declaration without any documentation, that of members too, however deep they are. */
export function removeAllDocumentation(text: string): string {
  if (!text.includes("/**")) return text;
  const { count, kinds, starts, ends, breaks } = tokenize(text);
  const kept: string[] = [];
  let keptTo = 0;
  let last = endToken;
  for (let index = 0; index < count; index++) {
    const kind = kinds[index] ?? endToken;
    const isComment = kind === blockComment || kind === lineComment;
    if (!isComment) last = kind;
    const begins = before.has(last) || (breaks[index] ?? 0) > 0;
    if (kind !== blockComment || !begins || !text.startsWith("/**", starts[index])) continue;
    kept.push(text.slice(keptTo, starts[index]));
    // The line goes with what stands on it.
    keptTo = starts[index + 1] ?? ends[index] ?? text.length;
  }
  return [...kept, text.slice(keptTo)].join("");
}
