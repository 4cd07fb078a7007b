import type { NodeId } from "../schema/schema-graph.js";
import type { NumberedNodes } from "./number-nodes.js";

export interface InPlaceOrder {
  /** Every node after all that applies in place of it, so that one pass proves what goes upward. */
  readonly order: readonly NodeId[];
  /** The nodes that lead back to one that holds them, and so never end: one for each circle, in the order of the graph. */
  readonly cycles: readonly NodeId[];
}

/** How far a node is: what is behind an open one is being ordered. */
const opened = 1;
const closed = 2;

/** Orders the graph by its in-place edges, without recursion. */
export function orderInPlace({ ids, inPlace }: NumberedNodes): InPlaceOrder {
  const order: number[] = [];
  const cycles = new Set<number>();
  const states = new Uint8Array(ids.length);
  const stack: number[] = [];
  for (const start of ids.keys()) {
    if (states[start] === closed) continue;
    stack.push(start);
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const children = inPlace[node] ?? [];
      if (children.length === 0 || states[node] !== 0) {
        stack.pop();
        // It may stand on the stack more than once, where several hold it.
        if (states[node] !== closed) order.push(node);
        states[node] = closed;
        continue;
      }
      states[node] = opened;
      for (const child of children.toReversed()) {
        if (states[child] === 0) stack.push(child);
        else if (states[child] === opened) cycles.add(node);
      }
    }
  }
  const named = (nodes: Iterable<number>): NodeId[] => Array.from(nodes, (node) => ids[node] ?? "");
  return { order: named(order), cycles: named(cycles) };
}
