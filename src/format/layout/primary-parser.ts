import {
  nameToken,
  stringToken,
  numberToken,
  regexToken,
  templateHead,
  templateMiddle,
  templateToken,
} from "../../tokens.js";
import { isComposition, isHookCall } from "./call-arguments.js";
import { MemberParser } from "./member-parser.js";
import { needsParentheses, type Role } from "./operators.js";
import { listWords, mark } from "./reader.js";
import type { Atom, Call, Expression, Spread } from "./syntax.js";

const primaryWords = listWords("new", "function", "async", "class", "yield", "import");

/** Reads what expressions consist of. */
export abstract class PrimaryParser extends MemberParser {
  /** An expression without a decision on the parentheses around it. */
  protected abstract readBare(): Expression;

  /** Keeps or drops parentheses; adds them where they are missing. */
  protected settle(node: Expression, role: Role, operator = ""): Expression {
    const { wrapped } = node;
    if (!wrapped && node.kind === "atom") return node;
    const isNeeded = needsParentheses(node, role, operator);
    node.wrapped = undefined;
    if (!wrapped) {
      if (isNeeded) this.wrap(node.first, node.last);
      return node;
    }
    this.dropParentheses(wrapped, isNeeded);
    if (!isNeeded) return node;
    return { ...node, first: wrapped.open, last: wrapped.close, hasParentheses: true };
  }

  protected readProperty(object: Expression, isOptional: boolean): Expression {
    if (object.kind === "atom" && object.is === "number") this.fail();
    const property = this.#readAtom("name");
    return {
      kind: "access",
      first: object.first,
      last: property.last,
      object,
      isOptional,
      property,
      isComputed: false,
    };
  }

  protected markArguments(call: Call, open: number): void {
    if (call.args.length < 2) return;
    if (isHookCall(call, this.source)) this.fail();
    if (isComposition(call.args)) this.force(open);
  }

  protected readArguments(open: number): { args: Expression[]; last: number } {
    const args: Expression[] = [];
    while (this.kind !== mark.closeParen) {
      if (args.length > 0) this.spaced();
      args.push(this.#readArgument());
      if (this.kind === mark.comma && this.kindAt(this.at + 1) === mark.closeParen) this.drop(mark.comma);
      else if (this.kind !== mark.closeParen) this.expect(mark.comma);
      if (this.kind !== mark.closeParen && this.source.tokens.breaks[this.at] === 2) this.force(open);
    }
    return { args, last: this.take() };
  }

  /** An argument or an element. */
  #readArgument(): Expression {
    if (this.kind !== mark.spread) return this.readExpression();
    return this.readSpread();
  }

  protected override readSpread(): Spread {
    const first = this.take();
    const argument = this.nest(() => this.settle(this.readBare(), "spread"));
    return { kind: "spread", first, last: argument.last, argument };
  }

  /** A name or a literal that nothing belongs to. */
  protected readAlone(): Atom | undefined {
    if (!this.standsAlone()) return undefined;
    if (this.kind === stringToken) return this.#readAtom("string");
    if (this.kind === numberToken) return this.#readNumber();
    return this.kind === nameToken && !this.isWord("yield") ? this.#readAtom("name") : undefined;
  }

  protected readPrimary(): Expression {
    switch (this.kind) {
      case nameToken:
        return this.#readWord();
      case stringToken:
        return this.#readAtom("string");
      case numberToken:
        return this.#readNumber();
      case regexToken:
        return this.#readRegex();
      case templateToken:
      case templateHead:
        return this.#readTemplate();
      case mark.openParen:
        return this.#readWrapped();
      case mark.openBracket:
        return this.#readArray();
      case mark.openBrace:
        return this.readObject();
      default:
        return this.fail();
    }
  }

  #readAtom(is: Atom["is"]): Atom {
    if (is === "name" && this.kind !== nameToken) this.fail();
    const token = this.take();
    return { kind: "atom", first: token, last: token, is };
  }

  #readNumber(): Atom {
    this.normalizeNumber();
    return this.#readAtom("number");
  }

  #readRegex(): Atom {
    const text = this.source.writtenAt(this.at);
    const flags = text.slice(text.lastIndexOf("/") + 1);
    if (flags.split("").sort().join("") !== flags) this.fail();
    return this.#readAtom("regex");
  }

  #readWord(): Expression {
    if (!this.isAmong(primaryWords)) return this.#readAtom("name");
    if (this.isWord("new")) return this.#readNew();
    if (this.isWord("function")) return this.readFunctionExpression();
    if (this.isWord("async") && this.isWord("function", this.at + 1)) return this.readFunctionExpression();
    if (this.isWord("class") || this.isWord("yield") || this.isWord("import")) this.fail();
    return this.#readAtom("name");
  }

  #readNew(): Call {
    const first = this.take();
    let callee: Expression = this.spaced().readPrimary();
    while (this.kind === mark.dot) {
      this.take();
      callee = this.readProperty(this.settle(callee, "object"), false);
    }
    callee = this.settle(callee, "constructor");
    const typeArgs = this.isGlued(this.at) ? this.readTypeArguments() : [];
    const open = this.expect(mark.openParen);
    const { args, last } = this.readArguments(open);
    const call: Call = {
      kind: "call",
      first,
      last,
      callee,
      isOptional: false,
      isNew: true,
      typeArgs,
      args,
      open,
    };
    this.markArguments(call, open);
    return call;
  }

  #readTemplate(): Atom {
    const first = this.at;
    const holes: Expression[] = [];
    let isWhole = this.kind === templateToken;
    if (this.source.writtenAt(this.take()).includes("\n")) this.fail();
    while (!isWhole) {
      const start = this.at;
      holes.push(this.readExpression());
      for (let token = start; token < this.at; token++) if (this.source.forced[token] === 1) this.fail();
      isWhole = this.kind !== templateMiddle;
      const part = this.source.writtenAt(this.at);
      if (!part.startsWith("}") || part.length < 2 || part.includes("\n") || this.hasBreak(start))
        this.fail();
      this.take();
    }
    return { kind: "atom", first, last: this.at - 1, is: "template", holes };
  }

  #readWrapped(): Expression {
    const open = this.take();
    const node = this.nest(() => this.readBare());
    const close = this.expect(mark.closeParen);
    if (node.hasParentheses) this.fail();
    node.wrapped = { open, close, depth: (node.wrapped?.depth ?? 0) + 1 };
    return node;
  }

  #readArray(): Expression {
    const first = this.take();
    const elements: Expression[] = [];
    const { ending, items } = this.readItems(mark.closeBracket, () => {
      const element = this.nest(() => this.#readArgument());
      elements.push(element);
      return element;
    });
    const isBroken = elements.length > 1 && areRows(elements);
    if (isBroken) this.force(first);
    return { kind: "array", first, last: this.take(), elements: items, ending, isBroken };
  }
}

/** Objects or arrays of two members and more each are set below each other. */
function areRows(elements: readonly Expression[]): boolean {
  const [first] = elements;
  return elements.every((each) => {
    if (each.kind === "array") return first?.kind === "array" && each.elements.length > 1;
    return each.kind === "object" && first?.kind === "object" && each.properties.length > 1;
  });
}
