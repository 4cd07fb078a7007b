import { ts } from "ts-morph";

/**
 * A module without the documentation of its declarations, which the declaration files keep. Other comments stay: some are
 * for bundlers, as `@__PURE__` is.
 */
export function removeDocumentation(text: string): string {
  const { statements } = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2020);
  const documented = statements.flatMap((statement): readonly ts.Node[] =>
    ts.isClassDeclaration(statement) ? [statement, ...statement.members] : [statement],
  );
  return cut(
    text,
    documented.flatMap((node) => documentationOf(text, node)),
  );
}

function documentationOf(text: string, { pos }: ts.Node): readonly ts.TextRange[] {
  const comments = ts.getLeadingCommentRanges(text, pos) ?? [];
  return comments.filter((comment) => text.startsWith("/**", comment.pos));
}

/** The text without the ranges, which are in order and apart. */
function cut(text: string, ranges: readonly ts.TextRange[]): string {
  const kept: string[] = [];
  let end = 0;
  for (const range of ranges) {
    kept.push(text.slice(end, range.pos));
    ({ end } = range);
  }
  return [...kept, text.slice(end)].join("");
}
