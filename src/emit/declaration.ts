import { invariant } from "../invariant.js";
import { tokenize } from "../tokens.js";
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
  const [, name] = declaring.exec(text) ?? [];
  invariant(name !== undefined, "a declaration has a name");
  return new ReadDeclaration(name, text);
}

/** Comments, modifiers, the keyword, and the name. */
const declaring =
  /^(?:\s|\/\*[^]*?\*\/|\/\/.*)*(?:(?:export|default|declare|abstract|async) )*(?:function|const enum|const|let|var|class|interface|type|enum) ([\p{ID_Continue}$\u200c\u200d]+)/u;

/** Knows what it refers to from when somebody asks: that takes the whole text apart. */
class ReadDeclaration implements Declaration {
  readonly name: string;
  readonly text: string;
  #uses: ReadonlySet<string> | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  get uses(): ReadonlySet<string> {
    this.#uses ??= findReferences(tokenize(this.text));
    return this.#uses;
  }
}
