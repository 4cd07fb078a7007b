import type { NodeId } from "../schema/schema-graph.js";
import type { NumberedNodes } from "./number-nodes.js";

/** Schemas that lead from one to the next this far are decided by calls that a stack holds, whatever called the first. */
const callBudget = 100;

/** The nodes that reach themselves, and those from which some way leads on through more nodes than the budget. */
export function findDeep(nodes: NumberedNodes, recursive: ReadonlySet<NodeId>): ReadonlySet<NodeId> {
  const { ids } = nodes;
  const deep = new Set(recursive);
  const heights = new Uint32Array(ids.length);
  // Circles have no height: ways end where they enter one.
  const below = recursive.size === 0 ? nodes.subschemas : cutCircles(nodes, recursive);
  const isOpened = new Uint8Array(ids.length);
  const next = new Uint32Array(ids.length);
  for (const start of ids.keys()) {
    if (isOpened[start] === 1) continue;
    isOpened[start] = 1;
    const stack = [start];
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const index = next[node] ?? 0;
      const child = below[node]?.[index];
      if (child !== undefined) {
        next[node] = index + 1;
        if (isOpened[child] === 1) continue;
        isOpened[child] = 1;
        stack.push(child);
        continue;
      }
      stack.pop();
      let height = 0;
      for (const each of below[node] ?? []) height = Math.max(height, 1 + (heights[each] ?? 0));
      heights[node] = height;
      if (height > callBudget) deep.add(ids[node] ?? "");
    }
  }
  return deep;
}

function cutCircles(
  { ids, subschemas }: NumberedNodes,
  recursive: ReadonlySet<NodeId>,
): NumberedNodes["subschemas"] {
  return ids.map((id, node) => (recursive.has(id) ? [] : (subschemas[node] ?? [])));
}
