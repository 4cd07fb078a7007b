import type { CharacterSets } from "./character-sets.js";
import type { Automaton } from "./pattern-automaton.js";

/** A text, by its characters, that leads from a state to the same state in two ways. */
export interface Ambiguity {
  readonly state: number;
  readonly repeated: readonly string[];
}

/** So many pairs of edges are followed in one automaton at most. */
const mostSteps = 200_000;

/** For each set of states that all reach each other, a text that goes round in it in two ways, if there is one. */
export function findAmbiguities(automaton: Automaton, characters: CharacterSets): Ambiguity[] {
  const search = new Search(automaton, characters);
  return search.components().flatMap((component) => {
    const found = search.findDoubleEdge(component) ?? search.findDoublePath(component);
    return found ? [found] : [];
  });
}

/** Two states that one text leads to, and how they were come to or how they go on. */
interface Pair {
  readonly left: number;
  readonly right: number;
  /** The next pair on the way to where the search began. */
  readonly link: Pair | undefined;
}

class Search {
  readonly #next: readonly (readonly number[])[];
  readonly #previous: readonly (readonly number[])[];
  readonly #sets: readonly bigint[];
  readonly #automaton: Automaton;
  readonly #characters: CharacterSets;
  #steps = 0;

  constructor(automaton: Automaton, characters: CharacterSets) {
    this.#automaton = automaton;
    this.#characters = characters;
    this.#sets = automaton.sources.map((source) => characters.of(source));
    const next = automaton.next.map((edges) => [...edges.keys()].filter((state) => this.#sets[state] !== 0n));
    const previous = next.map((): number[] => []);
    for (const [state, followers] of next.entries())
      for (const follower of followers) previous[follower]?.push(state);
    this.#next = next;
    this.#previous = previous;
  }

  components(): ReadonlySet<number>[] {
    const seen = new Set<number>();
    const found: ReadonlySet<number>[] = [];
    for (const state of this.#next.keys()) {
      if (seen.has(state)) continue;
      const behind = reach(state, this.#previous);
      const component = new Set([...reach(state, this.#next)].filter((each) => behind.has(each)));
      for (const each of component) seen.add(each);
      if (component.size > 0) found.push(component);
    }
    return found;
  }

  /** An edge that can be taken in two ways. */
  findDoubleEdge(component: ReadonlySet<number>): Ambiguity | undefined {
    for (const state of component) {
      for (const follower of this.#next[state] ?? []) {
        if (!component.has(follower) || this.#automaton.next[state]?.get(follower) !== 2) continue;
        return this.#describe([follower, ...this.#findPath(follower, state)], [], state);
      }
    }
    return undefined;
  }

  /** Two paths from one state to one state by the same text: a pair of two states that is come to from equals, and leads to equals. */
  findDoublePath(component: ReadonlySet<number>): Ambiguity | undefined {
    const equals = [...component].map((state): Pair => ({ left: state, right: state, link: undefined }));
    const forth = this.#explore(equals, component, this.#next);
    const back = forth && this.#explore(equals, component, this.#previous);
    if (!forth || !back) return undefined;
    for (const [key, pair] of forth) {
      const way = back.get(key);
      if (pair.left === pair.right || !way) continue;
      const coming = chainOf(pair).reverse();
      const going = chainOf(way).slice(1);
      const [start] = coming;
      const end = going.at(-1);
      if (!start || !end) continue;
      const pairs = [...coming.slice(1), ...going];
      return this.#describe(
        [...pairs.map(({ left }) => left), ...this.#findPath(end.left, start.left)],
        pairs.map(({ right }) => right),
        start.left,
      );
    }
    return undefined;
  }

  /** All pairs within the component that can be come to from `starts`; undefined where there are too many. */
  #explore(
    starts: readonly Pair[],
    component: ReadonlySet<number>,
    edges: readonly (readonly number[])[],
  ): Map<string, Pair> | undefined {
    const found = new Map(starts.map((pair) => [keyOf(pair), pair]));
    for (const pair of found.values()) {
      for (const left of edges[pair.left] ?? []) {
        for (const right of edges[pair.right] ?? []) {
          if (++this.#steps > mostSteps) return undefined;
          const reached = left <= right ? { left, right } : { left: right, right: left };
          if (!component.has(left) || !component.has(right) || found.has(keyOf(reached))) continue;
          if (this.#common(left, right) !== 0n) found.set(keyOf(reached), { ...reached, link: pair });
        }
      }
    }
    return found;
  }

  /** The states that are come to on a shortest way, the last of them `to`; none where that is `from`. */
  #findPath(from: number, to: number): number[] {
    const links = new Map<number, number | undefined>([[from, undefined]]);
    for (const state of links.keys()) {
      for (const follower of this.#next[state] ?? []) if (!links.has(follower)) links.set(follower, state);
    }
    const path: number[] = [];
    for (let state = to; state !== from;) {
      path.unshift(state);
      const link = links.get(state);
      if (link === undefined) break;
      state = link;
    }
    return path;
  }

  /** The text that is read on the way through `states`, and likewise through `others`. */
  #describe(states: readonly number[], others: readonly number[], state: number): Ambiguity {
    const repeated = states.map(
      (each, index) => this.#characters.pick(this.#common(each, others[index] ?? each)) ?? "",
    );
    return { state, repeated };
  }

  #common(left: number, right: number): bigint {
    return (this.#sets[left] ?? 0n) & (this.#sets[right] ?? 0n);
  }
}

function keyOf({ left, right }: Pick<Pair, "left" | "right">): string {
  return `${left} ${right}`;
}

/** The pair, and those that it links to. */
function chainOf(pair: Pair): Pair[] {
  const chain: Pair[] = [];
  for (let each: Pair | undefined = pair; each; each = each.link) chain.push(each);
  return chain;
}

/** The states that one step or more lead to. */
function reach(start: number, edges: readonly (readonly number[])[]): Set<number> {
  const found = new Set(edges[start]);
  for (const state of found) for (const follower of edges[state] ?? []) found.add(follower);
  return found;
}
