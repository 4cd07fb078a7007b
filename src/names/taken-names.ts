import { asIdentifier } from "../identifier.js";
import type { DeclarationNames, Role } from "./names.js";

/**
 * Globals and library types that generated code uses, and words that TypeScript keeps: a declaration of such a name would
 * shadow them.
 */
const reserved = [
  "Array",
  "BigInt",
  "Boolean",
  "Error",
  "Exclude",
  "Extract",
  "Function",
  "Infinity",
  "JSON",
  "Map",
  "Math",
  "NaN",
  "Number",
  "Object",
  "Partial",
  "Promise",
  "Readonly",
  "ReadonlyMap",
  "ReadonlyArray",
  "ReadonlySet",
  "Record",
  "RegExp",
  "Set",
  "String",
  "Symbol",
  "SyntaxError",
  "UnknownTag",
  "WeakMap",
  "WeakSet",
] as const;

/** The names that are gone. One set for types and values, since all of them are exports of one module. */
export class TakenNames {
  readonly #taken: Set<string>;

  /** `runtime`: every top-level name of the runtime's modules. */
  constructor(runtime: Iterable<string>) {
    this.#taken = new Set([...reserved, ...runtime]);
  }

  /** Takes all the names that `derive` makes of the first candidate for which all are free; undefined where none is. */
  claim<T>(
    candidates: readonly string[],
    derive: (name: string) => { names: readonly string[]; result: T },
  ): T | undefined {
    for (const candidate of candidates) {
      const { names, result } = derive(candidate);
      if (new Set(names).size < names.length || names.some((name) => this.#taken.has(name))) continue;
      for (const name of names) this.#taken.add(name);
      return result;
    }
    return undefined;
  }
}

/** All names that a declaration called `text` has, by its role. */
export function deriveNames(
  text: string,
  role: Role,
): { names: readonly string[]; result: DeclarationNames } {
  const type = asIdentifier(text);
  const result: DeclarationNames = {
    role,
    type,
    guard: `is${text}`,
    assert: `assert${text}`,
    validate: `validate${text}`,
    parse: `parse${text}`,
    parseOrThrow: `parse${text}OrThrow`,
    collect: `collect${text}`,
  };
  const { assert, validate, parse, parseOrThrow } = result;
  const exported = role === "definition" ? [assert, validate, parse, parseOrThrow] : [];
  return { names: [type, result.guard, result.collect, ...exported], result };
}
