import { asIdentifier, spellOut, toPascalCase } from "../identifier.js";
import type { DeclarationId } from "../types/type-model.js";
import { lastResort } from "./candidates.js";
import type { BrandNames } from "./names.js";
import { globals } from "./reserved-words.js";
import type { Derived } from "./taken-names.js";

/** What the config and the manifest call the strings of a format by. */
export function brandId(format: string): DeclarationId {
  return `format:${format}`;
}

/** The names of strings of a format, best first: `DateTime`, but never what a global is called (`DateString`). */
export function brandCandidates(format: string): readonly string[] {
  const name = toPascalCase(format) || spellOut(format);
  return [
    ...(globals.has(name) ? [] : [name]),
    `${name}String`,
    lastResort(`${name}String`, brandId(format)),
  ];
}

export function deriveBrandNames(name: string): Derived<BrandNames> {
  const result = {
    type: asIdentifier(name),
    guard: `is${name.replace(/^./u, (first) => first.toUpperCase())}`,
  };
  return { names: Object.values(result), result };
}
