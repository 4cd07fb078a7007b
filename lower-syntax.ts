import { MagicString } from "magic-string";
import type { Plugin } from "rolldown";
import { Project, ts } from "ts-morph";

/**
 * Writes what the sources say of arrays and of private names in forms that mean the same and take less where V8 has not optimized a
 * function, which is where a run spends most of its time: loops count, patterns and spreads read by index, and no iterator is made.
 */
export function lowerSyntax(tsConfigFilePath: string): Plugin {
  let program: ts.Program;
  return {
    name: "lower-syntax",
    buildStart() {
      program = new Project({ tsConfigFilePath }).getProgram().compilerObject;
    },
    transform: {
      filter: { id: /\.ts$/ },
      handler: (text, id) => {
        const file = program.getSourceFile(id);
        if (file?.text !== text) throw new Error(`The compiler does not have ${id} as it is bundled.`);
        return lowerFile(file, program.getTypeChecker());
      },
    },
  };
}

/** The file's text; it may still have types. */
export function lowerFile(file: ts.SourceFile, checker: ts.TypeChecker): string {
  const lowering = new Lowering(file, checker);
  lowering.visit(file);
  return lowering.text.toString();
}

class Lowering {
  readonly text: MagicString;
  readonly #file: ts.SourceFile;
  readonly #checker: ts.TypeChecker;
  #loops = 0;

  constructor(file: ts.SourceFile, checker: ts.TypeChecker) {
    this.text = new MagicString(file.text);
    this.#file = file;
    this.#checker = checker;
  }

  readonly visit = (node: ts.Node): void => {
    if (ts.isForOfStatement(node)) this.#visitLoop(node);
    else if (ts.isArrayBindingPattern(node)) this.#visitPattern(node);
    else if (ts.isArrayLiteralExpression(node)) this.#visitLiteral(node);
    else if (ts.isPrivateIdentifier(node)) this.#visitName(node);
    else ts.forEachChild(node, this.visit);
  };

  /** `for (const x of list) {}` as `for (let i = 0, all = list; i < all.length; i++) { const x = all[i]; }` */
  #visitLoop(loop: ts.ForOfStatement): void {
    const { initializer, expression, statement } = loop;
    const listed = this.#listedIn(loop);
    const [declared] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
    if (!declared || !(listed ?? this.#isArray(expression))) return ts.forEachChild(loop, this.visit);
    const [index, list] = [`$index${this.#loops}`, `$list${this.#loops++}`];
    const { counted, name, source } = listed ?? {
      counted: undefined,
      name: declared.name,
      source: expression,
    };
    const isBlock = ts.isBlock(statement);
    const inside = isBlock ? this.#startOf(statement) + 1 : this.#startOf(statement);
    const keyword = initializer.flags & ts.NodeFlags.Const ? "const" : "let";
    this.text.update(
      this.#startOf(initializer),
      this.#startOf(declared.name),
      `let ${index} = 0, ${list} = `,
    );
    this.#drop(this.#startOf(declared.name), this.#startOf(name));
    this.#drop(name.end, this.#startOf(source));
    this.#drop(source.end, expression.end);
    this.text.appendLeft(expression.end, `; ${index} < ${list}.length; ${index}++`);
    const count = counted ? ` ${keyword} ${counted} = ${index};` : "";
    this.text.prependRight(this.#startOf(name), `${isBlock ? "" : "{"}${count} ${keyword} `);
    this.text.appendLeft(name.end, ` = ${list}[${index}]; `);
    this.text.move(this.#startOf(name), name.end, inside);
    if (!isBlock) this.text.appendLeft(statement.end, " }");
    for (const part of [name, source, statement]) this.visit(part);
  }

  /** What `for (const [counted, name] of source.entries())` consists of. */
  #listedIn({
    initializer,
    expression,
  }: ts.ForOfStatement): { counted: string; name: ts.BindingName; source: ts.Expression } | undefined {
    if (!ts.isVariableDeclarationList(initializer) || !ts.isCallExpression(expression)) return undefined;
    const { expression: called } = expression;
    if (!ts.isPropertyAccessExpression(called) || called.name.text !== "entries") return undefined;
    const pattern = initializer.declarations[0]?.name;
    if (!pattern || !ts.isArrayBindingPattern(pattern) || !this.#isArray(called.expression)) return undefined;
    const [index, element, ...others] = pattern.elements;
    if (!index || !element || others.length > 0 || !isPlain(index) || !isPlain(element)) return undefined;
    return { counted: index.name.getText(this.#file), name: element.name, source: called.expression };
  }

  /** `[a, , b]` as `{ 0: a, 2: b }` */
  #visitPattern(pattern: ts.ArrayBindingPattern): void {
    const { elements } = pattern;
    if (!elements.some(isRest) && this.#isArray(pattern)) {
      this.text.update(this.#startOf(pattern), this.#startOf(pattern) + 1, "{");
      this.text.update(pattern.end - 1, pattern.end, "}");
      for (const [index, element] of elements.entries()) {
        const next = elements[index + 1];
        if (ts.isBindingElement(element)) this.text.prependRight(this.#startOf(element), `${index}: `);
        else if (next) this.#drop(element.pos, this.#startOf(next));
      }
    }
    ts.forEachChild(pattern, this.visit);
  }

  /** `[a, ...b, c]` as `[].concat([a], b, [c])` */
  #visitLiteral(literal: ts.ArrayLiteralExpression): void {
    const { elements } = literal;
    const spreads = elements.filter(ts.isSpreadElement);
    // V8 copies what is nothing but a spread.
    const isMixed = spreads.length > 0 && elements.length > 1 && !isAssigned(literal);
    if (isMixed && spreads.every(({ expression }) => this.#isArray(expression))) {
      this.text.update(this.#startOf(literal), this.#startOf(literal) + 1, "[].concat(");
      this.text.update(literal.end - 1, literal.end, ")");
      for (const [index, element] of elements.entries()) {
        if (ts.isSpreadElement(element))
          this.#drop(this.#startOf(element), this.#startOf(element.expression));
        else {
          if (isSpreadAt(elements, index - 1)) this.text.prependRight(this.#startOf(element), "[");
          if (isSpreadAt(elements, index + 1)) this.text.appendLeft(element.end, "]");
        }
      }
    }
    ts.forEachChild(literal, this.visit);
  }

  /** `#name` of a class `C` as `_C_name`: no subclass has another of that name. */
  #visitName(name: ts.PrivateIdentifier): void {
    const parent = this.#checker.getSymbolAtLocation(name)?.valueDeclaration?.parent;
    const owner = parent && ts.isClassDeclaration(parent) ? parent.name?.text : undefined;
    if (owner !== undefined)
      this.text.update(this.#startOf(name), name.end, `_${owner}_${name.text.slice(1)}`);
  }

  #isArray(node: ts.Node): boolean {
    const type = this.#checker.getApparentType(this.#checker.getTypeAtLocation(node));
    return this.#isArrayType(type);
  }

  #isArrayType(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.every((each) => this.#isArrayType(each));
    if (type.isIntersection()) return type.types.some((each) => this.#isArrayType(each));
    if (this.#checker.isArrayType(type) || this.#checker.isTupleType(type)) return true;
    // Such as what a regular expression finds.
    return type.isClassOrInterface() && type.getBaseTypes()?.some((each) => this.#isArrayType(each)) === true;
  }

  #startOf(node: ts.Node): number {
    return node.getStart(this.#file);
  }

  #drop(start: number, end: number): void {
    if (start < end) this.text.remove(start, end);
  }
}

function isRest(element: ts.ArrayBindingElement): boolean {
  return ts.isBindingElement(element) && element.dotDotDotToken !== undefined;
}

/** Whether an element has neither a default nor others behind it. */
function isPlain(element: ts.ArrayBindingElement): element is ts.BindingElement {
  return ts.isBindingElement(element) && !isRest(element) && !element.initializer;
}

function isSpreadAt(elements: readonly ts.Expression[], index: number): boolean {
  const element = elements[index];
  return element === undefined || ts.isSpreadElement(element);
}

function isAssigned({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
