import { asIdentifier, isIdentifierName } from "../identifier.js";
import type { DeclarationNames, ReadingNames, Role } from "./names.js";
import { keywords, predefinedTypes, usedGlobals } from "./reserved-words.js";

/** What generated code declares beside the schema's own: the type of unknown tags. */
const ownDeclarations = ["UnknownTag"];

/** All names of something, and what is made of them. */
export interface Derived<T> {
  readonly names: readonly string[];
  readonly result: T;
}

/** The names that are gone. One set for types and values, since all of them are exports of one module. */
export class TakenNames {
  readonly #taken: Set<string>;

  /** `runtime`: every top-level name of the runtime's modules. */
  constructor(runtime: Iterable<string>) {
    this.#taken = new Set([...keywords, ...predefinedTypes, ...usedGlobals, ...ownDeclarations, ...runtime]);
  }

  /** Takes all the names that `derive` makes of the first candidate for which all are free; undefined where none is. */
  claim<T>(candidates: readonly string[], derive: (name: string) => Derived<T>): T | undefined {
    for (const candidate of candidates) {
      const { names, result } = derive(candidate);
      if (new Set(names).size < names.length || names.some((name) => this.#taken.has(name))) continue;
      for (const name of names) this.#taken.add(name);
      return result;
    }
    return undefined;
  }
}

/** Whether a type may be called so, if nothing else is. */
export function canNameType(text: string): boolean {
  return isIdentifierName(text) && !keywords.has(text) && !predefinedTypes.has(text);
}

/**
 * All names of a union whose tag stands outside the value. Its guard and its like take the tag first, and what takes the value alone
 * is called by its body.
 */
export function deriveBodyNames(name: string, role: Role): Derived<DeclarationNames> {
  const whole = deriveNames(name, role);
  const body = deriveNames(`${name}Body`, role);
  const functions = body.names.filter((each) => each !== body.result.type);
  return { names: [...whole.names, ...functions], result: { ...body.result, type: whole.result.type } };
}

/** The names of what makes other values of those of a declaration called `name`. */
export function deriveReadingNames(name: string): Derived<ReadingNames> {
  const ending = name.replace(/^./u, (first) => first.toUpperCase());
  const result = {
    filled: `Filled${ending}`,
    fill: `fill${ending}`,
    dated: asIdentifier(`${name}WithDates`),
    readDates: `read${ending}Dates`,
    coerce: `coerce${ending}`,
    loosen: `loosen${ending}`,
  };
  return { names: Object.values(result), result };
}

/** All names that a declaration called `name` has, by its role. */
export function deriveNames(name: string, role: Role): Derived<DeclarationNames> {
  // A type cannot start with a digit, what has a word before it can: `_404` has `is404`, also once it is published.
  const text = isIdentifierName(name.slice(1)) ? name : name.replace(/^_/, "");
  const type = asIdentifier(text);
  const ending = text.replace(/^./u, (first) => first.toUpperCase());
  const result: DeclarationNames = {
    role,
    type,
    guard: `is${ending}`,
    assert: `assert${ending}`,
    validate: `validate${ending}`,
    parse: `parse${ending}`,
    parseOrThrow: `parse${ending}OrThrow`,
    collect: `collect${ending}`,
  };
  const { assert, validate, parse, parseOrThrow } = result;
  const exported = role === "definition" ? [assert, validate, parse, parseOrThrow] : [];
  return { names: [type, result.guard, result.collect, ...exported], result };
}
