import { blockComment, nameToken, templateHead, templateToken } from "../../tokens.js";
import { isForcedChain } from "./chain.js";
import { PrimaryParser } from "./primary-parser.js";
import { assignmentKinds, canFlatten, castPrecedence, precedenceOf, precedenceOfKind } from "./operators.js";
import { listWords, mark, stripParentheses } from "./reader.js";
import type { Arrow, Call, Expression } from "./syntax.js";

const castWords = listWords("as", "satisfies");
const relationWords = listWords("in", "instanceof");
const prefixWords = listWords("typeof", "void", "delete", "await");

/** Reads expressions. */
export abstract class ExpressionParser extends PrimaryParser {
  /** Where the statement begins that is being read, if it is one expression. */
  protected statementStart = -1;

  override readExpression(): Expression {
    return this.readAlone() ?? this.nest(() => this.settle(this.readBare(), "value"));
  }

  /** An expression without a decision on the parentheses around it. */
  protected readBare(): Expression {
    if (this.#isArrow()) return this.#readArrow();
    const left = this.#readBinary(1);
    if (this.kind === mark.question) return this.#readConditional(left);
    if (!assignmentKinds.has(this.kind)) return left;
    const operator = this.source.writtenAt(this.spaced().take());
    const right = this.nest(() => this.spaced().readBare());
    if (right.kind === "assignment") this.fail();
    return {
      kind: "assignment",
      first: left.first,
      last: right.last,
      left,
      operator,
      right: this.settle(right, "value"),
    };
  }

  #readConditional(tested: Expression): Expression {
    const test = this.settle(tested, "test");
    this.spaced().take();
    const consequent = this.nest(() => this.settle(this.spaced().readBare(), "consequent"));
    const whenTrue = consequent.kind === "conditional" ? stripParentheses(consequent) : consequent;
    this.spaced().expect(mark.colon);
    const whenFalse = this.nest(() => this.settle(this.spaced().readBare(), "branch"));
    return { kind: "conditional", first: test.first, last: whenFalse.last, test, whenTrue, whenFalse };
  }

  #precedence(): number {
    if (this.kind === nameToken) return this.isAmong(relationWords) ? castPrecedence : 0;
    if (this.kind !== mark.greater) return precedenceOfKind[this.kind] ?? 0;
    return precedenceOf(this.#greaterOperator());
  }

  /** What begins with `>` is of several tokens. */
  #greaterOperator(): string {
    let operator = ">";
    for (let next = this.at + 1; operator.length < 3 && this.isGlued(next); next++) {
      const kind = this.kindAt(next);
      if (kind === mark.equals) return operator === ">" ? ">=" : this.fail();
      if (kind !== mark.greater) return operator;
      operator += ">";
    }
    return operator;
  }

  #takeOperator(): string {
    const operator = this.kind === mark.greater ? this.#greaterOperator() : this.source.writtenAt(this.at);
    const count = this.kind === mark.greater ? operator.length : 1;
    this.spaced();
    for (let index = 0; index < count; index++) this.take();
    return operator;
  }

  #readBinary(lowest: number): Expression {
    let left = this.#readUnary();
    for (;;) {
      const isCast = this.isAmong(castWords) && !this.hasBreak(this.at);
      if (isCast && castPrecedence >= lowest) {
        left = this.#readCast(left);
        continue;
      }
      const precedence = this.#precedence();
      if (precedence === 0 || precedence < lowest) return left;
      const operator = this.#takeOperator();
      const right = this.nest(() =>
        this.spaced().#readBinary(operator === "**" ? precedence : precedence + 1),
      );
      left = this.#joinOperands(left, operator, this.settle(right, "right", operator));
    }
  }

  #joinOperands(left: Expression, operator: string, right: Expression): Expression {
    if (left.kind === "binary" && !left.hasParentheses && canFlatten(operator, left.operators[0] ?? "")) {
      const first = this.settle(left, "left", operator) as typeof left;
      (first.operands as Expression[]).push(right);
      (first.operators as string[]).push(operator);
      first.last = right.last;
      return first;
    }
    const settled = this.settle(left, "left", operator);
    return {
      kind: "binary",
      first: settled.first,
      last: right.last,
      operands: [settled, right],
      operators: [operator],
    };
  }

  #readCast(left: Expression): Expression {
    const argument = this.settle(left, "cast");
    const operator = this.source.writtenAt(this.spaced().take());
    const type = this.spaced().readType();
    return { kind: "cast", first: argument.first, last: type.last, argument, operator, type };
  }

  #readUnary(): Expression {
    const first = this.at;
    const { kind } = this;
    if (kind === nameToken) {
      return this.isAmong(prefixWords) ? this.#readPrefix(first, true) : this.#readPostfix();
    }
    if (kind === mark.not || kind === mark.minus || kind === mark.plus || kind === mark.tilde) {
      return this.#readPrefix(first, false);
    }
    if (kind !== mark.increment && kind !== mark.decrement) return this.#readPostfix();
    const operator = this.source.writtenAt(this.take());
    const argument = this.settle(this.#readPostfix(), "unary");
    return { kind: "update", first, last: argument.last, operator, isPrefix: true, argument };
  }

  #readPrefix(first: number, isWord: boolean): Expression {
    const operator = this.source.writtenAt(this.take()) + (isWord ? " " : "");
    const operand = this.nest(() => (isWord ? this.spaced() : this).#readUnary());
    const argument = this.settle(operand, operator === "await " ? "awaited" : "unary", operator);
    return { kind: "unary", first, last: argument.last, operator, argument };
  }

  /** A call with a comment before it, such as says that it has no side effects. */
  #readMarked(): Expression {
    const first = this.at;
    if (this.source.writtenAt(first).includes("\n") || this.hasBreak(first + 1)) this.fail();
    this.take();
    const call = this.spaced().#readPostfix();
    if (call.kind !== "call" || (!call.isNew && call.callee.kind !== "atom")) return this.fail();
    return { ...call, first, prefix: `${this.source.writtenAt(first)} ` };
  }

  #readPostfix(): Expression {
    if (this.kind === blockComment) return this.#readMarked();
    const start = this.at;
    let node = this.readPrimary();
    for (let next = this.#readLink(node); next; next = this.#readLink(node)) node = next;
    if (node.kind === "call" || node.kind === "access") this.#markChain(node, start);
    if ((this.kind !== mark.increment && this.kind !== mark.decrement) || this.hasBreak(this.at)) return node;
    const operator = this.source.writtenAt(this.at);
    const argument = this.settle(node, "unary");
    return { kind: "update", first: argument.first, last: this.take(), operator, isPrefix: false, argument };
  }

  /** Chains of calls are broken where they are long, whatever stands around them. */
  #markChain(node: Expression, start: number): void {
    const isStatement = start === this.statementStart && this.kind === mark.semicolon;
    for (let part = node; part.kind === "call" || part.kind === "access" || part.kind === "nonNull";) {
      if (part.kind === "call" && part.callee.kind === "access" && !part.isNew) {
        if (isForcedChain(part, this.source, isStatement && part === node)) this.force(part.last);
        return;
      }
      part = part.kind === "call" ? part.callee : part.kind === "access" ? part.object : part.argument;
    }
  }

  /** What follows an expression and belongs to it: a property, an index, arguments. */
  #readLink(node: Expression): Expression | undefined {
    switch (this.kind) {
      case mark.dot:
        this.take();
        return this.readProperty(this.settle(node, "object"), false);
      case mark.optional:
        return this.#readOptional(node);
      case mark.openBracket:
        return this.hasBreak(this.at) ? this.fail() : this.#readIndex(this.settle(node, "object"), false);
      case mark.openParen:
        return this.hasBreak(this.at) ? this.fail() : this.#readCall(node, false, []);
      case mark.less:
        return this.isGlued(this.at) ? this.#readCall(node, false, this.readTypeArguments()) : undefined;
      case mark.not:
        if (!this.isGlued(this.at) || this.hasBreak(this.at)) return undefined;
        return this.#readNonNull(this.settle(node, "object"));
      case templateToken:
      case templateHead:
        return this.fail();
      default:
        return undefined;
    }
  }

  #readNonNull(argument: Expression): Expression {
    return { kind: "nonNull", first: argument.first, last: this.take(), argument };
  }

  #readOptional(node: Expression): Expression {
    this.take();
    if (this.kind === mark.openParen) return this.#readCall(node, true, []);
    const object = this.settle(node, "object");
    return this.kind === mark.openBracket ? this.#readIndex(object, true) : this.readProperty(object, true);
  }

  #readIndex(object: Expression, isOptional: boolean): Expression {
    this.take();
    const property = this.readExpression();
    const last = this.expect(mark.closeBracket);
    return { kind: "access", first: object.first, last, object, isOptional, property, isComputed: true };
  }

  #readCall(node: Expression, isOptional: boolean, typeArgs: Call["typeArgs"]): Expression {
    const callee = this.settle(node, "callee");
    const open = this.expect(mark.openParen);
    const { args, last } = this.readArguments(open);
    const call: Call = {
      kind: "call",
      first: callee.first,
      last,
      callee,
      isOptional,
      isNew: false,
      typeArgs,
      args,
      open,
    };
    this.markArguments(call, open);
    return call;
  }

  #isArrow(): boolean {
    const start = this.kindAt(this.at + 1) === mark.openParen && this.isWord("async") ? this.at + 1 : this.at;
    const kind = this.kindAt(start);
    if (kind === mark.less) return true;
    if (kind === nameToken) return this.kindAt(start + 1) === mark.arrow ? this.fail() : false;
    if (kind !== mark.openParen) return false;
    const close = this.source.closers[start] ?? 0;
    const after = this.kindAt(close + 1);
    if (after !== mark.colon) return after === mark.arrow;
    const next = this.kindAt(start + 2);
    if (next === mark.closeParen) return this.#canBeginArrow(start - 1);
    return (
      close === start + 1 ||
      next === mark.colon ||
      next === mark.comma ||
      this.kindAt(start + 1) === mark.spread
    );
  }

  /** `(a): b` is no arrow's head within `c ? (a) : b`. */
  #canBeginArrow(previous: number): boolean {
    const kind = this.kindAt(previous);
    if (kind === mark.openParen || kind === mark.comma || kind === mark.openBracket) return true;
    return kind === mark.equals || kind === mark.arrow || this.isWord("return", previous);
  }

  #readArrow(): Arrow {
    const first = this.at;
    const isAsync = this.skipWord("async");
    if (isAsync) this.spaced();
    const signature = this.readSignature();
    const signatureEnd = this.spaced().expect(mark.arrow) - 1;
    if (this.kind === mark.openBrace) {
      const body = this.spaced().readBlock();
      return { kind: "arrow", first, last: body.last, isAsync, signature, signatureEnd, body };
    }
    const bare = this.nest(() => this.spaced().readBare());
    if (bare.kind === "arrow") this.fail();
    const body = this.settle(bare, "arrowBody");
    if (body.kind !== "object" && this.kindAt(body.first) === mark.openBrace) this.fail();
    const arrow: Arrow = { kind: "arrow", first, last: body.last, isAsync, signature, signatureEnd, body };
    // These parentheses stand only where all is in one line.
    return body.kind === "conditional" ? { ...arrow, body: stripParentheses(body) } : arrow;
  }
}
