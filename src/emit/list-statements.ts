import type { SourceFile } from "ts-morph";
import { Node } from "ts-morph";

/** The statements of a file, each with its documentation, and an overload with the function that it belongs to. */
export function listStatements(file: SourceFile): string[] {
  const texts: string[] = [];
  let overloads = "";
  for (const statement of file.getStatements()) {
    const text = overloads + statement.getFullText().trim();
    overloads = Node.isFunctionDeclaration(statement) && statement.isOverload() ? `${text}\n` : "";
    if (overloads === "") texts.push(text);
  }
  return texts;
}
