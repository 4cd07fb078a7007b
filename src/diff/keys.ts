import type { Left } from "./premise.js";

/** Short names of sets of values: two have the same where they are said in the same words, in whatever order. */
export class Keys {
  readonly #numbers = new Map<string, number>();
  /** Lists go from set to set as they are: those of branches that a value is not valid by are long. */
  readonly #lists = new WeakMap<readonly string[], string>();

  of({ nodes, nots, types, present, decided }: Left): string {
    const lists = [nodes, nots, present, decided].map((each) => this.#listKeyOf(each));
    return `${types};${lists.join(";")}`;
  }

  /** The number of a node, or of a name. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }

  #listKeyOf(names: readonly string[]): string {
    if (names.length === 0) return "";
    const known = this.#lists.get(names);
    if (known !== undefined) return known;
    const numbers = new Set(names.map((name) => this.numberOf(name)));
    const key = [...numbers].sort((one, other) => one - other).join();
    this.#lists.set(names, key);
    return key;
  }
}
