import type { Pattern } from "../schema/schema-graph.js";

/**
 * The characters that the expressions in a pattern match, among samples: those of ASCII, some beyond, and all that the pattern itself
 * names. So two sets that are found to overlap do overlap.
 */
export class CharacterSets {
  /** Those that people read first. */
  readonly samples: readonly string[];
  readonly #flags: Pattern["flags"];
  readonly #sets = new Map<string, bigint>();

  constructor({ source, flags }: Pattern) {
    const named = [...source.matchAll(/\\u\{?([\dA-Fa-f]{4,6})\}?/g)].map(([, code]) =>
      parseInt(code ?? "", 16),
    );
    const written = named.filter((code) => code <= 0x10_ff_ff).map((code) => String.fromCodePoint(code));
    const all = [...Array.from(`${letters}${source}`), ...written, ...ascii, ...beyond];
    this.samples = [...new Set(all)].filter((character) => flags === "u" || character.length === 1);
    this.#flags = flags;
  }

  /** The characters that an expression matches, a bit for each sample. */
  of(expression: string): bigint {
    const known = this.#sets.get(expression);
    if (known !== undefined) return known;
    const compiled = new RegExp(`^(?:${expression})$`, this.#flags);
    const set = this.samples.reduce(
      (bits, character, index) => (compiled.test(character) ? bits | (1n << BigInt(index)) : bits),
      0n,
    );
    this.#sets.set(expression, set);
    return set;
  }

  has(expression: string | undefined, character: string): boolean {
    const index = this.samples.indexOf(character);
    return expression !== undefined && index !== -1 && ((this.of(expression) >> BigInt(index)) & 1n) === 1n;
  }

  /** The first sample in a set. */
  pick(set: bigint): string | undefined {
    return this.samples.find((_, index) => ((set >> BigInt(index)) & 1n) === 1n);
  }
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCodePoint(code));
const beyond = ["\u0085", "\u00a0", "é", "ß", "Ω", "я", "\u2028", "中", "\ufeff", "😀"];
