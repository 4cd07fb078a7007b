import { nameToken } from "../../tokens.js";
import { mark } from "./reader.js";
import type {
  Atom,
  Block,
  FunctionExpression,
  Item,
  Member,
  MethodMember,
  ObjectLiteral,
  Property,
  Spread,
} from "./syntax.js";
import { PatternParser } from "./pattern-parser.js";

/** Reads parameters, patterns, and the members of types and objects. */
export abstract class MemberParser extends PatternParser {
  abstract readBlock(): Block;
  /** An expression whose parentheses are dropped unless what holds it asks for them. */
  protected abstract readSpread(): Spread;

  override readMembers(isInClass = false): { members: Item<Member>[]; ending: number[] } {
    const members: Item<Member>[] = [];
    let ending: number[] = [];
    while (this.kind !== mark.closeBrace) {
      if (members.length > 0 || this.source.options.bracketSpacing) this.spaced();
      if (this.endsWithComments(mark.closeBrace)) {
        ending = this.takeComments();
        break;
      }
      members.push(
        this.takeItem(
          () => this.readMember(isInClass),
          () => this.#endMember(isInClass),
        ),
      );
    }
    return { members, ending };
  }

  #endMember(isInClass: boolean): void {
    const isEnded = this.kind === mark.semicolon || (this.kind === mark.comma && !isInClass);
    if (!isEnded) {
      if (this.kind !== mark.closeBrace && !isInClass) this.endStatement();
      return;
    }
    if (this.kindAt(this.at + 1) === mark.closeBrace) {
      this.drop(this.kind);
      return;
    }
    if (this.kind === mark.comma) this.source.replace(this.at, ";");
    this.take();
  }

  protected readMember(isInClass: boolean): Member {
    const first = this.at;
    if (isInClass && this.isWord("static") && this.kindAt(this.at + 1) === mark.openBrace) this.fail();
    const modifiers = this.readModifiers();
    const isIndex = this.kind === mark.openBracket && this.kindAt(this.at + 2) === mark.colon;
    if (isIndex) return this.#readIndex(first, modifiers);
    const keyToken = this.at;
    if (this.#isCallSignature()) return this.#readMethod(first, modifiers, isInClass);
    this.readKey(!isInClass);
    if (this.kind === mark.question || (isInClass && this.kind === mark.not)) this.take();
    if (this.kind === mark.openParen || this.kind === mark.less) {
      if (isInClass) this.unquote(keyToken);
      return this.#readMethod(first, modifiers, isInClass, keyToken);
    }
    const key = this.printFrom(keyToken);
    const type = this.skip(mark.colon) ? this.spaced().readType() : undefined;
    const value = this.readInitial();
    if (isInClass && this.kind !== mark.semicolon) this.fail();
    return { kind: "propertyMember", first, last: this.at - 1, modifiers, key, type, value };
  }

  #isCallSignature(): boolean {
    if (this.kind === mark.openParen || this.kind === mark.less) return true;
    return (
      this.isWord("new") &&
      (this.kindAt(this.at + 1) === mark.openParen || this.kindAt(this.at + 1) === mark.less)
    );
  }

  #readMethod(first: number, modifiers: string, isInClass: boolean, keyToken = this.at): Member {
    if (keyToken === this.at && this.skipWord("new")) this.spaced();
    const key = keyToken === this.at ? "" : this.printFrom(keyToken);
    if (key === "new") this.fail();
    const signature = this.readSignature();
    const body = isInClass && this.kind === mark.openBrace ? this.spaced().readBlock() : undefined;
    const isAlone = signature.parameters.some((each) => each.modifiers !== "");
    if (isAlone) this.force(first);
    return { kind: "methodMember", first, last: this.at - 1, modifiers, key, signature, body, isInClass };
  }

  #readIndex(first: number, modifiers: string): Member {
    this.take();
    const key = this.source.textOf(this.expectName());
    this.take();
    const keyType = this.spaced().readType();
    this.expect(mark.closeBracket);
    this.expect(mark.colon);
    const type = this.spaced().readType();
    return { kind: "indexMember", first, last: type.last, modifiers, key, keyType, type };
  }

  protected readObject(): ObjectLiteral {
    const first = this.take();
    const { objectWrap } = this.source.options;
    const isExpanded = objectWrap === "preserve" && this.kind !== mark.closeBrace && this.hasBreak(this.at);
    if (isExpanded) this.force(first);
    const { items, ending } = this.nest(() => this.readItems(mark.closeBrace, () => this.#readProperty()));
    return {
      kind: "object",
      first,
      last: this.expect(mark.closeBrace),
      properties: items,
      ending,
      isExpanded,
    };
  }

  #readProperty(): Property | Spread | MethodMember {
    if (this.kind === mark.spread) return this.readSpread();
    const first = this.at;
    const after = this.kindAt(first + 1);
    if (
      this.kind === nameToken &&
      (after === mark.comma || after === mark.closeBrace || this.isComment(first + 1))
    ) {
      const token = this.take();
      const value: Atom = { kind: "atom", first: token, last: token, is: "name" };
      return { kind: "property", first, last: token, key: undefined, isComputed: false, value };
    }
    const isComputed = this.kind === mark.openBracket;
    const modifiers = isComputed ? "" : this.readModifiers();
    const keyToken = this.at;
    this.readKey(true);
    if (this.kind === mark.openParen || this.kind === mark.less) {
      return this.#readMethod(first, modifiers, true, keyToken) as MethodMember;
    }
    if (modifiers !== "") this.fail();
    const key = this.printFrom(first);
    this.expect(mark.colon);
    const value = this.spaced().readExpression();
    return { kind: "property", first, last: value.last, key, isComputed, value };
  }

  protected readFunctionExpression(): FunctionExpression {
    const first = this.at;
    if (this.skipWord("async")) this.spaced();
    this.expectWord("function");
    if (this.kind === mark.star) this.fail();
    if (this.kind === nameToken) this.spaced().take();
    const isNamed = this.kindAt(this.at - 1) === nameToken && !this.isWord("function", this.at - 1);
    const head = `${this.printFrom(first)}${isNamed ? "" : " "}`;
    if (!isNamed) this.spaced();
    const signature = this.readSignature();
    const body = this.spaced().readBlock();
    return { kind: "function", first, last: body.last, head, signature, body };
  }
}
