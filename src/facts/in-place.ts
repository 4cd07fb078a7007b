import { invariant } from "../invariant.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { listInPlace } from "./keyword-table.js";

export interface InPlaceOrder {
  /** Every node after all that applies in place of it, so that one pass proves what goes upward. */
  readonly order: readonly NodeId[];
  /** The nodes that lead back to one that holds them, and so never end: one for each circle, in the order of the graph. */
  readonly cycles: readonly NodeId[];
}

/** Orders the graph by its in-place edges, without recursion. */
export function orderInPlace(graph: SchemaGraph): InPlaceOrder {
  const order: NodeId[] = [];
  const cycles = new Set<NodeId>();
  const opened = new Set<NodeId>();
  const closed = new Set<NodeId>();
  const stack = [...graph.nodes.keys()].reverse();
  for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
    if (opened.has(id)) {
      stack.pop();
      // It may stand on the stack more than once, where several hold it.
      if (!closed.has(id)) order.push(id);
      closed.add(id);
      continue;
    }
    opened.add(id);
    const node = graph.nodes.get(id);
    invariant(node, "no node", id);
    for (const child of listInPlace(node.schema).reverse()) {
      if (!opened.has(child)) stack.push(child);
      else if (!closed.has(child)) cycles.add(id);
    }
  }
  return { order, cycles: [...cycles] };
}
