import { ts } from "ts-morph";
import { invariant } from "../invariant.js";

/** A top-level declaration as text, the name that it gives, and the names that it refers to, local ones among them. */
export interface Declaration {
  readonly name: string;
  readonly text: string;
  readonly uses: ReadonlySet<string>;
}

/** Reads what each text declares: one declaration, with its overloads and documentation. */
export function readDeclarations(texts: readonly string[]): Declaration[] {
  const file = ts.createSourceFile("declarations.ts", texts.join("\n"), ts.ScriptTarget.ESNext);
  const read: { readonly name: string; readonly uses: Set<string> }[] = [];
  for (const statement of file.statements) {
    const name = nameOf(statement);
    const last = read.at(-1);
    const isOverload = last?.name === name && ts.isFunctionDeclaration(statement);
    const uses = isOverload ? last.uses : new Set<string>();
    if (last?.uses !== uses) read.push({ name, uses });
    addReferences(statement, uses);
  }
  invariant(read.length === texts.length, "each text is one declaration");
  return read.map(({ name, uses }, index) => ({ name, text: texts[index] ?? "", uses }));
}

/** The name that a statement gives: every one of ours declares a single thing. */
export function nameOf(statement: ts.Statement): string {
  const [variable] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const { name } = (variable ?? statement) as ts.DeclarationStatement;
  invariant(name && ts.isIdentifier(name), "a statement without a name");
  return name.text;
}

/** Adds the names that a node refers to. */
export function addReferences(root: ts.Node, found: Set<string>): void {
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ts.isIdentifier(node)) found.add(node.text);
    const { name } = node as Partial<ts.NamedDeclaration>;
    const isShort = ts.isShorthandPropertyAssignment(node);
    // What a declaration or an access names is no reference, but a computed name may hold one.
    node.forEachChild((child) => {
      if (child !== name || isShort || !ts.isIdentifier(child)) stack.push(child);
    });
  }
}
