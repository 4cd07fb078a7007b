/**
 * The layouts of short texts that differ in names alone, such as the functions that each definition has: laid out once for each shape, and
 * filled with names from then on. Where a line breaks follows from how long a name is and whether it begins with a capital, and
 * from nothing else of it.
 */
export class LayoutShapes {
  readonly #layouts = new Map<string, readonly string[]>();

  /** The text in the layout of `layOut`, which says undefined of what it does not know. */
  layOut(text: string, layOut: (text: string) => string | undefined): string | undefined {
    return text.length > longest ? this.#layOutLong(text, layOut) : this.#layOutShort(text, layOut);
  }

  /** Constants stand together in one text, each in a line of its own, and one by one most are short. */
  #layOutLong(text: string, layOut: (text: string) => string | undefined): string | undefined {
    const parts = text.split(/(?<=;)\n(?=const )/);
    const laid = parts.length > 1 ? parts.map((part) => this.layOut(part, layOut)) : [];
    // What is no statement, since the line stands within one, is not known.
    return laid.length > 0 && laid.every((part) => part !== undefined) ? laid.join("\n") : layOut(text);
  }

  #layOutShort(text: string, layOut: (text: string) => string | undefined): string | undefined {
    const names = text.match(capitalized) ?? [];
    const shape = text.replace(capitalized, (name) => blank.slice(0, name.length));
    const known = this.#layouts.get(shape);
    if (known) return known.map((part, index) => part + (names[index] ?? "")).join("");
    const laid = layOut(text);
    if (laid === undefined) return undefined;
    // What reads otherwise than before, such as `1E5`, is no name.
    if (names.join() === (laid.match(capitalized) ?? []).join())
      this.#layouts.set(shape, laid.split(capitalized));
    return laid;
  }
}

/** In characters: few longer ones have the shape of another. */
const longest = 400;

/** A name from its first capital on: keywords have none. */
const capitalized = /[A-Z][\w$]*/g;

const blank = "A".repeat(longest);
