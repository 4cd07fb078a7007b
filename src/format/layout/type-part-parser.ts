import { nameToken, templateMiddle, templateToken } from "../../tokens.js";
import { mark, Reader } from "./reader.js";
import type { Affixed, Atom, MappedType, Type, TypeParameter } from "./syntax.js";

/** Reads what types consist of: names with their arguments, parameters, templates, mapped types. */
export abstract class TypePartParser extends Reader {
  abstract readType(): Type;

  /** Keeps the parentheses around a type where they are needed, and drops the others. */
  protected settleType<T extends Type>(type: T, isNeeded: boolean): T {
    const { wrapped } = type;
    type.wrapped = undefined;
    if (!wrapped) {
      if (isNeeded && !type.hasParentheses) this.wrap(type.first, type.last);
      return type;
    }
    this.dropParentheses(wrapped, isNeeded);
    if (isNeeded) {
      type.first = wrapped.open;
      type.last = wrapped.close;
      type.hasParentheses = true;
    }
    return type;
  }

  /** Drops parentheses around parentheses, and the outermost unless it is kept. */
  protected dropParentheses(
    { open, close, depth }: { open: number; close: number; depth: number },
    isKept: boolean,
  ): void {
    if (isKept && depth > 1) this.fail();
    if (isKept) return;
    for (let index = 0; index < depth; index++) {
      this.source.drop(open + index);
      this.source.drop(close - index);
    }
  }

  protected readAtom(is: Atom["is"]): Atom {
    const token = this.take();
    return { kind: "atom", first: token, last: token, is };
  }

  protected readTemplate(): Atom {
    const first = this.at;
    if (this.source.writtenAt(first).includes("\n")) this.fail();
    let isWhole = this.kind === templateToken;
    this.take();
    while (!isWhole) {
      this.readType();
      isWhole = this.kind !== templateMiddle;
      if (this.source.writtenAt(this.at).includes("\n") || !this.source.writtenAt(this.at).startsWith("}"))
        this.fail();
      this.take();
    }
    return { kind: "atom", first, last: this.at - 1, is: "template" };
  }

  /** `typeof a.b`. */
  protected readQuery(): Affixed {
    const first = this.take();
    const type = this.spaced().readReference();
    return { kind: "affixed", is: "query", first, last: type.last, type };
  }

  protected readReference(): Type {
    const first = this.expectName();
    if (this.isWord("import", first) || this.isWord("asserts", first)) this.fail();
    while (this.skip(mark.dot)) this.expectName();
    const name: Atom = {
      kind: "atom",
      first,
      last: this.at - 1,
      is: keywordTypes.has(this.source.writtenAt(first)) ? "keyword" : "name",
    };
    const args = this.readTypeArguments();
    return args.length === 0 ? name : { kind: "reference", first, last: this.at - 1, name, args };
  }

  /** The types between `<` and `>`, if they stand here. */
  readTypeArguments(): Type[] {
    const args: Type[] = [];
    if (this.kind !== mark.less || this.hasBreak(this.at)) return args;
    this.take();
    do {
      if (args.length > 0) this.spaced();
      args.push(this.readType());
    } while (this.skip(mark.comma));
    this.expect(mark.greater);
    return args;
  }

  readTypeParameters(): TypeParameter[] {
    const parameters: TypeParameter[] = [];
    if (!this.skip(mark.less)) return parameters;
    while (this.kind !== mark.greater) {
      if (parameters.length > 0) this.spaced();
      parameters.push(this.#readTypeParameter());
      this.separate(mark.greater);
    }
    this.take();
    return parameters;
  }

  #readTypeParameter(): TypeParameter {
    const first = this.at;
    while (this.kindAt(this.at + 1) === nameToken && !this.isWord("extends", this.at + 1)) {
      this.take();
      this.spaced();
    }
    this.expectName();
    const name = this.printFrom(first);
    const constraint = this.#readAfter(() => this.isWord("extends"));
    const initial = this.#readAfter(() => this.kind === mark.equals);
    if (constraint?.kind === "conditionalType") this.fail();
    return { kind: "typeParameter", first, last: this.at - 1, name, constraint, initial };
  }

  #readAfter(isNext: () => boolean): Type | undefined {
    if (!isNext()) return undefined;
    this.spaced().take();
    return this.spaced().readType();
  }

  /** A comma between the parts of a list; one after the last is none in one line. */
  protected separate(close: number): void {
    if (this.kind === mark.comma && this.kindAt(this.at + 1) === close) this.drop(mark.comma);
    else if (this.kind !== close) this.expect(mark.comma);
  }

  protected closeBraces(): number {
    return (this.source.options.bracketSpacing ? this.spaced() : this).expect(mark.closeBrace);
  }

  protected isExpanded(): boolean {
    return (
      this.source.options.objectWrap === "preserve" && this.hasBreak(this.at) && this.kind !== mark.closeBrace
    );
  }

  protected isMapped(): boolean {
    let index = this.at + 1;
    if (this.kindAt(index) === mark.plus || this.kindAt(index) === mark.minus) index++;
    if (this.isWord("readonly", index)) index++;
    return this.kindAt(index) === mark.openBracket && this.isWord("in", index + 2);
  }

  protected readMapped(): MappedType {
    const first = this.take();
    const isExpanded = this.isExpanded();
    if (isExpanded) this.force(first);
    if (this.source.options.bracketSpacing) this.spaced();
    const start = this.at;
    while (this.kind !== mark.openBracket) this.take();
    const modifiers = this.at === start ? "" : `${this.printFrom(start)} `;
    if (modifiers !== "") this.spaced();
    this.take();
    const key = this.source.textOf(this.expectName());
    this.spaced().expectWord("in");
    const constraint = this.spaced().readType();
    const nameType = this.isWord("as") ? this.#readAfter(() => true) : undefined;
    this.expect(mark.closeBracket);
    const optional = this.at;
    for (
      let kind = this.kindAt(this.at);
      kind === mark.plus || kind === mark.minus || kind === mark.question;
    ) {
      this.take();
      kind = this.kindAt(this.at);
    }
    const optionalText = optional === this.at ? "" : this.printFrom(optional);
    const type = this.skip(mark.colon) ? this.spaced().readType() : undefined;
    this.drop(mark.semicolon);
    const last = this.closeBraces();
    return {
      kind: "mappedType",
      first,
      last,
      modifiers,
      key,
      constraint,
      nameType,
      optional: optionalText,
      type,
      isExpanded,
    };
  }
}

const keywordTypes = new Set(
  "any unknown never void null undefined string number boolean bigint symbol object this true false const".split(
    " ",
  ),
);
