import { TokenRoom } from "./token-room.js";

/** The kinds of tokens. A punctuator of one character has its character code, which is above all of these. */
export const endToken = 0;
/** An identifier, a keyword, or a private name. */
export const nameToken = 1;
export const numberToken = 2;
export const stringToken = 3;
/** A template without `${`. */
export const templateToken = 4;
/** The parts of others: up to the first `${`, from a `}` to the next `${`, and from the last `}` on. */
export const templateHead = 5;
export const templateMiddle = 6;
export const templateTail = 7;
export const regexToken = 8;
export const lineComment = 9;
export const blockComment = 10;
/** What no token begins with, or what does not end. */
export const wrongToken = 11;

/** The punctuators of several characters, by kind: the first has 128. `>` always stands alone, as generics may end in many. */
export const longPunctuators: readonly string[] =
  "=> === !== == != <= && || ?? ?. ... ++ -- ** += -= *= /= %= **= &= |= ^= &&= ||= ??= << <<=".split(" ");

export function kindOf(punctuator: string): number {
  const index = longPunctuators.indexOf(punctuator);
  return index === -1 ? punctuator.charCodeAt(0) : 128 + index;
}

/**
 * `count` tokens of a text, comments among them, as flat lists by a token's index. After the last stands an `endToken`. Between two tokens is
 * nothing but white space.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What stands before the token: 0 no line break, 1 one, 2 a blank line. */
  readonly breaks: Uint8Array;
}

/** What a character begins, by its code: names, digits, spaces, quotes; 0 are punctuators. */
const [spaceClass, nameClass, digitClass, quoteClass] = [1, 2, 3, 4];
const characterClasses = Uint8Array.from({ length: 128 }, (_, code) =>
  [/[^]/, /\s/, /[A-Za-z_$#]/, /\d/, /["']/].findLastIndex((each) => each.test(String.fromCharCode(code))),
);

const [increment, decrement] = [kindOf("++"), kindOf("--")];

/** Long punctuators by first character, the longest first. */
const punctuatorsByStart = createPunctuators();
const none: readonly (readonly [string, number])[] = [];

/** After these words no operand has been, so that `/` begins a regular expression. */
const wordsBeforeOperand = new Set(
  "return typeof case in of else do delete void throw new instanceof yield await".split(" "),
);

function createPunctuators(): readonly (readonly (readonly [string, number])[] | undefined)[] {
  const kinds = longPunctuators.map((each) => [each, kindOf(each)] as const);
  kinds.sort(([one], [other]) => other.length - one.length);
  const lists = Array.from({ length: 128 }, (_, code) =>
    kinds.filter(([each]) => each.charCodeAt(0) === code),
  );
  return lists.map((list) => (list.length === 0 ? undefined : list));
}

/** Takes a text apart in time that is linear in its length. TypeScript without JSX; it does not fail, see `wrongToken`. */
export function tokenize(text: string, room = new TokenRoom()): Tokens {
  return new Tokenizer(text, room).run();
}

class Tokenizer {
  readonly #text: string;
  readonly #room: TokenRoom;
  #position = 0;
  #count = 0;
  #kinds: Uint8Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #breaks: Uint8Array;
  /** Braces that are open within each `${` that is open. */
  readonly #open: number[] = [];
  /** The last token but comments. */
  #previous = -1;

  constructor(text: string, room: TokenRoom) {
    this.#text = text;
    this.#room = room;
    room.reserve((text.length >> 2) + 16);
    ({ kinds: this.#kinds, starts: this.#starts, ends: this.#ends, breaks: this.#breaks } = room);
  }

  run(): Tokens {
    const length = this.#text.length;
    while (true) {
      const breaks = this.#skipSpace();
      const start = this.#position;
      const kind = start >= length ? endToken : this.#scan(this.#text.charCodeAt(start));
      this.#add(kind, start, breaks);
      if (kind === endToken) break;
    }
    this.#room.settle(this.#count);
    const { kinds, starts, ends, breaks } = this.#room;
    return { text: this.#text, count: this.#count - 1, kinds, starts, ends, breaks };
  }

  #add(kind: number, start: number, breaks: number): void {
    const index = this.#count++;
    if (index >= this.#kinds.length) this.#grow();
    this.#kinds[index] = kind;
    this.#starts[index] = start;
    this.#ends[index] = this.#position;
    this.#breaks[index] = breaks;
    if (kind !== lineComment && kind !== blockComment) this.#previous = index;
  }

  #grow(): void {
    const room = this.#room;
    room.reserve(this.#count);
    ({ kinds: this.#kinds, starts: this.#starts, ends: this.#ends, breaks: this.#breaks } = room);
  }

  #skipSpace(): number {
    const text = this.#text;
    let breaks = 0;
    let position = this.#position;
    for (; ; position++) {
      const code = text.charCodeAt(position);
      if (code === 32) continue;
      if (code === 10) breaks++;
      else if (!isSpace(code)) break;
    }
    this.#position = position;
    return breaks > 2 ? 2 : breaks;
  }

  /** Moves to the end of the token that begins here. */
  #scan(code: number): number {
    const characterClass = code > 127 ? nameClass : characterClasses[code];
    if (characterClass === nameClass) return this.#scanName();
    if (characterClass === quoteClass) return this.#scanString(code);
    if (characterClass === digitClass) return this.#scanNumber();
    const next = this.#text.charCodeAt(this.#position + 1);
    switch (code) {
      case 0x2e: // .
        return next >= 48 && next <= 57 ? this.#scanNumber() : this.#scanPunctuator(code);
      case 0x2f: // /
        return this.#scanSlash(next);
      case 0x60: // `
        return this.#scanTemplate(templateToken, templateHead);
      case 0x7b: // {
        if (this.#open.length > 0) this.#open.push((this.#open.pop() ?? 0) + 1);
        return this.#scanPunctuator(code);
      case 0x7d: // }
        return this.#scanBrace(code);
      default:
        return this.#scanPunctuator(code);
    }
  }

  #scanName(): number {
    const text = this.#text;
    let position = this.#position + 1;
    for (; ; position++) {
      const code = text.charCodeAt(position);
      const characterClass = code < 128 ? characterClasses[code] : undefined;
      if (characterClass === nameClass || characterClass === digitClass) continue;
      if (!(code > 127) || isSpace(code)) break;
    }
    this.#position = position;
    return nameToken;
  }

  #scanString(quote: number): number {
    const text = this.#text;
    for (let position = this.#position + 1; position < text.length; position++) {
      const code = text.charCodeAt(position);
      if (code === 0x5c) position++;
      else if (code === quote) {
        this.#position = position + 1;
        return stringToken;
      } else if (code === 10) break;
    }
    return this.#fail();
  }

  #scanNumber(): number {
    // Most numbers are a digit.
    const next = characterClasses[this.#text.charCodeAt(this.#position + 1)];
    if (next === 0 || next === spaceClass) {
      this.#position++;
      if (this.#text.charCodeAt(this.#position) !== 0x2e) return numberToken;
      this.#position--;
    }
    const number = /0[xob][\da-f_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?[\d_]+)?n?/iy;
    number.lastIndex = this.#position;
    number.exec(this.#text);
    this.#position = number.lastIndex;
    return numberToken;
  }

  #scanSlash(next: number): number {
    const text = this.#text;
    if (next === 0x2f) {
      const end = text.indexOf("\n", this.#position);
      this.#position = end === -1 ? text.length : end;
      if (text.charCodeAt(this.#position - 1) === 13) this.#position--;
      return lineComment;
    }
    if (next === 0x2a) {
      const end = text.indexOf("*/", this.#position + 2);
      if (end === -1) return this.#fail();
      this.#position = end + 2;
      return blockComment;
    }
    return this.#followsOperand() ? this.#scanPunctuator(0x2f) : this.#scanRegex();
  }

  #followsOperand(): boolean {
    if (this.#previous === -1) return false;
    const kind = this.#kinds[this.#previous] ?? endToken;
    if (kind === nameToken) {
      const [start, end] = [this.#starts[this.#previous] ?? 0, this.#ends[this.#previous] ?? 0];
      return end - start > 10 || !wordsBeforeOperand.has(this.#text.slice(start, end));
    }
    if (kind === templateHead || kind === templateMiddle) return false;
    return (
      kind <= regexToken ||
      kind === 0x29 ||
      kind === 0x5d ||
      kind === 0x7d ||
      kind === increment ||
      kind === decrement
    );
  }

  #scanRegex(): number {
    const regex = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/iy;
    regex.lastIndex = this.#position;
    if (!regex.test(this.#text)) return this.#fail();
    this.#position = regex.lastIndex;
    return regexToken;
  }

  /** A part of a template: `whole` where the backtick ends it, `open` where `${` does. */
  #scanTemplate(whole: number, open: number): number {
    const text = this.#text;
    for (let position = this.#position + 1; position < text.length; position++) {
      const code = text.charCodeAt(position);
      if (code === 0x5c) position++;
      else if (code === 0x60) {
        this.#position = position + 1;
        return whole;
      } else if (code === 0x24 && text.charCodeAt(position + 1) === 0x7b) {
        this.#position = position + 2;
        this.#open.push(0);
        return open;
      }
    }
    return this.#fail();
  }

  #scanBrace(code: number): number {
    const open = this.#open.pop();
    if (open === 0) return this.#scanTemplate(templateTail, templateMiddle);
    if (open !== undefined) this.#open.push(open - 1);
    return this.#scanPunctuator(code);
  }

  #scanPunctuator(code: number): number {
    for (const [punctuator, kind] of punctuatorsByStart[code] ?? none) {
      if (!this.#text.startsWith(punctuator, this.#position)) continue;
      // `a?.5:b` chooses.
      if (punctuator === "?." && /\d/.test(this.#text.charAt(this.#position + 2))) break;
      this.#position += punctuator.length;
      return kind;
    }
    this.#position++;
    return code > 32 && code < 128 ? code : wrongToken;
  }

  #fail(): number {
    this.#position = this.#text.length;
    return wrongToken;
  }
}

function isSpace(code: number): boolean {
  if (code < 128) return characterClasses[code] === spaceClass;
  return code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
}
