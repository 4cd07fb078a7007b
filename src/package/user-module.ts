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
  /** The names of the values that it exports. */
  readonly exports: ReadonlySet<string>;
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
  return {
    problems: diagnostics.map(({ messageText, start = 0 }) => ({
      message: ts.flattenDiagnosticMessageText(messageText, " "),
      ...positionOf(start),
    })),
    exports: new Set(file.statements.flatMap(listExported)),
    isOpen: file.statements.some((each) => ts.isExportDeclaration(each) && each.exportClause === undefined),
    imports: listImports(file).map((node) => ({
      specifier: node.getText(file),
      ...positionOf(node.getStart(file)),
    })),
  };
}

function listExported(statement: ts.Statement): readonly string[] {
  if (ts.isExportAssignment(statement)) return statement.isExportEquals ? [] : ["default"];
  if (ts.isExportDeclaration(statement)) return listClause(statement);
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : [];
  const has = (kind: ts.SyntaxKind): boolean => modifiers?.some((each) => each.kind === kind) ?? false;
  if (!has(ts.SyntaxKind.ExportKeyword) || has(ts.SyntaxKind.DeclareKeyword)) return [];
  if (has(ts.SyntaxKind.DefaultKeyword)) return ["default"];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => listBound(name));
  }
  const isValue = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isValue && statement.name ? [statement.name.text] : [];
}

function listClause({ exportClause, isTypeOnly }: ts.ExportDeclaration): readonly string[] {
  if (!exportClause || isTypeOnly) return [];
  if (ts.isNamespaceExport(exportClause)) return [];
  return exportClause.elements.filter((each) => !each.isTypeOnly).map(({ name }) => name.text);
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
