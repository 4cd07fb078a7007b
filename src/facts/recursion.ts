import type { NodeId } from "../schema/schema-graph.js";
import type { NumberedNodes } from "./number-nodes.js";

/**
 * The nodes that reach themselves: the strongly connected components of more than one node, and nodes that hold themselves. By
 * Tarjan's algorithm, its calls on a stack of their own.
 * @see https://doi.org/10.1137/0201010
 */
export function findRecursive(nodes: NumberedNodes): ReadonlySet<NodeId> {
  const search = new Search(nodes);
  for (const node of nodes.ids.keys()) search.visit(node);
  return search.recursive;
}

class Search {
  readonly recursive = new Set<NodeId>();
  readonly #nodes: NumberedNodes;
  /** The nodes whose subschemas are being visited. */
  readonly #visits: number[] = [];
  /** By node: which of its subschemas is next. */
  readonly #next: Uint32Array;
  /** When each node was first met, from 1. */
  readonly #met: Uint32Array;
  /** The earliest node of its component that each is known to reach, by when it was met. */
  readonly #lowest: Uint32Array;
  /** Nodes whose component is not known yet, in the order in which they were met. */
  readonly #pending: number[] = [];
  readonly #isPending: Uint8Array;
  #count = 0;

  constructor(nodes: NumberedNodes) {
    const size = nodes.ids.length;
    this.#nodes = nodes;
    this.#next = new Uint32Array(size);
    this.#met = new Uint32Array(size);
    this.#lowest = new Uint32Array(size);
    this.#isPending = new Uint8Array(size);
  }

  visit(start: number): void {
    if (this.#metAt(start) === 0) this.#enter(start);
    for (let node = this.#visits.at(-1); node !== undefined; node = this.#visits.at(-1)) {
      const index = this.#next[node] ?? 0;
      this.#next[node] = index + 1;
      const below = this.#nodes.subschemas[node]?.[index];
      if (below === undefined) this.#leave(node);
      else this.#follow(node, below);
    }
  }

  #metAt(node: number): number {
    return this.#met[node] ?? 0;
  }

  #enter(node: number): void {
    this.#count++;
    this.#met[node] = this.#count;
    // A node that holds none is a component of its own.
    if (this.#nodes.subschemas[node]?.length === 0) return;
    this.#lowest[node] = this.#count;
    this.#pending.push(node);
    this.#isPending[node] = 1;
    this.#visits.push(node);
  }

  #follow(from: number, to: number): void {
    if (from === to) this.#add(to);
    if (this.#metAt(to) === 0) this.#enter(to);
    else if (this.#isPending[to] === 1) this.#lower(from, this.#metAt(to));
  }

  #lower(node: number, met: number): void {
    if (met < (this.#lowest[node] ?? 0)) this.#lowest[node] = met;
  }

  #leave(node: number): void {
    this.#visits.pop();
    const caller = this.#visits.at(-1);
    if (this.#lowest[node] === this.#met[node]) this.#closeComponent(node);
    else if (caller !== undefined) this.#lower(caller, this.#lowest[node] ?? 0);
  }

  /** The nodes met since the component's first are its members. */
  #closeComponent(first: number): void {
    let size = 0;
    for (let node = this.#pending.pop(); node !== undefined; node = this.#pending.pop()) {
      this.#isPending[node] = 0;
      if (++size > 1 || node !== first) this.#add(node);
      if (node === first) return;
    }
  }

  #add(node: number): void {
    this.recursive.add(this.#nodes.ids[node] ?? "");
  }
}
