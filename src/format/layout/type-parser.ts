import { nameToken, numberToken, stringToken, templateHead, templateToken } from "../../tokens.js";
import { mark, stripParentheses } from "./reader.js";
import { TypePartParser } from "./type-part-parser.js";
import type { Expression, Item, Member, Signature, Type } from "./syntax.js";

/** What a type may stand in, where that asks for parentheses. */
export type TypeRole = "extends" | "check" | "consequent" | "operand" | "object" | "element" | "affixed";

/** Reads types. What they share with expressions, parameters and members, the readers of those say. */
export abstract class TypeParser extends TypePartParser {
  abstract readSignature(): Signature;
  abstract readMembers(): { members: Item<Member>[]; ending: number[] };
  abstract readExpression(): Expression;

  /** @internal */
  readType(): Type {
    if (this.kind === nameToken && this.standsAlone()) return this.readReference();
    return this.nest(() => this.settleType(this.#readConditional(), false));
  }

  #settleIn(type: Type, role: TypeRole): Type {
    return this.settleType(type, needsParentheses(type, role));
  }

  #readConditional(): Type {
    if (this.#isFunctionType()) return this.#readFunctionType();
    const check = this.#readUnion();
    if (!this.isWord("extends") || this.hasBreak(this.at)) return check;
    return this.#readConditionalAfter(check);
  }

  #readConditionalAfter(checked: Type): Type {
    const check = this.#settleIn(checked, "check");
    this.spaced().take();
    const extended = this.#settleIn(this.spaced().#readWithoutConditional(), "extends");
    this.spaced().expect(mark.question);
    const consequent = this.nest(() => this.#settleIn(this.spaced().#readConditional(), "consequent"));
    const whenTrue = consequent.kind === "conditionalType" ? stripParentheses(consequent) : consequent;
    this.spaced().expect(mark.colon);
    const whenFalse = this.spaced().readType();
    const [first, last] = [check.first, whenFalse.last];
    return { kind: "conditionalType", first, last, check, extended, whenTrue, whenFalse };
  }

  #readWithoutConditional(): Type {
    return this.nest(() => (this.#isFunctionType() ? this.#readFunctionType() : this.#readUnion()));
  }

  #isFunctionType(): boolean {
    if (this.kind === mark.less || this.isWord("new")) return true;
    if (this.isWord("abstract") && this.isWord("new", this.at + 1)) return true;
    return (
      this.kind === mark.openParen && this.kindAt((this.source.closers[this.at] ?? 0) + 1) === mark.arrow
    );
  }

  #readFunctionType(): Type {
    const first = this.at;
    if (this.skipWord("abstract")) this.spaced();
    if (this.skipWord("new")) this.spaced();
    const prefix = this.at === first ? "" : `${this.printFrom(first)} `;
    const { typeParameters, parameters } = this.readSignature();
    this.spaced().expect(mark.arrow);
    const returned = this.spaced().readReturned();
    const signature = { typeParameters, parameters, returned };
    return { kind: "functionType", first, last: returned.last, prefix, signature };
  }

  /** What a function returns: a type, or what it tells of a parameter. */
  readReturned(): Type {
    const first = this.at;
    const isAsserting =
      this.isWord("asserts") && this.kindAt(this.at + 1) === nameToken && !this.hasBreak(this.at + 1);
    const name = isAsserting ? this.at + 1 : this.at;
    if (this.kindAt(name) !== nameToken || !this.isWord("is", name + 1)) {
      if (!isAsserting) return this.readType();
      this.take();
      const last = this.spaced().take();
      return { kind: "atom", first, last, is: "other" };
    }
    if (isAsserting) this.take();
    if (isAsserting) this.spaced();
    this.take();
    this.spaced().take();
    const type = this.spaced().readType();
    return { kind: "predicate", first, last: type.last, type };
  }

  #readUnion(): Type {
    return this.#readOperands(mark.bar, "union", () =>
      this.#readOperands(mark.ampersand, "intersection", () => this.#readOperator()),
    );
  }

  #readOperands(operator: number, kind: "union" | "intersection", read: () => Type): Type {
    this.drop(operator);
    const head = read();
    if (this.kind !== operator) return head;
    const types = [this.#settleIn(head, "operand")];
    while (this.kind === operator) {
      this.spaced().take();
      types.push(this.#settleIn(this.spaced().#readOperand(read), "operand"));
    }
    const [first = head] = types;
    return { kind, first: first.first, last: (types.at(-1) ?? head).last, types };
  }

  #readOperand(read: () => Type): Type {
    return this.#isFunctionType() && this.kind !== mark.openParen ? this.fail() : read();
  }

  #readOperator(): Type {
    const first = this.at;
    const isOperator = this.isWord("keyof") || this.isWord("readonly") || this.isWord("unique");
    if (isOperator && this.#beginsType(this.at + 1)) {
      this.take();
      const type = this.nest(() => this.#settleIn(this.spaced().#readOperator(), "affixed"));
      return { kind: "affixed", is: "operator", first, last: type.last, type };
    }
    if (this.isWord("infer") && this.kindAt(this.at + 1) === nameToken) return this.#readInferred();
    return this.#readPostfix();
  }

  #readInferred(): Type {
    const first = this.take();
    const last = this.spaced().take();
    if (!this.isWord("extends")) {
      const type: Type = { kind: "atom", is: "name", first: last, last };
      return { kind: "affixed", is: "infer", first, last, type };
    }
    this.spaced().take();
    const type = this.nest(() => this.#settleIn(this.spaced().#readUnion(), "extends"));
    return { kind: "affixed", is: "infer", first, last: type.last, type };
  }

  #beginsType(index: number): boolean {
    const kind = this.kindAt(index);
    const isName =
      kind === nameToken || kind === stringToken || kind === templateToken || kind === templateHead;
    const isOpen = kind === mark.openParen || kind === mark.openBrace || kind === mark.openBracket;
    return (isName || isOpen) && !this.isWord("extends", index) && !this.isWord("is", index);
  }

  #readPostfix(): Type {
    let type = this.#readPrimary();
    while (this.kind === mark.openBracket && !this.hasBreak(this.at)) {
      this.take();
      if (this.kindAt(this.at) === mark.closeBracket) {
        const element = this.#settleIn(type, "element");
        type = { kind: "arrayType", first: element.first, last: this.take(), element };
      } else {
        const object = this.#settleIn(type, "object");
        const index = this.readType();
        type = {
          kind: "indexedType",
          first: object.first,
          last: this.expect(mark.closeBracket),
          object,
          index,
        };
      }
    }
    return type;
  }

  #readPrimary(): Type {
    const first = this.at;
    switch (this.kind) {
      case nameToken:
        return this.isWord("typeof") ? this.readQuery() : this.readReference();
      case stringToken:
        return this.readAtom("string");
      case numberToken:
        this.normalizeNumber();
        return this.readAtom("number");
      case mark.minus:
        this.take();
        this.normalizeNumber();
        this.expect(numberToken);
        return { kind: "atom", first, last: this.at - 1, is: "number" };
      case templateToken:
      case templateHead:
        return this.readTemplate();
      case mark.openParen:
        return this.#readWrapped();
      case mark.openBrace:
        return this.isMapped() ? this.readMapped() : this.#readLiteral();
      case mark.openBracket:
        return this.#readTuple();
      default:
        return this.fail();
    }
  }

  #readWrapped(): Type {
    const open = this.take();
    const type = this.nest(() => this.#readConditional());
    const close = this.expect(mark.closeParen);
    if (type.hasParentheses) this.fail();
    type.wrapped = { open, close, depth: (type.wrapped?.depth ?? 0) + 1 };
    return type;
  }

  #readTuple(): Type {
    const first = this.take();
    const elements: Type[] = [];
    while (this.kind !== mark.closeBracket) {
      if (elements.length > 0) this.spaced();
      elements.push(this.#readElement());
      this.separate(mark.closeBracket);
    }
    return { kind: "tuple", first, last: this.take(), elements };
  }

  #readElement(): Type {
    const first = this.at;
    if (this.kind === mark.spread) {
      this.take();
      const isNamed = this.kind === nameToken && this.kindAt(this.at + 1) === mark.colon;
      if (isNamed) this.take();
      if (isNamed) this.take();
      const type = isNamed ? this.spaced().readType() : this.#settleIn(this.#readConditional(), "affixed");
      return { kind: "affixed", is: "rest", first, last: type.last, type };
    }
    const colon = this.at + (this.kindAt(this.at + 1) === mark.question ? 2 : 1);
    if (this.kind === nameToken && this.kindAt(colon) === mark.colon) {
      while (this.at <= colon) this.take();
      const type = this.spaced().readType();
      return { kind: "affixed", is: "member", first, last: type.last, type };
    }
    const type = this.nest(() => this.#readConditional());
    if (this.kind !== mark.question) return this.settleType(type, false);
    const settled = this.#settleIn(type, "affixed");
    return { kind: "affixed", is: "optional", first: settled.first, last: this.take(), type: settled };
  }

  #readLiteral(): Type {
    const first = this.take();
    const isExpanded = this.isExpanded();
    if (isExpanded) this.force(first);
    const isEmpty = this.kind === mark.closeBrace;
    const { members, ending } = this.nest(() => this.readMembers());
    if (isEmpty) return { kind: "typeLiteral", first, last: this.take(), members, ending, isExpanded: false };
    const last = this.closeBraces();
    return { kind: "typeLiteral", first, last, members, ending, isExpanded };
  }
}

function needsParentheses(type: Type, role: TypeRole): boolean {
  switch (type.kind) {
    case "functionType":
    case "conditionalType":
      return type.kind === "conditionalType" || (role !== "extends" && role !== "consequent");
    case "union":
    case "intersection":
      return role === "operand" || role === "object" || role === "element" || role === "affixed";
    case "affixed":
      return role === "object" || role === "element" || (role === "affixed" && type.is === "operator");
    case "arrayType":
    case "atom":
    case "indexedType":
    case "mappedType":
    case "predicate":
    case "reference":
    case "tuple":
    case "typeLiteral":
      return false;
  }
}
