import type { PatternTree } from "./pattern-tree.js";

/** How many ways there are: none, one, or more. */
type Ways = 0 | 1 | 2;

/**
 * The automaton of a pattern whose states are the places in it that read a character (Glushkov's construction). An edge says in how
 * many ways one place can come right after another.
 */
export interface Automaton {
  /** The expression of the one character that each state reads. */
  readonly sources: readonly string[];
  /** For each state the states that can come next. */
  readonly next: readonly ReadonlyMap<number, Ways>[];
  /** The states in which the pattern can be at its end. */
  readonly final: ReadonlySet<number>;
}

type Condition = "start" | "end" | "condition";

/** Larger automata are not built. */
const limits = { states: 200, visits: 5_000 };
/** From here on a bounded repetition is as bad as one without bound. */
const manyTimes = 20;

/**
 * Builds the automaton of a tree, taking it that only the conditions in `holding` ever hold; undefined where it would be too large. States
 * have the same numbers whichever hold.
 */
export function buildAutomaton(tree: PatternTree, holding: readonly Condition[]): Automaton | undefined {
  const builder = new Builder(new Set(holding));
  const whole = builder.build(tree, false);
  if (builder.isTooLarge) return undefined;
  return { sources: builder.sources, next: builder.next, final: new Set(whole.last.keys()) };
}

/** A part of a pattern: the states that it may begin and end with, and the ways in which it reads nothing. */
interface Part {
  readonly first: ReadonlyMap<number, Ways>;
  readonly last: ReadonlyMap<number, Ways>;
  readonly empty: Ways;
}

const nothing: Part = { first: new Map(), last: new Map(), empty: 1 };
const impossible: Part = { ...nothing, empty: 0 };

class Builder {
  readonly sources: string[] = [];
  readonly next: Map<number, Ways>[] = [];
  readonly #holding: ReadonlySet<Condition>;
  #visits = 0;

  constructor(holding: ReadonlySet<Condition>) {
    this.#holding = holding;
  }

  get isTooLarge(): boolean {
    return this.sources.length > limits.states || this.#visits > limits.visits;
  }

  /** `isRepeated` says whether the part stands in a repetition, so that how often it is there itself matters. */
  build(tree: PatternTree, isRepeated: boolean): Part {
    this.#visits++;
    if (this.isTooLarge) return nothing;
    switch (tree.kind) {
      case "character":
        return this.#addState(tree.source);
      case "start":
      case "end":
      case "condition":
        return this.#holding.has(tree.kind) ? nothing : impossible;
      case "sequence":
        return tree.parts
          .map((part) => this.build(part, isRepeated))
          .reduce((left, right) => this.#join(left, right), nothing);
      case "choice":
        return tree.parts.map((part) => this.build(part, isRepeated)).reduce(unite, impossible);
      case "repetition":
        return this.#repeat(tree, isRepeated);
    }
  }

  #addState(source: string): Part {
    const state = this.sources.push(source) - 1;
    this.next.push(new Map());
    const only = new Map<number, Ways>([[state, 1]]);
    return { first: only, last: only, empty: 0 };
  }

  #repeat({ body, least, most }: PatternTree & { kind: "repetition" }, isRepeated: boolean): Part {
    if (most === 0) return nothing;
    const isLoop = most === Infinity || (most >= manyTimes && !(isRepeated && least === most));
    // Outside of a repetition copies loop no more than one does, and many that may be fewer are as one that loops.
    if (!isRepeated || (isLoop && most !== Infinity)) {
      const part = this.build(body, isRepeated || isLoop);
      return atLeast(isLoop ? this.#loop(part) : part, least);
    }
    return this.#copy(body, least, most);
  }

  /** As many copies as the repetition has within another, where their number decides what can follow what. */
  #copy(body: PatternTree, least: number, most: number): Part {
    const isEndless = most === Infinity;
    let rest = isEndless ? atLeast(this.#loop(this.build(body, true)), Math.min(least, 1)) : nothing;
    for (let count = isEndless ? Math.max(least, 1) : most; count > (isEndless ? 1 : 0); count--) {
      if (this.isTooLarge) return nothing;
      rest = atLeast(this.#join(this.build(body, true), rest), count > least ? 0 : 1);
    }
    return rest;
  }

  #loop(part: Part): Part {
    this.#link(part.last, part.first);
    return part;
  }

  #join(left: Part, right: Part): Part {
    this.#link(left.last, right.first);
    return {
      first: sum(left.first, right.first, left.empty),
      last: sum(right.last, left.last, right.empty),
      empty: times(left.empty, right.empty),
    };
  }

  #link(from: ReadonlyMap<number, Ways>, to: ReadonlyMap<number, Ways>): void {
    for (const [state, ways] of from) {
      const next = this.next[state];
      for (const [follower, count] of to) next?.set(follower, plus(next.get(follower), times(ways, count)));
    }
  }
}

/** A repetition of the part: where it may be left out there is one way to read nothing, since an empty turn is none. */
function atLeast(part: Part, least: number): Part {
  return least === 0 ? { ...part, empty: 1 } : part;
}

function unite(left: Part, right: Part): Part {
  return {
    first: sum(left.first, right.first, 1),
    last: sum(left.last, right.last, 1),
    empty: plus(left.empty, right.empty),
  };
}

/** The ways of `left`, and those of `right` as often as `factor` says. */
function sum(
  left: ReadonlyMap<number, Ways>,
  right: ReadonlyMap<number, Ways>,
  factor: Ways,
): ReadonlyMap<number, Ways> {
  if (factor === 0) return left;
  const all = new Map(left);
  for (const [state, ways] of right) all.set(state, plus(all.get(state), times(ways, factor)));
  return all;
}

function plus(left: Ways = 0, right: Ways = 0): Ways {
  return left + right > 1 ? 2 : left === 1 || right === 1 ? 1 : 0;
}

function times(left: Ways, right: Ways): Ways {
  return left === 0 ? 0 : left === 1 ? right : right === 0 ? 0 : 2;
}
