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

/** A declaration without any documentation, that of members too, however deep they are. */
export function removeAllDocumentation(text: string): string {
  const file = ts.createSourceFile("declaration.ts", text, ts.ScriptTarget.ES2020);
  const ranges: ts.TextRange[] = [];
  const stack: ts.Node[] = [...file.statements];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isDocumentable(node)) {
      for (const { pos, end } of documentationOf(text, node)) {
        // The line goes with what stands on it.
        ranges.push({ pos, end: end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0) });
      }
    }
    node.forEachChild((child) => void stack.push(child));
  }
  return cut(
    text,
    ranges.toSorted((left, right) => left.pos - right.pos),
  );
}

function isDocumentable(node: ts.Node): boolean {
  return ts.isStatement(node) || ts.isClassElement(node) || ts.isTypeElement(node) || ts.isEnumMember(node);
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
