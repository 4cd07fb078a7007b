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
  const stack = [...graph.nodes.keys()];
  for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
    // Circles have no height: ways end where they enter one.
    const below = recursive.has(id) ? [] : listSubschemas(nodeOf(graph, id).schema);
    if (!opened.has(id)) {
      opened.add(id);
      for (const child of below) if (!opened.has(child)) stack.push(child);
      continue;
    }
    stack.pop();
    const height = below.reduce((most, child) => Math.max(most, 1 + (heights.get(child) ?? 0)), 0);
    heights.set(id, height);
    if (height > callBudget) deep.add(id);
  }
  return deep;
}
