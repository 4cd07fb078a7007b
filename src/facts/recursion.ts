import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { nodeOf } from "./conjuncts.js";
import { listSubschemas } from "./keyword-table.js";

/** A node whose subschemas are being visited. */
interface Visit {
  readonly id: NodeId;
  readonly subschemas: readonly NodeId[];
  next: number;
  /** When it was first met. */
  readonly index: number;
  /** The earliest node of its component that it is known to reach. */
  lowest: number;
}

/**
 * The nodes that reach themselves: the strongly connected components of more than one node, and nodes that hold themselves. By
 * Tarjan's algorithm, its calls on a stack of their own.
 * @see https://doi.org/10.1137/0201010
 */
export function findRecursive(graph: SchemaGraph): ReadonlySet<NodeId> {
  const search = new Search(graph);
  for (const id of graph.nodes.keys()) search.visit(id);
  return search.recursive;
}

class Search {
  readonly recursive = new Set<NodeId>();
  readonly #graph: SchemaGraph;
  readonly #visits: Visit[] = [];
  /** When each node was first met. */
  readonly #indexes = new Map<NodeId, number>();
  /** Nodes whose component is not known yet, in the order in which they were met. */
  readonly #pending: NodeId[] = [];
  readonly #isPending = new Set<NodeId>();

  constructor(graph: SchemaGraph) {
    this.#graph = graph;
  }

  visit(start: NodeId): void {
    if (!this.#indexes.has(start)) this.#enter(start);
    for (let visit = this.#visits.at(-1); visit; visit = this.#visits.at(-1)) {
      const id = visit.subschemas[visit.next++];
      if (id === undefined) this.#leave(visit);
      else this.#follow(visit, id);
    }
  }

  #enter(id: NodeId): void {
    const index = this.#indexes.size;
    this.#indexes.set(id, index);
    this.#pending.push(id);
    this.#isPending.add(id);
    const subschemas = listSubschemas(nodeOf(this.#graph, id).schema);
    this.#visits.push({ id, subschemas, next: 0, index, lowest: index });
  }

  #follow(from: Visit, to: NodeId): void {
    if (from.id === to) this.recursive.add(to);
    const index = this.#indexes.get(to);
    if (index === undefined) this.#enter(to);
    else if (index < from.lowest && this.#isPending.has(to)) from.lowest = index;
  }

  #leave({ id, index, lowest }: Visit): void {
    this.#visits.pop();
    const caller = this.#visits.at(-1);
    if (lowest === index) this.#closeComponent(id);
    else if (caller) caller.lowest = Math.min(caller.lowest, lowest);
  }

  /** The nodes met since the component's first are its members. */
  #closeComponent(first: NodeId): void {
    let size = 0;
    for (let id = this.#pending.pop(); id !== undefined; id = this.#pending.pop()) {
      this.#isPending.delete(id);
      if (++size > 1 || id !== first) this.recursive.add(id);
      if (id === first) return;
    }
  }
}
