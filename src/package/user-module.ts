import { ts } from "ts-morph";

/** Where something stands in a text: line and column from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is known of a module from its text, none of which runs. */
export interface UserModule {
  /** What is wrong with its syntax. */
  readonly problems: readonly ({ readonly message: string } & Position)[];
  /** The names of the values that it exports and that may be functions. */
  readonly exports: ReadonlySet<string>;
  /** Those of them that return promises. */
  readonly asynchronous: ReadonlySet<string>;
  /** Whether it may export more, out of another module. */
  readonly isOpen: boolean;
  /** What it imports, types too: each as it stands in the text. */
  readonly imports: readonly ({ readonly specifier: string } & Position)[];
}

/** Reads a TypeScript or JavaScript module; the ending of `path` says which. */
export function readUserModule(path: string, text: string): UserModule {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const positionOf = (offset: number): Position => {
    const { line, character } = file.getLineAndCharacterOfPosition(offset);
    return { line: line + 1, column: character + 1 };
  };
  const { diagnostics = [] } = ts.transpileModule(text, { fileName: path, reportDiagnostics: true });
  const exports = file.statements.flatMap(listExported);
  const asynchronous = new Set(file.statements.flatMap(listAsynchronous));
  return {
    problems: diagnostics.map(({ messageText, start = 0 }) => ({
      message: ts.flattenDiagnosticMessageText(messageText, " "),
      ...positionOf(start),
    })),
    exports: new Set(exports.map(({ name }) => name)),
    asynchronous: new Set(
      exports.flatMap(({ name, local }) => (local !== undefined && asynchronous.has(local) ? [name] : [])),
    ),
    isOpen: file.statements.some((each) => ts.isExportDeclaration(each) && each.exportClause === undefined),
    imports: listImports(file).map((node) => ({
      specifier: node.getText(file),
      ...positionOf(node.getStart(file)),
    })),
  };
}

/** An export, and what the module itself calls it: empty for a default without a name, undefined for what is another module's. */
interface Exported {
  readonly name: string;
  readonly local: string | undefined;
}

function listExported(statement: ts.Statement): readonly Exported[] {
  if (ts.isExportDeclaration(statement)) return listClause(statement);
  if (ts.isExportAssignment(statement)) {
    const { expression, isExportEquals } = statement;
    return isExportEquals
      ? []
      : [{ name: "default", local: ts.isIdentifier(expression) ? expression.text : "" }];
  }
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return [];
  if (hasModifier(statement, ts.SyntaxKind.DeclareKeyword)) return [];
  if (ts.isVariableStatement(statement)) {
    const names = statement.declarationList.declarations.flatMap(({ name }) => listBound(name));
    return names.map((name) => ({ name, local: name }));
  }
  if (!ts.isFunctionDeclaration(statement)) return [];
  const local = statement.name?.text ?? "";
  return [{ name: hasModifier(statement, ts.SyntaxKind.DefaultKeyword) ? "default" : local, local }];
}

/** What `export { … }` names: values alone. */
function listClause({
  exportClause,
  isTypeOnly,
  moduleSpecifier,
}: ts.ExportDeclaration): readonly Exported[] {
  if (!exportClause || isTypeOnly || ts.isNamespaceExport(exportClause)) return [];
  return exportClause.elements
    .filter((each) => !each.isTypeOnly)
    .map(({ name, propertyName }) => ({
      name: name.text,
      local: moduleSpecifier ? undefined : (propertyName ?? name).text,
    }));
}

/** The local names of the functions that a statement defines and that return promises. */
function listAsynchronous(statement: ts.Statement): readonly string[] {
  if (ts.isFunctionDeclaration(statement))
    return isAsynchronous(statement) ? [statement.name?.text ?? ""] : [];
  if (ts.isExportAssignment(statement)) return isAsynchronous(statement.expression) ? [""] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer && ts.isIdentifier(name) && isAsynchronous(initializer) ? [name.text] : [],
  );
}

function isAsynchronous(node: ts.Node): boolean {
  const isFunction =
    ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node);
  return isFunction && hasModifier(node, ts.SyntaxKind.AsyncKeyword);
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some((each) => each.kind === kind) ?? false;
}

/** The names that a pattern binds. */
function listBound(name: ts.BindingName): string[] {
  const bound: string[] = [];
  const stack: ts.BindingName[] = [name];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (ts.isIdentifier(next)) bound.push(next.text);
    else for (const element of next.elements) if (ts.isBindingElement(element)) stack.push(element.name);
  }
  return bound;
}

/** The specifiers of all imports and re-exports, those of types and of calls among them, in the order of the text. */
function listImports(file: ts.SourceFile): ts.Node[] {
  const specifiers: ts.Node[] = [];
  const stack: ts.Node[] = [file];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const specifier = specifierOf(node);
    if (specifier) specifiers.push(specifier);
    node.forEachChild((child) => {
      stack.push(child);
    });
  }
  return specifiers.sort((left, right) => left.pos - right.pos);
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return node.argument;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const imports = expression.kind === ts.SyntaxKind.ImportKeyword;
  const requires = ts.isIdentifier(expression) && expression.text === "require";
  return imports || requires ? (node.arguments[0] ?? node) : undefined;
}
