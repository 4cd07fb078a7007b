import type { NodeId, SchemaNode } from "./schema-graph.js";

/** A node that is to be placed in the published schema, and then where it stands there. */
export interface Placed {
  readonly id: NodeId;
  /** What holds it, and the keyword under which it does. */
  holder: Holding | undefined;
  /** The definition that it stands in, itself or another, and how many levels below that; undefined while it is not placed. */
  level: number | undefined;
  definition: NodeId;
}

interface Holding {
  readonly by: Placed;
  readonly tokens: readonly string[];
}

/** How many levels of schemas a definition holds; each pointer, name and expression below it is bounded by them. */
const levelBudget = 32;

/** Places each node after what holds it. */
export function placeNodes(nodes: Iterable<Placed>): void {
  const stack: Placed[] = [];
  for (const start of nodes) {
    if (start.level === undefined) stack.push(start);
    for (let node = stack.at(-1); node; node = stack.at(-1)) {
      const above = node.holder?.by;
      if (above && above.level === undefined) {
        stack.push(above);
        continue;
      }
      stack.pop();
      node.level = above?.level === undefined ? 0 : above.level + 1;
      node.definition = above?.definition ?? node.id;
    }
  }
}

/** Whether it stands in another in the published schema; what stands too deep in its definition begins one of its own. */
export function isHeld({ level = 0 }: Placed): boolean {
  return level % levelBudget > 0;
}

export function parentOf(node: Placed): SchemaNode["parent"] {
  const { holder } = node;
  return holder && isHeld(node) ? { node: holder.by.id, tokens: holder.tokens } : undefined;
}

export function nestingOf(node: Placed): SchemaNode["nested"] {
  const { holder, level = 0, definition } = node;
  return holder && !isHeld(node) ? { definition, level, tokens: holder.tokens } : undefined;
}
