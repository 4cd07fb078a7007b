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
  const kept: string[] = [];
  let end = 0;
  for (const node of documented) {
    for (const comment of ts.getLeadingCommentRanges(text, node.pos) ?? []) {
      if (!text.startsWith("/**", comment.pos)) continue;
      kept.push(text.slice(end, comment.pos));
      end = comment.end;
    }
  }
  return [...kept, text.slice(end)].join("");
}
