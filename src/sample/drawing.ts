import type { Facts } from "../facts/facts.js";
import type { JsonValue } from "../json.js";
import type { Pointer } from "../pointer.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { Random } from "./random.js";

/** How much of what need not be there is. */
export type Fullness = "minimal" | "full" | "some";

/** Values nest no deeper than they must from this level on. */
const wantedDepth = 5;

/** A value that must nest deeper is taken for one that has no end. */
export const greatestDepth = 60;

/** A value that must have more parts is not made larger than it must be. */
const wantedSize = 400;

/** No value of a part was found; the pointer says of which, in the value. */
export class Unmakeable extends Error {
  override readonly name = "Unmakeable";
  readonly pointer: Pointer;

  constructor(pointer: Pointer, message: string) {
    super(message);
    this.pointer = pointer;
  }
}

/** One try to make a value. Choices at a place depend on the seed, the place, and how often it was tried, and on nothing else. */
export class Drawing {
  readonly graph: SchemaGraph;
  readonly facts: Facts;
  readonly fullness: Fullness;
  readonly #key: string;
  readonly #tries: ReadonlyMap<Pointer, number>;
  #size = 0;

  constructor(
    { graph, facts }: { readonly graph: SchemaGraph; readonly facts: Facts },
    options: {
      readonly key: string;
      readonly fullness: Fullness;
      readonly tries: ReadonlyMap<Pointer, number>;
    },
  ) {
    this.graph = graph;
    this.facts = facts;
    this.fullness = options.fullness;
    this.#key = options.key;
    this.#tries = options.tries;
  }

  /** The choices at a place of the value. */
  randomAt(pointer: Pointer): Random {
    this.#size += 1;
    return new Random(`${this.#key} ${this.#tries.get(pointer) ?? 0} ${pointer}`);
  }

  /** Whether it is time to come to an end: nothing is made that need not be. */
  isEnding(depth: number): boolean {
    return depth >= wantedDepth || this.#size > wantedSize;
  }
}

/** A part of a value: where it stands, and all nodes that it must meet. */
export interface Part {
  readonly nodes: readonly NodeId[];
  readonly pointer: Pointer;
  readonly depth: number;
}

/** Draws a value of a part; the kinds of values that hold others are given it. */
export type DrawPart = (drawing: Drawing, part: Part) => JsonValue;
