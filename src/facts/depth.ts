import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { nodeOf } from "./conjuncts.js";
import { listSubschemas } from "./keyword-table.js";

/** Schemas that lead from one to the next this far are decided by calls that a stack holds, whatever called the first. */
const callBudget = 100;

/** The nodes that reach themselves, and those from which some way leads on through more nodes than the budget. */
export function findDeep(graph: SchemaGraph, recursive: ReadonlySet<NodeId>): ReadonlySet<NodeId> {
  const deep = new Set(recursive);
  const heights = new Map<NodeId, number>();
  const opened = new Set<NodeId>();
  for (const start of graph.nodes.keys()) {
    if (opened.has(start)) continue;
    const stack = [open(graph, start, recursive)];
    opened.add(start);
    for (let visit = stack.at(-1); visit; visit = stack.at(-1)) {
      const next = visit.below[visit.next++];
      if (next !== undefined) {
        if (opened.has(next)) continue;
        opened.add(next);
        stack.push(open(graph, next, recursive));
        continue;
      }
      stack.pop();
      let height = 0;
      for (const child of visit.below) height = Math.max(height, 1 + (heights.get(child) ?? 0));
      heights.set(visit.id, height);
      if (height > callBudget) deep.add(visit.id);
    }
  }
  return deep;
}

interface Visit {
  readonly id: NodeId;
  readonly below: readonly NodeId[];
  next: number;
}

function open(graph: SchemaGraph, id: NodeId, recursive: ReadonlySet<NodeId>): Visit {
  // Circles have no height: ways end where they enter one.
  return { id, below: recursive.has(id) ? [] : listSubschemas(nodeOf(graph, id).schema), next: 0 };
}
