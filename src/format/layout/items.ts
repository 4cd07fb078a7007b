import { type Document, hardLine } from "./document.js";
import type { Layouter } from "./layouter.js";
import type { Item } from "./syntax.js";
import { UnknownConstruct } from "./unknown-construct.js";

/** What stands in a list with the comments around it. */
export function layItem(
  { comments, trailing }: Item<unknown>,
  layouter: Layouter,
  document: Document,
): Document {
  if (comments.length === 0 && trailing === undefined) return document;
  const parts: Document[] = comments.map((each) => layComment(layouter, each));
  parts.push(document);
  if (trailing !== undefined) parts.push({ kind: "suffix", text: ` ${layouter.source.writtenAt(trailing)}` });
  return parts;
}

/** A comment and what comes after it: a line break, and a blank line where there is one. */
function layComment(layouter: Layouter, token: number): Document {
  const breaks = layouter.source.tokens.breaks[token + 1] ?? 0;
  const text = layCommentText(layouter, token);
  return breaks === 0 ? [text, " "] : [text, hardLine, breaks === 2 ? hardLine : ""];
}

/** The comments at the end of a list, each in a line of its own. */
export function layEnding(layouter: Layouter, comments: readonly number[]): Document[] {
  return comments.flatMap((token) => {
    const isBelowBlank = layouter.source.tokens.breaks[token] === 2;
    return [hardLine, isBelowBlank ? hardLine : "", layCommentText(layouter, token)];
  });
}

function layCommentText(layouter: Layouter, token: number): Document {
  const text = layouter.source.writtenAt(token);
  if (text.startsWith("//")) return text.trimEnd();
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  // Other comments keep the indentation that they have.
  if (!lines.every((each, index) => index === 0 || each.trimStart().startsWith("*"))) return text;
  // Two spaces at a line's end are a line break of Markdown, and stay.
  if (lines.some((each) => each.endsWith("  "))) throw new UnknownConstruct();
  return lines.flatMap((each, index): Document[] => {
    if (index === 0) return [each.trimEnd()];
    const own = index === lines.length - 1 ? each.trimStart() : each.trim();
    return [hardLine, ` ${own}`];
  });
}
