import type { Code } from "./code.js";
import { code, nameCode } from "./code.js";

/** The module-level constants of one file, such as patterns and the predicates of items. */
export class Constants {
  readonly #names = new Map<string, Code>();
  readonly #declarations: Code[] = [];
  readonly #taken: ReadonlySet<string>;
  readonly #own = new Set<string>();

  /** `taken`: names that are given already. */
  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  /** The name of the constant that holds `value`: `name`, or, where that is taken, `name2`. Equal values of one name share one. */
  hoist(name: string, value: Code, type?: Code): Code {
    const known = this.#names.get(`${name} = ${value}`);
    if (known !== undefined) return known;
    const constant = nameCode(this.claim(name));
    this.#names.set(`${name} = ${value}`, constant);
    this.#declarations.push(
      code`const ${constant}${type === undefined ? code`` : code`: ${type}`} = ${value};`,
    );
    return constant;
  }

  /** A name that nothing else has: `name`, or `name2`. */
  claim(name: string): string {
    let free = name;
    for (let count = 2; this.#taken.has(free) || this.#own.has(free); count++) free = `${name}${count}`;
    this.#own.add(free);
    return free;
  }

  /** Whether the name was given here, and so is no one's outside. */
  isOwn(name: string): boolean {
    return this.#own.has(name);
  }

  /** In the order in which they were asked for, so that each stands after what it uses. */
  get declarations(): readonly Code[] {
    return this.#declarations;
  }
}
