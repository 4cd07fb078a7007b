import { invariant } from "../invariant.js";
import type { Tokens } from "../tokens.js";
import { nameToken, tokenize } from "../tokens.js";
import { findReferences } from "./references.js";

/** A top-level declaration as text, the name that it gives, and the names that it refers to, local ones among them. */
export interface Declaration {
  readonly name: string;
  readonly text: string;
  readonly uses: ReadonlySet<string>;
}

/** Reads what each text declares: one declaration, with its overloads and documentation. */
export function readDeclarations(texts: readonly string[]): Declaration[] {
  return texts.map(readDeclaration);
}

export function readDeclaration(text: string): Declaration {
  const tokens = tokenize(text);
  return { name: findName(tokens), text, uses: findReferences(tokens) };
}

/** What stands before the name that a declaration gives. */
const declaring = new Set(
  "abstract async class const declare default enum export function interface let type var".split(" "),
);

function findName({ text, count, kinds, starts, ends }: Tokens): string {
  for (let index = 0; index < count; index++) {
    const word = kinds[index] === nameToken ? text.slice(starts[index], ends[index]) : "";
    if (word !== "" && !declaring.has(word)) return word;
  }
  invariant(false, "a declaration has a name");
}
