import { nameToken, numberToken, stringToken } from "../../tokens.js";
import { mark } from "./reader.js";
import type {
  ArrayPattern,
  Atom,
  Block,
  Expression,
  FunctionExpression,
  Item,
  Member,
  MethodMember,
  ObjectLiteral,
  ObjectPattern,
  Parameter,
  PatternProperty,
  Property,
  Signature,
  Spread,
} from "./syntax.js";
import { TypeParser } from "./type-parser.js";

const modifierWords = [
  "public",
  "private",
  "protected",
  "static",
  "abstract",
  "override",
  "readonly",
  "async",
  "get",
  "set",
  "declare",
];

/** Reads parameters, patterns, and the members of types and objects. */
export abstract class MemberParser extends TypeParser {
  abstract readBlock(): Block;
  /** An expression whose parentheses are dropped unless what holds it asks for them. */
  protected abstract readSpread(): Spread;

  /** What stands between brackets, separated by commas; the bracket that closes is next. */
  protected readItems<Held>(close: number, read: () => Held): { items: Item<Held>[]; ending: number[] } {
    const items: Item<Held>[] = [];
    let ending: number[] = [];
    while (this.kind !== close) {
      if (items.length > 0 || (close === mark.closeBrace && this.source.options.bracketSpacing))
        this.spaced();
      if (this.#endsWithComments(close)) {
        ending = this.takeComments();
        break;
      }
      items.push(this.takeItem(read, () => this.#separate(close)));
    }
    if (close === mark.closeBrace && items.length > 0 && this.source.options.bracketSpacing) this.spaced();
    return { items, ending };
  }

  /** Whether only comments stand before what closes a list. */
  #endsWithComments(close: number): boolean {
    let index = this.at;
    while (this.isComment(index)) index++;
    return index > this.at && this.kindAt(index) === close;
  }

  #separate(close: number): void {
    if (this.kind !== mark.comma) {
      if (this.kind !== close && !this.isComment(this.at)) this.fail();
      return;
    }
    let next = this.at + 1;
    while (this.isComment(next)) next++;
    if (this.kindAt(next) === close) this.drop(mark.comma);
    else this.take();
  }

  override readMembers(isInClass = false): { members: Item<Member>[]; ending: number[] } {
    const members: Item<Member>[] = [];
    let ending: number[] = [];
    while (this.kind !== mark.closeBrace) {
      if (members.length > 0 || this.source.options.bracketSpacing) this.spaced();
      if (this.#endsWithComments(mark.closeBrace)) {
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

  /** What stands before a member's key, with a space after it. */
  #readModifiers(): string {
    const first = this.at;
    while (
      this.kind === nameToken &&
      this.#isKeyNext(this.at + 1) &&
      modifierWords.some((word) => this.isWord(word))
    ) {
      this.take();
      this.spaced();
    }
    return this.at === first ? "" : `${this.printFrom(first)} `;
  }

  #isKeyNext(index: number): boolean {
    const kind = this.kindAt(index);
    return kind === nameToken || kind === stringToken || kind === numberToken || kind === mark.openBracket;
  }

  protected readMember(isInClass: boolean): Member {
    const first = this.at;
    if (isInClass && this.isWord("static") && this.kindAt(this.at + 1) === mark.openBrace) this.fail();
    const modifiers = this.#readModifiers();
    const isIndex = this.kind === mark.openBracket && this.kindAt(this.at + 2) === mark.colon;
    if (isIndex) return this.#readIndex(first, modifiers);
    const keyToken = this.at;
    if (this.#isCallSignature()) return this.#readMethod(first, modifiers, isInClass);
    this.#readKey(!isInClass);
    if (this.kind === mark.question || (isInClass && this.kind === mark.not)) this.take();
    if (this.kind === mark.openParen || this.kind === mark.less) {
      if (isInClass) this.#unquote(keyToken);
      return this.#readMethod(first, modifiers, isInClass, keyToken);
    }
    const key = this.printFrom(keyToken);
    const type = this.skip(mark.colon) ? this.spaced().readType() : undefined;
    const value = this.#readInitial();
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

  /** A key of one line: a name, a string, a number, or an expression in brackets. */
  #readKey(canUnquote: boolean): void {
    if (this.kind === mark.openBracket) {
      this.take();
      const { first, last, kind } = this.readExpression();
      if (kind !== "atom" && kind !== "access") this.fail();
      for (let token = first; token <= last; token++) if (this.source.forced[token] === 1) this.fail();
      this.expect(mark.closeBracket);
      return;
    }
    if (this.kind !== nameToken && this.kind !== stringToken && this.kind !== numberToken) this.fail();
    const token = this.take();
    if (canUnquote) this.#unquote(token);
  }

  /** A quoted key that can do without loses its quotes. */
  #unquote(token: number): void {
    if (this.kindAt(token) !== stringToken || this.source.options.quoteProps !== "as-needed") return;
    const key = this.source.textOf(token).slice(1, -1);
    if (/^[A-Za-z_$][\w$]*$/.test(key)) this.source.replace(token, key);
    else if (/^[\p{L}\p{Nl}_$][\w$\P{ASCII}]*$/u.test(key)) this.fail();
  }

  #readInitial(): Expression | undefined {
    if (this.kind !== mark.equals) return undefined;
    this.spaced().take();
    return this.spaced().readExpression();
  }

  /** Type parameters, parameters, and what is returned where a colon says it. */
  override readSignature(): Signature {
    const typeParameters = this.readTypeParameters();
    const parameters: Parameter[] = [];
    this.expect(mark.openParen);
    while (this.kind !== mark.closeParen) {
      if (parameters.length > 0) this.spaced();
      parameters.push(this.#readParameter());
      if (this.kind === mark.comma && this.kindAt(this.at + 1) === mark.closeParen) this.drop(mark.comma);
      else if (this.kind !== mark.closeParen) this.expect(mark.comma);
      if (this.kind !== mark.closeParen && this.source.tokens.breaks[this.at] === 2) this.fail();
    }
    this.take();
    const returned = this.skip(mark.colon) ? this.spaced().readReturned() : undefined;
    return { typeParameters, parameters, returned };
  }

  #readParameter(): Parameter {
    const first = this.at;
    const modifiers = this.#readModifiers();
    const isRest = this.skip(mark.spread);
    const name = this.readTarget(true);
    const isOptional = this.skip(mark.question);
    const type = this.skip(mark.colon) ? this.spaced().readType() : undefined;
    const initial = this.#readInitial();
    const last = this.at - 1;
    return { kind: "parameter", first, last, modifiers, isRest, name, isOptional, type, initial };
  }

  /** What values are assigned to: a name or a pattern. */
  protected readTarget(isInParameters: boolean): Atom | ObjectPattern | ArrayPattern {
    if (this.kind === mark.openBrace) return this.nest(() => this.#readObjectPattern(isInParameters));
    if (this.kind === mark.openBracket) return this.nest(() => this.#readArrayPattern());
    const token = this.expectName();
    return { kind: "atom", first: token, last: token, is: "name" };
  }

  #readObjectPattern(isInParameters: boolean): ObjectPattern {
    const first = this.take();
    const { items, ending } = this.readItems(mark.closeBrace, () => this.#readPatternProperty());
    if (ending.length > 0 || items.some(({ comments, trailing }) => comments.length > 0 || trailing))
      this.fail();
    const properties = items.map(({ node }) => node);
    const isBroken =
      !isInParameters && properties.some(({ key, value }) => key !== undefined && value.kind !== "atom");
    if (isBroken) this.force(first);
    return { kind: "objectPattern", first, last: this.take(), properties, isBroken };
  }

  #readPatternProperty(): PatternProperty {
    const first = this.at;
    const isRest = this.skip(mark.spread);
    const isKeyed = !isRest && this.kindAt(this.at + 1) === mark.colon;
    let key: string | undefined;
    if (isKeyed) {
      this.#readKey(true);
      key = this.printFrom(first);
      this.take();
      this.spaced();
    }
    const value = isKeyed ? this.readTarget(false) : this.readTarget(true);
    const initial = this.#readInitial();
    return { kind: "patternProperty", first, last: this.at - 1, key, isRest, value, initial };
  }

  #readArrayPattern(): ArrayPattern {
    const first = this.take();
    const elements: (PatternProperty | undefined)[] = [];
    while (this.kind !== mark.closeBracket) {
      if (elements.length > 0) this.spaced();
      if (this.kind === mark.comma) {
        elements.push(undefined);
        this.take();
        continue;
      }
      elements.push(this.#readElement());
      if (this.kind === mark.comma && this.kindAt(this.at + 1) === mark.closeBracket) this.drop(mark.comma);
      else if (this.kind !== mark.closeBracket) this.expect(mark.comma);
    }
    if (elements.at(-1) === undefined) this.fail();
    return { kind: "arrayPattern", first, last: this.take(), elements };
  }

  #readElement(): PatternProperty {
    const first = this.at;
    const isRest = this.skip(mark.spread);
    const value = this.readTarget(true);
    const initial = this.#readInitial();
    return { kind: "patternProperty", first, last: this.at - 1, key: undefined, isRest, value, initial };
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
    const modifiers = isComputed ? "" : this.#readModifiers();
    const keyToken = this.at;
    this.#readKey(true);
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
