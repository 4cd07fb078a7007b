import type { NodeId, SchemaNode } from "./schema-graph.js";

/** The node that holds another, and the keyword under which it does. */
export type ParentEdge = NonNullable<SchemaNode["parent"]>;

/** Where each node stands in the published schema. */
export interface Placing {
  readonly parents: ReadonlyMap<NodeId, ParentEdge>;
  readonly nested: ReadonlyMap<NodeId, NonNullable<SchemaNode["nested"]>>;
}

/** How many levels of schemas a definition holds; each pointer, name and expression below it is bounded by them. */
const levelBudget = 32;

/** What stands too deep in its definition begins one of its own. */
export function placeNodes(holders: ReadonlyMap<NodeId, ParentEdge>): Placing {
  const parents = new Map<NodeId, ParentEdge>();
  const nested = new Map<NodeId, NonNullable<SchemaNode["nested"]>>();
  const levels = new Map<NodeId, { readonly definition: NodeId; readonly level: number }>();
  for (const start of holders.keys()) {
    for (const id of listUnplaced(holders, levels, start)) {
      const holder = holders.get(id);
      if (!holder) {
        levels.set(id, { definition: id, level: 0 });
        continue;
      }
      const { definition, level: above } = levels.get(holder.node) ?? { definition: id, level: 0 };
      const level = above + 1;
      levels.set(id, { definition, level });
      if (level % levelBudget === 0) nested.set(id, { definition, level, tokens: holder.tokens });
      else parents.set(id, holder);
    }
  }
  return { parents, nested };
}

/** The node and those around it whose level is not known, outermost first. */
function listUnplaced(
  holders: ReadonlyMap<NodeId, ParentEdge>,
  levels: ReadonlyMap<NodeId, unknown>,
  start: NodeId,
): NodeId[] {
  const found: NodeId[] = [];
  for (let id: NodeId | undefined = start; id !== undefined && !levels.has(id); id = holders.get(id)?.node) {
    found.push(id);
  }
  return found.reverse();
}
