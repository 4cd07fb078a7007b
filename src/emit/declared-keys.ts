import type { NodeId } from "../schema/schema-graph.js";
import type { Models } from "./context.js";
import { planOf } from "./context.js";

/** Whether `keyof` the declared type names the properties that the node's checks read, and is not widened by an index signature. */
export function areKeysDeclared(models: Models, node: NodeId): boolean {
  const declared = listKeys(models, node);
  return declared !== undefined && planOf(models, node).properties.every(({ key }) => declared.has(key));
}

/** The members of an object type and its bases; undefined where it is none, or has an index signature. */
function listKeys({ types }: Models, node: NodeId): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  const pending = new Set([node]);
  // A set's iterator comes to what is added meanwhile.
  for (const id of pending) {
    const type = types.nodes.get(id);
    if (type?.kind !== "object" || type.indexes.length > 0) return undefined;
    for (const { key } of type.members) keys.add(key);
    for (const base of type.bases) pending.add(base);
  }
  return keys;
}
