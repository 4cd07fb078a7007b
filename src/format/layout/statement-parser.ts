import { endToken, lineComment, nameToken } from "../../tokens.js";
import { NamesParser } from "./names-parser.js";
import { mark } from "./reader.js";
import type { Case, Declarator, Statement, Variables } from "./statement-syntax.js";
import type { Block, Expression, Item, Node } from "./syntax.js";

/** Reads statements and declarations. */
export abstract class StatementParser extends NamesParser {
  protected abstract readDeclaration(first: number, word: string): Statement | undefined;

  /** All statements of a text. */
  readProgram(): Block {
    const { items, ending } = this.#readStatements(endToken);
    return { kind: "block", first: 0, last: Math.max(0, this.at - 1), statements: items, ending };
  }

  #readStatements(close: number): { items: Item<Node>[]; ending: number[] } {
    const items: Item<Node>[] = [];
    while (this.kind !== close) {
      if (this.#isEnding(close)) return { items, ending: this.takeComments() };
      items.push(this.takeItem(() => this.nest(() => this.readStatement()), noSeparator));
    }
    return { items, ending: [] };
  }

  #isEnding(close: number): boolean {
    let index = this.at;
    while (this.isComment(index)) index++;
    return index > this.at && (this.kindAt(index) === close || this.#isCase(index));
  }

  #isCase(index: number): boolean {
    return (
      this.isWord("case", index) || (this.isWord("default", index) && this.kindAt(index + 1) === mark.colon)
    );
  }

  override readBlock(): Block {
    const first = this.expect(mark.openBrace);
    const { items, ending } = this.#readStatements(mark.closeBrace);
    if (items.length > 0 || ending.length > 0) this.force(first);
    return { kind: "block", first, last: this.expect(mark.closeBrace), statements: items, ending };
  }

  protected readStatement(): Statement {
    const first = this.at;
    if (this.kind === mark.openBrace) return this.readBlock();
    if (this.kind === mark.semicolon) return this.fail();
    const word = this.kind === nameToken ? this.source.writtenAt(first) : "";
    return (
      this.#readByWord(first, word) ??
      this.readDeclaration(first, word) ??
      this.#readExpressionStatement(first)
    );
  }

  #readByWord(first: number, word: string): Statement | undefined {
    switch (word) {
      case "return":
      case "throw":
        return this.#readLeaving(first, word);
      case "const":
      case "let":
      case "var":
        return this.isWord("enum", first + 1) ? undefined : this.readVariables(first);
      case "if":
        return this.#readIf(first);
      case "for":
        return this.#readFor(first);
      case "while":
        return this.#readWhile(first);
      case "switch":
        return this.#readSwitch(first);
      case "try":
        return this.#readTry(first);
      case "break":
      case "continue":
        this.take();
        if (this.kind === nameToken && !this.hasBreak(this.at)) this.spaced().take();
        return { kind: "plain", first, last: this.expect(mark.semicolon) };
      case "do":
      case "with":
      case "debugger":
      case "using":
        return this.fail();
      default:
        return undefined;
    }
  }

  #readExpressionStatement(first: number): Statement {
    this.statementStart = first;
    const bare = this.nest(() => this.readBare());
    const expression = bare.kind === "assignment" && !bare.wrapped ? bare : this.settle(bare, "value");
    const opening = this.kindAt(expression.first);
    const isUnsafe = opening === mark.openBrace || this.isWord("function", expression.first);
    if (isUnsafe || (expression.kind === "atom" && expression.is === "string")) this.fail();
    if (expression.kind === "assignment" && expression.left.kind === "object") this.fail();
    return {
      kind: "expressionStatement",
      first: expression.first,
      last: this.expect(mark.semicolon),
      expression,
    };
  }

  #readLeaving(first: number, keyword: string): Statement {
    this.take();
    if (this.kind === mark.semicolon)
      return { kind: "leaving", first, last: this.take(), keyword, argument: undefined };
    const argument = this.spaced().readExpression();
    return { kind: "leaving", first, last: this.expect(mark.semicolon), keyword, argument };
  }

  protected readVariables(first: number, isInLoop = false): Variables {
    this.take();
    const head = this.printFrom(first);
    const declarators: Declarator[] = [];
    do declarators.push(this.spaced().#readDeclarator());
    while (this.skip(mark.comma));
    if (!isInLoop) this.expect(mark.semicolon);
    if (declarators.length > 1 && !isInLoop && declarators.some(({ value }) => value)) this.force(first);
    return { kind: "variables", first, last: this.at - 1, head, declarators, isInLoop };
  }

  #readDeclarator(): Declarator {
    const first = this.at;
    const target = this.readTarget(false);
    const type = this.skip(mark.colon) ? this.spaced().readType() : undefined;
    let value: Expression | undefined;
    if (this.kind === mark.equals) {
      this.spaced().take();
      value = this.spaced().readExpression();
    }
    return { kind: "declarator", first, last: this.at - 1, target, type, value };
  }

  #readTest(): Expression {
    this.spaced().expect(mark.openParen);
    const test = this.readExpression();
    this.expect(mark.closeParen);
    return test;
  }

  /** What an `if` or a loop holds. */
  #readBody(): Node {
    if (this.isComment(this.at)) this.fail();
    return this.nest(() => this.spaced().readStatement());
  }

  #readIf(first: number): Statement {
    this.take();
    const test = this.#readTest();
    const consequent = this.#readBody();
    const head = { kind: "if", first, test, consequent } as const;
    const comment = consequent.kind === "block" ? undefined : this.#takeCommentBeforeElse();
    if (!this.isWord("else")) return { ...head, last: this.at - 1, alternate: undefined, comment };
    if (consequent.kind !== "block") this.force(first);
    this.spaced().take();
    const alternate = this.#readBody();
    return { ...head, last: this.at - 1, alternate, comment };
  }

  /** A comment in a line of its own. */
  #takeCommentBeforeElse(): number | undefined {
    const isAlone = this.kind === lineComment && this.hasBreak(this.at) && this.isWord("else", this.at + 1);
    if (!isAlone) return undefined;
    this.force(this.at);
    return this.take();
  }

  #readFor(first: number): Statement {
    this.take();
    const isAwaited = this.isWord("await");
    if (isAwaited) this.spaced().take();
    this.spaced().expect(mark.openParen);
    const start = this.at;
    const isDeclared = this.isWord("const") || this.isWord("let") || this.isWord("var");
    if (!isDeclared && this.kind !== mark.semicolon) this.fail();
    const initial = isDeclared ? this.#readLoopVariables(start) : undefined;
    if (initial && (this.isWord("of") || this.isWord("in")))
      return this.#readForEach(first, isAwaited, initial);
    this.expect(mark.semicolon);
    const test = this.kind === mark.semicolon ? undefined : this.spaced().readExpression();
    this.expect(mark.semicolon);
    if (!test) this.fail();
    const update = this.kind === mark.closeParen ? undefined : this.#readUpdate();
    this.expect(mark.closeParen);
    const body = this.#readBody();
    return { kind: "for", first, last: this.at - 1, initial, test, update, body };
  }

  #readUpdate(): Expression {
    const bare = this.spaced().readBare();
    return bare.kind === "assignment" ? bare : this.settle(bare, "value");
  }

  /** A variable without a value may stand before `in`, which is no operator there. */
  #readLoopVariables(start: number): Variables {
    if (this.isWord("in", start + 2) || this.isWord("of", start + 2)) {
      this.take();
      const token = this.spaced().expectName();
      const target = { kind: "atom", is: "name", first: token, last: token } as const;
      const declarator = {
        kind: "declarator",
        first: token,
        last: token,
        target,
        type: undefined,
        value: undefined,
      } as const;
      const head = this.source.writtenAt(start);
      return {
        kind: "variables",
        first: start,
        last: token,
        head,
        declarators: [declarator],
        isInLoop: true,
      };
    }
    return this.readVariables(start, true);
  }

  #readForEach(first: number, isAwaited: boolean, left: Node): Statement {
    const keyword = this.source.writtenAt(this.spaced().take());
    const right = this.spaced().readExpression();
    this.expect(mark.closeParen);
    const body = this.#readBody();
    return { kind: "forEach", first, last: this.at - 1, isAwaited, left, keyword, right, body };
  }

  #readWhile(first: number): Statement {
    this.take();
    const test = this.#readTest();
    const body = this.#readBody();
    return { kind: "while", first, last: this.at - 1, test, body };
  }

  #readSwitch(first: number): Statement {
    this.take();
    const discriminant = this.#readTest();
    this.force(this.spaced().expect(mark.openBrace));
    const cases: Item<Case>[] = [];
    while (this.kind !== mark.closeBrace) cases.push(this.takeItem(() => this.#readCase(), noSeparator));
    return { kind: "switch", first, last: this.take(), discriminant, cases };
  }

  #readCase(): Case {
    const first = this.at;
    const isDefault = this.skipWord("default");
    if (!isDefault) this.expectWord("case");
    const test = isDefault ? undefined : this.spaced().readExpression();
    const last = this.expect(mark.colon);
    if (this.isComment(this.at) && !this.hasBreak(this.at)) this.fail();
    const statements: Item<Node>[] = [];
    while (this.kind !== mark.closeBrace && !this.#isCase(this.at)) {
      if (this.#isEnding(mark.closeBrace)) this.fail();
      statements.push(this.takeItem(() => this.nest(() => this.readStatement()), noSeparator));
    }
    if (statements.length > 0) this.force(last);
    const body: Block = { kind: "block", first: last, last: this.at - 1, statements, ending: [] };
    return { kind: "case", first, last: this.at - 1, test, body };
  }

  #readTry(first: number): Statement {
    this.force(this.take());
    const block = this.spaced().readBlock();
    const isCaught = this.isWord("catch");
    if (isCaught) this.spaced().take();
    const parameter = isCaught && this.kind === mark.openParen ? this.#readCaught() : undefined;
    const handler = isCaught ? this.spaced().readBlock() : undefined;
    const isFinal = this.isWord("finally");
    if (isFinal) this.spaced().take();
    const finalizer = isFinal ? this.spaced().readBlock() : undefined;
    return { kind: "try", first, last: this.at - 1, block, parameter, handler, finalizer };
  }

  #readCaught(): Node {
    this.spaced().take();
    const target = this.readTarget(true);
    if (this.kind !== mark.closeParen) this.fail();
    this.take();
    return target;
  }
}

function noSeparator(): void {
  // Statements end by themselves.
}
