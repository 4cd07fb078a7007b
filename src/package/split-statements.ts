import { ts } from "ts-morph";

/** A top-level statement with the comments before it. */
export interface Statement {
  readonly text: string;
  /** `link`: it imports or re-exports; `type`: it exports an interface or a type alias. */
  readonly kind: "link" | "type" | "function" | "other";
  /** What a type or function is called. */
  readonly name: string | undefined;
}

/** The statements of a TypeScript or JavaScript file, in order. */
export function splitStatements(text: string): Statement[] {
  const file = ts.createSourceFile("statements.ts", text, ts.ScriptTarget.ES2020);
  return file.statements.map((statement) => ({
    text: statement.getFullText(file).trim(),
    ...describeStatement(statement),
  }));
}

function describeStatement(statement: ts.Statement): Omit<Statement, "text"> {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
    return { kind: "link", name: undefined };
  }
  if (ts.isFunctionDeclaration(statement)) return { kind: "function", name: statement.name?.text };
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  const isExported = isType && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return isExported ? { kind: "type", name: statement.name.text } : { kind: "other", name: undefined };
}

/** Statements of one line each stand together, and so do overloads; what else takes several is a piece for itself. */
export function groupStatements(statements: readonly Statement[]): string[] {
  const groups: string[][] = [];
  let before: Statement | undefined;
  for (const statement of statements) {
    if (before && belongTogether(before, statement)) groups.at(-1)?.push(statement.text);
    else groups.push([statement.text]);
    before = statement;
  }
  return groups.map((group) => group.join("\n"));
}

function belongTogether(first: Statement, second: Statement): boolean {
  if (second.kind === "function" && second.kind === first.kind && second.name === first.name) return true;
  return !first.text.includes("\n") && !second.text.includes("\n");
}
