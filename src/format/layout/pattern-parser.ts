import { nameToken, numberToken, stringToken } from "../../tokens.js";
import { mark } from "./reader.js";
import type {
  ArrayPattern,
  Atom,
  Expression,
  Item,
  ObjectPattern,
  Parameter,
  PatternProperty,
  Signature,
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

/** Reads parameters, patterns, and what they share with the members of objects. */
export abstract class PatternParser extends TypeParser {
  /** What stands between brackets, separated by commas; the bracket that closes is next. */
  protected readItems<Held>(close: number, read: () => Held): { items: Item<Held>[]; ending: number[] } {
    const items: Item<Held>[] = [];
    let ending: number[] = [];
    while (this.kind !== close) {
      if (items.length > 0 || (close === mark.closeBrace && this.source.options.bracketSpacing))
        this.spaced();
      if (this.endsWithComments(close)) {
        ending = this.takeComments();
        break;
      }
      items.push(this.takeItem(read, () => this.#separate(close)));
    }
    if (close === mark.closeBrace && items.length > 0 && this.source.options.bracketSpacing) this.spaced();
    return { items, ending };
  }

  /** Whether only comments stand before what closes a list. */
  protected endsWithComments(close: number): boolean {
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

  /** What stands before a member's key, with a space after it. */
  protected readModifiers(): string {
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

  /** A key of one line: a name, a string, a number, or an expression in brackets. */
  protected readKey(canUnquote: boolean): void {
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
    if (canUnquote) this.unquote(token);
  }

  /** A quoted key that can do without loses its quotes. */
  protected unquote(token: number): void {
    if (this.kindAt(token) !== stringToken || this.source.options.quoteProps !== "as-needed") return;
    const key = this.source.textOf(token).slice(1, -1);
    if (/^[A-Za-z_$][\w$]*$/.test(key)) this.source.replace(token, key);
    else if (/^[\p{L}\p{Nl}_$][\w$\P{ASCII}]*$/u.test(key)) this.fail();
  }

  protected readInitial(): Expression | undefined {
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
    const modifiers = this.readModifiers();
    const isRest = this.skip(mark.spread);
    const name = this.readTarget(true);
    const isOptional = this.skip(mark.question);
    const type = this.skip(mark.colon) ? this.spaced().readType() : undefined;
    const initial = this.readInitial();
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
      this.readKey(true);
      key = this.printFrom(first);
      this.take();
      this.spaced();
    }
    const value = isKeyed ? this.readTarget(false) : this.readTarget(true);
    const initial = this.readInitial();
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
    const initial = this.readInitial();
    return { kind: "patternProperty", first, last: this.at - 1, key: undefined, isRest, value, initial };
  }
}
