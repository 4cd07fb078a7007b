import { blockComment, endToken, kindOf, lineComment, nameToken, stringToken } from "../../tokens.js";
import { normalizeNumber, normalizeString } from "./literals.js";
import type { Source } from "./source.js";
import type { Item, Node } from "./syntax.js";
import { UnknownConstruct } from "./unknown-construct.js";

/** Kinds of punctuators, by name. */
export const mark = {
  openParen: 0x28,
  closeParen: 0x29,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  less: 0x3c,
  greater: 0x3e,
  comma: 0x2c,
  semicolon: 0x3b,
  colon: 0x3a,
  question: 0x3f,
  dot: 0x2e,
  equals: 0x3d,
  bar: 0x7c,
  ampersand: 0x26,
  plus: 0x2b,
  minus: 0x2d,
  star: 0x2a,
  not: 0x21,
  tilde: 0x7e,
  arrow: kindOf("=>"),
  spread: kindOf("..."),
  optional: kindOf("?."),
  increment: kindOf("++"),
  decrement: kindOf("--"),
} as const;

/** By kind, whether an expression or a type ends before the token. */
const endings = new Uint8Array(256);
for (const kind of [mark.comma, mark.semicolon, mark.closeParen, mark.closeBracket, mark.closeBrace]) {
  endings[kind] = 1;
}

/** Words by their length. */
export type Words = readonly (readonly string[] | undefined)[];

export function listWords(...words: readonly string[]): Words {
  const lengths = words.map((word) => word.length);
  return Array.from({ length: Math.max(...lengths) + 1 }, (_, length) =>
    lengths.includes(length) ? words.filter((word) => word.length === length) : undefined,
  );
}

/** How deep what is read may be nested: what is deeper would overflow the stack. */
const deepest = 250;

/** Reads tokens one by one, and notes which has a space before it where all stands in one line. */
export class Reader {
  readonly source: Source;
  /** The index of the next token, and its kind. */
  protected at = 0;
  protected kind: number;
  #space = 0;
  #depth = 0;
  readonly #kinds: Uint8Array;

  constructor(source: Source) {
    this.source = source;
    this.#kinds = source.tokens.kinds;
    this.kind = this.#kinds[0] ?? endToken;
  }

  /** What is to be added to the text before it is read anew: parentheses, by the place in the text. */
  readonly additions: { at: number; text: string }[] = [];

  /** Parentheses around what is read have to be added. */
  protected wrap(first: number, last: number): void {
    const { starts, ends } = this.source.tokens;
    this.additions.push({ at: starts[first] ?? 0, text: "(" }, { at: ends[last] ?? 0, text: ")" });
  }

  protected fail(): never {
    throw new UnknownConstruct();
  }

  /** A space stands before what is read next. */
  protected spaced(): this {
    this.#space = 1;
    return this;
  }

  protected take(): number {
    const token = this.at;
    if (this.kind === endToken) this.fail();
    this.source.spaces[token] = this.#space;
    this.#space = 0;
    if (this.kind === stringToken) this.#normalize(token);
    this.at = token + 1;
    this.kind = this.#kinds[token + 1] ?? endToken;
    return token;
  }

  #normalize(token: number): void {
    const text = this.source.writtenAt(token);
    const normal = normalizeString(text, this.source.options.singleQuote);
    if (normal !== text) this.source.replace(token, normal);
  }

  protected normalizeNumber(): void {
    const text = this.source.writtenAt(this.at);
    const normal = normalizeNumber(text);
    if (normal !== text) this.source.replace(this.at, normal);
  }

  /** Adds a semicolon where a line break stands for it. */
  protected endStatement(): number {
    if (this.kind === mark.semicolon) return this.take();
    if (this.kind !== endToken && !this.hasBreak(this.at)) this.fail();
    this.additions.push({ at: this.source.tokens.ends[this.at - 1] ?? 0, text: ";" });
    return this.at - 1;
  }

  protected expect(kind: number): number {
    if (this.kind !== kind) this.fail();
    return this.take();
  }

  protected skip(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.take();
    return true;
  }

  /** Reads what the text has, but one line does not: a trailing comma, a leading `|`. */
  protected drop(kind: number): boolean {
    if (this.kind !== kind) return false;
    const space = this.#space;
    this.#space = 0;
    this.source.drop(this.take());
    this.#space = space;
    return true;
  }

  protected isComment(index: number): boolean {
    const kind = this.kindAt(index);
    return kind === lineComment || kind === blockComment;
  }

  protected kindAt(index: number): number {
    return this.#kinds[index] ?? endToken;
  }

  protected isWord(word: string, index = this.at): boolean {
    const { kinds, starts, ends, text } = this.source.tokens;
    const start = starts[index] ?? 0;
    return (
      kinds[index] === nameToken && (ends[index] ?? 0) - start === word.length && text.startsWith(word, start)
    );
  }

  /** Whether the next token is one of some words: most names are told from all of them by their length. */
  protected isAmong(words: Words): boolean {
    if (this.kind !== nameToken) return false;
    const { starts, ends } = this.source.tokens;
    const alike = words[(ends[this.at] ?? 0) - (starts[this.at] ?? 0)];
    return alike !== undefined && alike.some((word) => this.isWord(word));
  }

  /** Whether the next token is followed by what ends any expression and type: most are of one token. */
  protected standsAlone(): boolean {
    return endings[this.kindAt(this.at + 1)] === 1;
  }

  protected skipWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.take();
    return true;
  }

  protected expectWord(word: string): number {
    if (!this.isWord(word)) this.fail();
    return this.take();
  }

  protected expectName(): number {
    return this.expect(nameToken);
  }

  /** Whether a token follows the one before it directly. */
  protected isGlued(index: number): boolean {
    const { starts, ends } = this.source.tokens;
    return starts[index] === ends[index - 1];
  }

  protected hasBreak(index: number): boolean {
    return (this.source.tokens.breaks[index] ?? 0) > 0;
  }

  protected printFrom(first: number): string {
    let text = this.source.textOf(first);
    for (let token = first + 1; token < this.at; token++) {
      text += (this.source.spaces[token] === 1 ? " " : "") + this.source.textOf(token);
    }
    return text;
  }

  protected force(token: number): void {
    this.source.forced[token] = 1;
  }

  protected nest<T>(read: () => T): T {
    if (++this.#depth > deepest) this.fail();
    const node = read();
    this.#depth--;
    return node;
  }

  /** Comments that stand before something, or at the end of a list. What holds one is not one line. */
  protected takeComments(): number[] {
    const comments: number[] = [];
    while (this.kind === lineComment || this.kind === blockComment) {
      const space = this.#space;
      this.force(this.at);
      comments.push(this.take());
      this.#space = space;
    }
    return comments;
  }

  /** A list's item with what stands around it; `separate` reads what separates it from the next. */
  protected takeItem<Held>(read: () => Held, separate: () => void): Item<Held> {
    const comments = this.takeComments();
    const node = read();
    const early = this.#takeTrailing();
    separate();
    const trailing = early ?? this.#takeTrailing();
    return { comments, node, trailing, isBlankLineNext: this.source.tokens.breaks[this.at] === 2 };
  }

  /** A comment that ends the line. */
  #takeTrailing(): number | undefined {
    const isComment = this.kind === lineComment || this.kind === blockComment;
    if (!isComment || this.hasBreak(this.at)) return undefined;
    if (!this.hasBreak(this.at + 1) && this.kindAt(this.at + 1) !== endToken) this.fail();
    this.force(this.at);
    return this.take();
  }
}

/** What stands between parentheses that are there only where all is in one line. */
export function stripParentheses<Held extends Node>(node: Held): Held {
  if (!node.hasParentheses) return node;
  return { ...node, first: node.first + 1, last: node.last - 1, hasParentheses: false };
}
