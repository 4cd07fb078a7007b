import type { Code } from "./code.js";
import { code, joinCode, nameCode } from "./code.js";

/** The module-level constants of one file, such as patterns; equal values share one. */
export class Constants {
  readonly #names = new Map<Code, Code>();
  readonly #taken = new Set<string>();

  /** The name of the constant that holds `value`: `name`, or, where that holds another, `name2`. */
  hoist(name: string, value: Code): Code {
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    let free = name;
    for (let count = 2; this.#taken.has(free); count++) free = `${name}${count}`;
    this.#taken.add(free);
    this.#names.set(value, nameCode(free));
    return nameCode(free);
  }

  /** The declarations as one block; none where there is no constant. */
  get declarations(): readonly Code[] {
    const lines = [...this.#names].map(([value, name]) => code`const ${name} = ${value};`);
    return lines.length > 0 ? [joinCode(lines, "\n")] : [];
  }
}
