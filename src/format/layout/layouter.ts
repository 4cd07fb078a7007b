import type { Deferred, Document } from "./document.js";
import type { LayoutOptions } from "./options.js";
import type { Source } from "./source.js";
import type { Node } from "./syntax.js";

/** Where a node stands, as far as its layout depends on that. */
export type Place =
  | "any"
  /** The right side of an assignment, a variable, or a property, as what is written there. */
  | "assigned"
  | "variable"
  /** The right side of an assignment to a property. */
  | "stored"
  | "brokenAlias"
  | "element"
  | "elementOfMany"
  | "lastArgument"
  | "firstArgument"
  | "returned"
  | "arrowBody"
  | "loop"
  | "object"
  | "unary"
  | "callee"
  | "composed"
  | "logicalOperand"
  | "arithmeticOperand"
  | "conditionalTest"
  | "branch"
  | "branchInCall"
  | "argument"
  | "statement";

/** Makes the document of a node. */
export type Expand = (layouter: Layouter, node: Node, place: Place) => Document;

/** What documents are made from. */
export class Layouter {
  readonly source: Source;
  readonly options: LayoutOptions;
  readonly #expand: Expand;

  constructor(source: Source, expand: Expand) {
    this.source = source;
    this.options = source.options;
    this.#expand = expand;
  }

  /** The document of a node, made when it is needed. */
  lay(node: Node, place: Place = "any"): Document {
    return node.kind === "atom" && !node.hasParentheses
      ? this.print(node)
      : new NodeDocument(this, node, place);
  }

  expand(node: Node, place: Place): Document {
    if (!node.hasParentheses) return this.#expand(this, node, place);
    return ["(", this.#expand(this, { ...node, first: node.first + 1, last: node.last - 1 }, place), ")"];
  }

  print({ first, last }: Node): string {
    return this.source.print(first, last);
  }

  isForced({ first, last }: Node): boolean {
    return this.source.isForced(first, last);
  }
}

class NodeDocument implements Deferred {
  readonly kind = "deferred";
  readonly width: number;
  readonly #layouter: Layouter;
  readonly #node: Node;
  readonly #place: Place;
  #document: Document | undefined;

  constructor(layouter: Layouter, node: Node, place: Place) {
    this.#layouter = layouter;
    this.#node = node;
    this.#place = place;
    this.width = layouter.isForced(node) ? Infinity : layouter.source.width(node.first, node.last);
  }

  print(): string {
    return this.#layouter.print(this.#node);
  }

  expand(): Document {
    return (this.#document ??= this.#layouter.expand(this.#node, this.#place));
  }
}

/** Whether a document may be broken anywhere. */
export function canBreak(document: Document): boolean {
  const waiting: Document[] = [document];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") continue;
    if (Array.isArray(next)) for (const each of next as readonly Document[]) waiting.push(each);
    else {
      const part = next as Exclude<Document, string | readonly Document[]>;
      if (part.kind === "line") return true;
      if (part.kind === "deferred") waiting.push(part.expand());
      else if (part.kind === "ifBroken") waiting.push(part.broken, part.flat);
      else if (part.kind === "fill") waiting.push([...part.parts]);
      else if (part.kind !== "suffix") waiting.push(part.contents);
    }
  }
  return false;
}

export function trailingComma(options: LayoutOptions, least: "all" | "es5" = "es5"): boolean {
  return options.trailingComma === "all" || (options.trailingComma === "es5" && least === "es5");
}
