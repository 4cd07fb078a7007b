import type { Tokens } from "../tokens.js";
import {
  blockComment,
  endToken,
  kindOf,
  lineComment,
  nameToken,
  numberToken,
  stringToken,
  templateHead,
  templateTail,
  templateToken,
} from "../tokens.js";

/** `keyword`: refers to nothing; `type`: only where it is called; `prefix`: not where what it is about follows. */
type Role = "keyword" | "type" | "prefix";

const roles: ReadonlyMap<string, Role> = new Map([
  ...listWords(
    "keyword",
    "break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield",
  ),
  ...listWords("type", "any bigint boolean never number object string symbol undefined unknown"),
  ...listWords(
    "prefix",
    "abstract as asserts async await declare get infer is keyof of override readonly satisfies set type unique",
  ),
]);

/** After these a name is declared. */
const declaring = new Set("class const enum function infer interface let type var".split(" "));

/** What may stand before the name of a member. */
const modifiers = new Set(
  "abstract async declare get override private protected public readonly set static".split(" "),
);

/** After these, a name before a colon is an operand: `a ? typeof b : c`. */
const operators = new Set(
  "as await case extends in instanceof is keyof new satisfies typeof void".split(" "),
);

const mark = {
  dot: kindOf("."),
  optionalDot: kindOf("?."),
  comma: kindOf(","),
  semicolon: kindOf(";"),
  colon: kindOf(":"),
  question: kindOf("?"),
  equals: kindOf("="),
  greater: kindOf(">"),
  less: kindOf("<"),
  openParen: kindOf("("),
  closeParen: kindOf(")"),
  openBracket: kindOf("["),
  closeBracket: kindOf("]"),
  openBrace: kindOf("{"),
  closeBrace: kindOf("}"),
};

/** Before a brace that holds members, of a value or of a type. */
const beforeMembers = new Set("( , = : [ ? & | < ... ?? || &&".split(" ").map(kindOf));

/** Before a name that, before a colon, is a key or a parameter. */
const beforeKeys = new Set(
  "{ } ( [ , ; ... ) ]".split(" ").map(kindOf).concat(stringToken, numberToken, templateToken, templateTail),
);

/** Before the name of a member, where members are. */
const beforeNames = new Set("{ } , ;".split(" ").map(kindOf));

/** The names that code refers to, local ones among them: no names of properties, and none that comments or texts say. */
export function findReferences(tokens: Tokens): ReadonlySet<string> {
  return new References(tokens).find();
}

class References {
  readonly #tokens: Tokens;
  readonly #found = new Set<string>();
  /** For each bracket that is open, whether it holds members. */
  readonly #open: boolean[] = [];
  /** The last token that is no comment, and the word that it is. */
  #before = endToken;
  #wordBefore = "";
  /** Whether the next brace is the body of a class, an interface or an enum. */
  #awaitsBody = false;
  /** How many brackets are open around a `case` whose colon is to come. */
  #caseDepth = -1;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  find(): ReadonlySet<string> {
    const { kinds, count } = this.#tokens;
    for (let index = 0; index < count; index++) {
      const kind = kinds[index] ?? endToken;
      if (kind === nameToken) this.#readWord(index);
      else if (kind !== lineComment && kind !== blockComment) this.#readMark(kind);
    }
    return this.#found;
  }

  #readMark(kind: number): void {
    if (kind === mark.openBrace) this.#open.push(this.#holdsMembers());
    else if (kind === mark.openParen || kind === mark.openBracket || kind === templateHead) {
      this.#open.push(false);
    } else if (
      kind === mark.closeBrace ||
      kind === mark.closeParen ||
      kind === mark.closeBracket ||
      kind === templateTail
    ) {
      this.#open.pop();
    }
    // What stands after a `case` is a block.
    const isCase = kind === mark.colon && this.#caseDepth === this.#open.length;
    if (isCase) this.#caseDepth = -1;
    this.#before = isCase ? mark.semicolon : kind;
  }

  #holdsMembers(): boolean {
    const isBody = this.#awaitsBody;
    this.#awaitsBody = false;
    if (isBody) return true;
    return this.#before === nameToken ? this.#wordBefore === "return" : beforeMembers.has(this.#before);
  }

  #readWord(index: number): void {
    const { text, starts, ends } = this.#tokens;
    const word = text.slice(starts[index], ends[index]);
    const role = roles.get(word);
    const next = this.#skipComments(index + 1);
    const after = this.#tokens.kinds[next] ?? endToken;
    if (role === "keyword") this.#readKeyword(word, after);
    else if (this.#isReference(index, word, role, next)) this.#found.add(word);
    if (this.#isMember() && after === nameToken && modifiers.has(word)) return;
    this.#before = nameToken;
    this.#wordBefore = word;
  }

  #readKeyword(word: string, after: number): void {
    if (after === nameToken && (word === "interface" || word === "class" || word === "enum")) {
      this.#awaitsBody = true;
    }
    if ((word === "case" || word === "default") && this.#open.at(-1) !== true) {
      this.#caseDepth = this.#open.length;
    }
  }

  #isReference(index: number, word: string, role: Role | undefined, next: number): boolean {
    const before = this.#before;
    const after = this.#tokens.kinds[next] ?? endToken;
    if (before === mark.dot || before === mark.optionalDot || word.startsWith("#")) return false;
    if (role === "type" && after !== mark.openParen) return false;
    if (role === "prefix" && isOperand(after)) return false;
    if (before === nameToken && declaring.has(this.#wordBefore)) return false;
    if (after === mark.colon) return this.#isOperand(index);
    if (after === mark.question) {
      return this.#tokens.kinds[this.#skipComments(next + 1)] !== mark.colon;
    }
    if (!this.#isMember()) return true;
    // After a comma it may be an argument of a type.
    if (after === mark.less) return before === mark.comma;
    return after !== mark.openParen && after !== mark.equals;
  }

  /** Whether a name begins a member where it stands. */
  #isMember(): boolean {
    return this.#open.at(-1) === true && beforeNames.has(this.#before);
  }

  /** Whether a name before a colon is what a condition chooses, and no key. */
  #isOperand(index: number): boolean {
    if (this.#before === nameToken) return operators.has(this.#wordBefore);
    if (this.#before === mark.greater) return this.#tokens.breaks[index] === 0;
    return !beforeKeys.has(this.#before);
  }

  #skipComments(index: number): number {
    const { kinds } = this.#tokens;
    let next = index;
    while (kinds[next] === lineComment || kinds[next] === blockComment) next++;
    return next;
  }
}

/** Whether a token begins what a prefix is about. */
function isOperand(kind: number): boolean {
  return (
    kind === nameToken ||
    kind === stringToken ||
    kind === templateToken ||
    kind === templateHead ||
    kind === mark.openBracket ||
    kind === mark.openBrace
  );
}

function listWords(role: Role, words: string): [string, Role][] {
  return words.split(" ").map((word) => [word, role]);
}
