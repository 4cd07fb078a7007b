import { invariant } from "../invariant.js";
import { TokenRoom } from "../token-room.js";
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
  const room = new TokenRoom();
  return texts.map((text) => readDeclaration(text, room));
}

/** `room`: for the tokens, one for many declarations. */
export function readDeclaration(text: string, room?: TokenRoom): Declaration {
  const [, name] = declaring.exec(text) ?? [];
  invariant(name !== undefined, "a declaration has a name");
  return new ReadDeclaration(name, text, room);
}

/** Comments, modifiers, the keyword, and the name. */
const declaring =
  /^(?:\s|\/\*[^]*?\*\/|\/\/.*)*(?:(?:export|default|declare|abstract|async) )*(?:function|const enum|const|let|var|class|interface|type|enum) ([\p{ID_Continue}$\u200c\u200d]+)/u;

/** Knows what it refers to from when somebody asks: that takes the whole text apart. */
class ReadDeclaration implements Declaration {
  readonly name: string;
  readonly text: string;
  readonly #room: TokenRoom | undefined;
  #uses: ReadonlySet<string> | undefined;

  constructor(name: string, text: string, room: TokenRoom | undefined) {
    this.name = name;
    this.text = text;
    this.#room = room;
  }

  get uses(): ReadonlySet<string> {
    this.#uses ??= findReferences(tokenize(this.text, this.#room));
    return this.#uses;
  }
}
