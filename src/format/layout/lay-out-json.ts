import { endToken, nameToken, numberToken, stringToken, type Tokens, tokenize } from "../../tokens.js";
import type { LayoutOptions } from "./options.js";

/**
 * A JSON text in Prettier's layout: an object in lines of its own where it begins with a line break, an array in one line where it fits.
 * Undefined where it holds what is not known here.
 */
export function layOutJson(text: string, options: LayoutOptions): string | undefined {
  const tokens = tokenize(text);
  if (options.useTabs || options.tabWidth !== 2) return undefined;
  const printer = new JsonPrinter(tokens, options);
  return printer.print() ? printer.text : undefined;
}

class JsonPrinter {
  text = "";
  readonly #tokens: Tokens;
  readonly #printWidth: number;
  #depth = 0;
  #column = 0;

  constructor(tokens: Tokens, { printWidth }: LayoutOptions) {
    this.#tokens = tokens;
    this.#printWidth = printWidth;
  }

  /** Whether all of it was printed. */
  print(): boolean {
    let index = 0;
    while (index < this.#tokens.count) {
      const next = this.#printToken(index);
      if (next === undefined) return false;
      index = next;
    }
    return true;
  }

  #kindAt(index: number): string {
    const kind = this.#tokens.kinds[index] ?? endToken;
    return kind > 31 && kind < 128 ? String.fromCharCode(kind) : "";
  }

  #textAt(index: number): string {
    return this.#tokens.text.slice(this.#tokens.starts[index], this.#tokens.ends[index]);
  }

  #write(text: string): void {
    this.text += text;
    this.#column += text.length;
  }

  #breakLine(): void {
    this.text += `\n${"  ".repeat(this.#depth)}`;
    this.#column = this.#depth * 2;
  }

  /** The token after what it prints. */
  #printToken(index: number): number | undefined {
    switch (this.#kindAt(index)) {
      case "{":
        return this.#printOpening(index, "{", "}");
      case "[":
        return this.#printArray(index);
      case "}":
      case "]":
        this.#depth--;
        this.#breakLine();
        this.#write(this.#textAt(index));
        return index + 1;
      case ",":
        this.#write(",");
        this.#breakLine();
        return index + 1;
      case ":":
        this.#write(": ");
        return index + 1;
      case "-":
        this.#write("-");
        return index + 1;
      default:
        return this.#printScalar(index);
    }
  }

  #printScalar(index: number): number | undefined {
    const kind = this.#tokens.kinds[index];
    if (kind !== stringToken && kind !== numberToken && kind !== nameToken) return undefined;
    this.#write(this.#textAt(index));
    return index + 1;
  }

  /** Only what has lines of its own in the text is laid out. */
  #printOpening(index: number, open: string, close: string): number | undefined {
    if (this.#kindAt(index + 1) === close) {
      this.#write(open + close);
      return index + 2;
    }
    if (open === "{" && this.#tokens.breaks[index + 1] === 0) return undefined;
    this.#write(open);
    this.#depth++;
    this.#breakLine();
    return index + 1;
  }

  #printArray(index: number): number | undefined {
    let text = "[";
    let end = index + 1;
    for (; this.#kindAt(end) !== "]"; end++) {
      const kind = this.#kindAt(end);
      // Arrays of arrays and of numbers have rules of their own.
      if (kind === "[" || kind === "-" || this.#tokens.kinds[end] === numberToken) return undefined;
      if (kind === "{" || this.#tokens.kinds[end] === endToken) return this.#printOpening(index, "[", "]");
      text += kind === "," ? ", " : this.#textAt(end);
    }
    // The width of others follows from tables of Unicode.
    if (/[^ -~]/.test(text)) return undefined;
    const comma = this.#kindAt(end + 1) === "," ? 1 : 0;
    if (this.#column + text.length + 1 + comma > this.#printWidth) return this.#printOpening(index, "[", "]");
    this.#write(`${text}]`);
    return end + 1;
  }
}
