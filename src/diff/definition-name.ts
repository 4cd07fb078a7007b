import type { NodeId } from "../schema/schema-graph.js";
import { parsePointer } from "../pointer.js";
import { fragmentOf } from "../uri.js";

/** The key of the definition that a node is. */
export function lastSegment(id: NodeId | undefined): string | undefined {
  return id === undefined ? undefined : parsePointer(decodeURIComponent(fragmentOf(id))).at(-1);
}
