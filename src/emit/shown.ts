import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { isLengthShown } from "../types/arrays.js";
import { isSaid } from "../types/lost-structure.js";
import type { Models } from "./context.js";

/** Whether the node's type says all that the keyword does, so that its documentation need not. */
export function isShown(
  { graph, facts, types }: Models,
  id: NodeId,
  keyword: keyof CanonicalSchema,
): boolean {
  const schema = keywordsOf(graph, id);
  const type = types.nodes.get(id);
  if (keyword === "minItems" || keyword === "maxItems") return !type || isLengthShown(schema, type);
  // As many names that are required say it too.
  if (keyword === "minProperties") return (schema.required?.length ?? 0) >= (schema.minProperties ?? 0);
  return isSaid(keyword, { graph, facts, node: nodeOf(graph, id), schema, type });
}
