import { blockComment, lineComment, type Tokens, tokenize } from "../../tokens.js";
import { LayoutRoom } from "./layout-room.js";
import type { LayoutOptions } from "./options.js";
import { UnknownConstruct } from "./unknown-construct.js";

/**
 * The tokens of a text, and what parsing has learned of each: whether a space stands before it in one line, whether it reads otherwise
 * than it was written, whether a line break is due beside it. From those, what stands between two tokens is measured at once.
 */
export class Source {
  readonly text: string;
  readonly tokens: Tokens;
  readonly options: LayoutOptions;
  /** The index of the bracket that closes the one at an index. */
  readonly closers: Int32Array;
  /** Whether a space stands before the token. */
  readonly spaces: Uint8Array;
  /** Whether what holds the token cannot stand in one line. */
  readonly forced: Uint8Array;
  readonly #replaced = new Map<number, string>();
  /** Up to and with the token: columns, changes against the text, and forced line breaks. */
  readonly #widths: Int32Array;
  readonly #changes: Int32Array;
  readonly #breaks: Int32Array;

  /** Of no use once another one takes the room. */
  constructor(text: string, options: LayoutOptions, room = new LayoutRoom()) {
    this.text = text;
    this.options = options;
    this.tokens = tokenize(text, room.tokens);
    checkWidths(this.tokens);
    room.clear(this.tokens.count + 1);
    ({ closers: this.closers, spaces: this.spaces, forced: this.forced } = room);
    ({ widths: this.#widths, changes: this.#changes, breaks: this.#breaks } = room);
    findClosers(this.tokens, this.closers);
  }

  /** The token as it is printed. */
  textOf(token: number): string {
    return this.#replaced.get(token) ?? this.writtenAt(token);
  }

  writtenAt(token: number): string {
    return this.text.slice(this.tokens.starts[token], this.tokens.ends[token]);
  }

  replace(token: number, text: string): void {
    this.#replaced.set(token, text);
  }

  /** Leaves a token out where all stands in one line; what follows takes its space. */
  drop(token: number): void {
    this.#replaced.set(token, "");
    if (this.spaces[token] === 1) {
      this.spaces[token] = 0;
      this.spaces[token + 1] = 1;
    }
  }

  /** Call it when parsing is done: only then the following hold. */
  measure(): void {
    const { count, starts, ends, breaks } = this.tokens;
    const isReplaced = this.#replaced.size > 0;
    let [width, changed, broken] = [0, 0, 0];
    for (let token = 0; token < count; token++) {
      const start = starts[token] ?? 0;
      const end = ends[token] ?? 0;
      const space = this.spaces[token] ?? 0;
      const text = isReplaced ? this.#replaced.get(token) : undefined;
      width += space + (text?.length ?? end - start);
      const gap = token === 0 ? space : start - (ends[token - 1] ?? 0);
      if (text !== undefined || gap !== space || (breaks[token] ?? 0) > 0) changed++;
      broken += this.forced[token] ?? 0;
      this.#widths[token] = width;
      this.#changes[token] = changed;
      this.#breaks[token] = broken;
    }
  }

  isForced(first: number, last: number): boolean {
    return this.#breaks[last] !== (first === 0 ? 0 : this.#breaks[first - 1]);
  }

  /** The columns from one token to another in one line, without a space before the first. */
  width(first: number, last: number): number {
    const before = first === 0 ? 0 : (this.#widths[first - 1] ?? 0);
    return (this.#widths[last] ?? 0) - before - (this.spaces[first] ?? 0);
  }

  /** What stands from one token to another, in one line. */
  print(first: number, last: number): string {
    if (this.#changes[last] === this.#changes[first] && !this.#replaced.has(first)) {
      return this.text.slice(this.tokens.starts[first], this.tokens.ends[last]);
    }
    let text = this.textOf(first);
    for (let token = first + 1; token <= last; token++) {
      if (this.spaces[token] === 1) text += " ";
      text += this.textOf(token);
    }
    return text;
  }
}

function findClosers({ count, kinds }: Tokens, closers: Int32Array): void {
  const open: number[] = [];
  for (let token = 0; token < count; token++) {
    const kind = kinds[token];
    if (kind === 0x28 || kind === 0x5b || kind === 0x7b) open.push(token);
    else if (kind === 0x29 || kind === 0x5d || kind === 0x7d) closers[open.pop() ?? 0] = token;
  }
}

/** A token's width is its length. Where that depends on the font or on tables of Unicode, it is unknown. */
function checkWidths({ text, count, kinds, starts, ends }: Tokens): void {
  if (!/[^\0-\x7e]/.test(text)) return;
  for (let token = 0; token < count; token++) {
    if (kinds[token] === lineComment || kinds[token] === blockComment) continue;
    if (wide.test(text.slice(starts[token], ends[token]))) throw new UnknownConstruct();
  }
}

/** All but letters of Europe and the usual punctuation, which are one column wide by all tables. */
const wide = /[^ -~\xa0-\xa8\xaa-\xac\xaf-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]/;
