/**
 * Random choices that depend on a text alone, and are the same on every machine: 32-bit integers and no more. What is drawn for one
 * place of a value does not change what is drawn for another.
 */
export class Random {
  #state: number;

  constructor(key: string) {
    this.#state = hash(key);
  }

  /** An integer from 0 up to, but without, `limit`. */
  below(limit: number): number {
    return limit <= 1 ? 0 : Math.floor((this.#next() / 0x1_0000_0000) * limit);
  }

  /** An integer of a range, its ends among them. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** Whether something that happens so many times in a hundred does. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
    }
    return shuffled;
  }

  /** The generator that is known as mulberry32. */
  #next(): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

/** @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv#section-2 */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return value | 0;
}
