import { invariant } from "../invariant.js";
import { tokenize } from "../tokens.js";
import { finishCode } from "./code.js";
import { readHead } from "./declaration-head.js";
import { findReferences } from "./references.js";

/** A top-level declaration as text, the name that it gives, and the names that it refers to, local ones among them. */
export interface Declaration {
  readonly name: string;
  readonly text: string;
  readonly uses: ReadonlySet<string>;
}

/** One declaration of ours, with its overloads and documentation: its code says what it refers to. */
export function declare(code: string): Declaration {
  const { text, uses } = finishCode(code);
  return { name: nameOf(text), text, uses };
}

/** Likewise what others have written, which is read to learn that. */
export function readDeclaration(text: string): Declaration {
  return new ReadDeclaration(text);
}

function nameOf(text: string): string {
  const head = readHead(text);
  invariant(head, "a declaration has a name");
  return head.name;
}

/** Knows what it refers to from when somebody asks: that takes the whole text apart. */
class ReadDeclaration implements Declaration {
  readonly name: string;
  readonly text: string;
  #uses: ReadonlySet<string> | undefined;

  constructor(text: string) {
    this.name = nameOf(text);
    this.text = text;
  }

  get uses(): ReadonlySet<string> {
    this.#uses ??= findReferences(tokenize(this.text));
    return this.#uses;
  }
}
