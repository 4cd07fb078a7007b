import ts from "typescript-5.9";

/** The names that a node refers to, as the compiler parses it: no names of what is declared or accessed, and no keys. */
export function listReferences(root: ts.Node): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.add(node.text);
    const { name } = node as Partial<ts.NamedDeclaration>;
    const key = ts.isBindingElement(node) ? node.propertyName : undefined;
    const isShort = ts.isShorthandPropertyAssignment(node);
    // A computed name may hold a reference.
    node.forEachChild((child) => {
      const isNamed = child === name || child === key;
      if (!isNamed || isShort || !ts.isIdentifier(child)) visit(child);
    });
  };
  visit(root);
  return found;
}

/** The statements of a text but imports. */
export function parseStatements(
  text: string,
): readonly { readonly text: string; readonly node: ts.Statement }[] {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ESNext);
  return file.statements
    .filter((node) => !ts.isImportDeclaration(node))
    .map((node) => ({ text: node.getFullText(file).trim(), node }));
}
