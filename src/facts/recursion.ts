import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { nodeOf } from "./conjuncts.js";
import { listSubschemas } from "./keyword-table.js";

/** A node whose subschemas are being visited. */
interface Visit {
  readonly id: NodeId;
  readonly subschemas: readonly NodeId[];
  next: number;
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
  /** The earliest node of its component that each is known to reach. */
  readonly #lowest = new Map<NodeId, number>();
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
    this.#lowest.set(id, index);
    this.#pending.push(id);
    this.#isPending.add(id);
    this.#visits.push({ id, subschemas: listSubschemas(nodeOf(this.#graph, id).schema), next: 0 });
  }

  #follow(from: Visit, to: NodeId): void {
    if (from.id === to) this.recursive.add(to);
    if (!this.#indexes.has(to)) this.#enter(to);
    else if (this.#isPending.has(to)) this.#reach(from.id, this.#indexes.get(to));
  }

  #leave({ id }: Visit): void {
    this.#visits.pop();
    const lowest = this.#lowest.get(id);
    const caller = this.#visits.at(-1);
    if (lowest === this.#indexes.get(id)) this.#closeComponent(id);
    else if (caller) this.#reach(caller.id, lowest);
  }

  #reach(id: NodeId, index = Infinity): void {
    this.#lowest.set(id, Math.min(this.#lowest.get(id) ?? Infinity, index));
  }

  /** The nodes met since the component's first are its members. */
  #closeComponent(first: NodeId): void {
    const members = this.#pending.splice(this.#pending.lastIndexOf(first));
    for (const id of members) {
      this.#isPending.delete(id);
      if (members.length > 1) this.recursive.add(id);
    }
  }
}
