import type { Node as AstNode, Project, SourceFile, StatementStructures } from "ts-morph";
import { Node } from "ts-morph";

/** A statement to print, or one that another printer has made. */
export type Printed = StatementStructures | string;

/**
 * The statements as text, each with its documentation: one source file from one structure. Overloads stay with the function that
 * they belong to.
 */
export function printDeclarations(project: Project, name: string, statements: readonly Printed[]): string[] {
  if (statements.length === 0) return [];
  const sealed = sealCode(statements);
  const file = project.createSourceFile(
    `/${name}.ts`,
    { statements: sealed.statements },
    { overwrite: true },
  );
  const declarations = listTexts(file).map((text) => sealed.open(text));
  project.removeSourceFile(file);
  return declarations;
}

/** The statements of a file, each with its documentation, and an overload with the function that it belongs to. */
export function listTexts(file: SourceFile): string[] {
  const texts: string[] = [];
  let overloads = "";
  for (const statement of file.getStatements()) {
    const text = overloads + statement.getFullText().trim();
    overloads = isOverload(statement) ? `${text}\n` : "";
    if (overloads === "") texts.push(text);
  }
  return texts;
}

function isOverload(statement: AstNode): boolean {
  return Node.isFunctionDeclaration(statement) && statement.isOverload();
}

interface Sealed {
  readonly statements: Printed[];
  readonly open: (text: string) => string;
}

/**
 * Puts a word in place of each text that is more than words, and back. ts-morph follows quotes and comments in what it is given to
 * indent it, and loses its way after a literal that ends in a backslash.
 */
function sealCode(statements: readonly (StatementStructures | string)[]): Sealed {
  let mark = "sealed";
  while (JSON.stringify(statements).includes(mark)) mark += "_";
  const texts: string[] = [];
  const seal = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => seal(each, key));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, seal(member, name)]));
    }
    if (typeof value !== "string" || key === "description" || key === "declarationKind") return value;
    return /^[\w$ .]*$/.test(value) ? value : `${mark}${texts.push(value) - 1}$`;
  };
  const pattern = new RegExp(`${mark}(\\d+)\\$`, "g");
  return {
    // The shape stays; only texts change.
    statements: seal(statements, "") as Sealed["statements"],
    open: (text) => text.replaceAll(pattern, (_, index: string) => texts[Number(index)] ?? ""),
  };
}
