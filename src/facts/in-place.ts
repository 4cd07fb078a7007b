import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";

/** A subschema that applies to the same instance, and the canonical tokens that lead to it. */
export interface InPlaceChild {
  readonly node: NodeId;
  readonly tokens: readonly string[];
}

/**
 * The subschemas that apply to the same instance as `node` itself: in-place applicators and references.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2
 */
export function inPlaceChildren(node: SchemaNode): InPlaceChild[] {
  const { schema } = node;
  if (typeof schema === "boolean") return [];
  const children: InPlaceChild[] = [];
  if (schema.$ref !== undefined) children.push({ node: schema.$ref, tokens: ["$ref"] });
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
    schema[keyword]?.forEach((child, index) => children.push({ node: child, tokens: [keyword, `${index}`] }));
  }
  if (schema.not !== undefined) children.push({ node: schema.not, tokens: ["not"] });
  return children;
}

export interface InPlaceOrder {
  /** Every node after all that applies in place of it, so that one pass proves what goes upward. */
  readonly order: readonly NodeId[];
  /** Nodes that apply to their own instance again, and so never end; one for each such circle. */
  readonly cycles: readonly NodeId[];
}

/** Orders the graph by its in-place edges, without recursion. */
export function orderInPlace(graph: SchemaGraph): InPlaceOrder {
  const order: NodeId[] = [];
  const cycles: NodeId[] = [];
  const state = new Map<NodeId, "open" | "done">();
  for (const start of graph.nodes.keys()) {
    const stack: NodeId[] = [start];
    while (stack.length > 0) {
      const id = stack.at(-1) as NodeId;
      if (state.has(id)) {
        stack.pop();
        if (state.get(id) === "open") order.push(id);
        state.set(id, "done");
        continue;
      }
      state.set(id, "open");
      const node = graph.nodes.get(id);
      for (const child of node ? inPlaceChildren(node) : []) {
        if (state.get(child.node) === "open") cycles.push(id);
        else if (!state.has(child.node)) stack.push(child.node);
      }
    }
  }
  return { order, cycles };
}
