import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { inPlaceChildren } from "./in-place.js";

/** Every schema that a node applies, to the same instance or to a part of it. */
function allChildren(node: SchemaNode): NodeId[] {
  const { schema } = node;
  if (typeof schema === "boolean") return [];
  const single = [schema.items, schema.additionalProperties].filter((child) => child !== undefined);
  return [
    ...inPlaceChildren(node).map((child) => child.node),
    ...(schema.prefixItems ?? []),
    ...(schema.properties?.values() ?? []),
    ...(schema.patternProperties ?? []).map((each) => each.schema),
    ...single,
  ];
}

/** The nodes that reach themselves: members of a strongly connected component, by Tarjan's algorithm on an explicit stack. */
export function findRecursive(graph: SchemaGraph): ReadonlySet<NodeId> {
  const indexes = new Map<NodeId, number>();
  const lowest = new Map<NodeId, number>();
  const open: NodeId[] = [];
  const isOpen = new Set<NodeId>();
  const recursive = new Set<NodeId>();
  const childrenOf = (id: NodeId): NodeId[] => {
    const node = graph.nodes.get(id);
    return node ? allChildren(node) : [];
  };

  for (const root of graph.nodes.keys()) {
    const calls: { id: NodeId; children: NodeId[]; next: number }[] = [];
    const enter = (id: NodeId): void => {
      indexes.set(id, indexes.size);
      lowest.set(id, indexes.size - 1);
      open.push(id);
      isOpen.add(id);
      calls.push({ id, children: childrenOf(id), next: 0 });
    };
    const lower = (id: NodeId, to: number): void => {
      lowest.set(id, Math.min(lowest.get(id) ?? to, to));
    };
    if (!indexes.has(root)) enter(root);
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const child = call.children[call.next++];
      if (child === undefined) {
        calls.pop();
        const caller = calls.at(-1);
        if (caller) lower(caller.id, lowest.get(call.id) ?? 0);
        if (lowest.get(call.id) === indexes.get(call.id)) close(call.id);
      } else if (!indexes.has(child)) enter(child);
      else if (isOpen.has(child)) lower(call.id, indexes.get(child) ?? 0);
    }
  }
  return recursive;

  /** Takes a component off the open nodes; one of several members, or one that names itself, is recursive. */
  function close(root: NodeId): void {
    const members = open.splice(open.lastIndexOf(root));
    for (const id of members) isOpen.delete(id);
    const [only, ...others] = members;
    const isLoop = others.length > 0 || (only !== undefined && childrenOf(only).includes(only));
    if (isLoop) for (const id of members) recursive.add(id);
  }
}
