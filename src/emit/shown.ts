import { keywordsOf } from "../facts/conjuncts.js";
import { areDistinct } from "../facts/distinct.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { isLengthShown } from "../types/arrays.js";
import type { Models } from "./context.js";

/** Whether the node's type says all that the keyword does, so that its documentation need not. */
export function isShown(
  { graph, facts, unions, types }: Models,
  id: NodeId,
  keyword: keyof CanonicalSchema,
): boolean {
  const schema = keywordsOf(graph, id);
  const type = types.nodes.get(id);
  if (keyword === "minItems" || keyword === "maxItems") return !type || isLengthShown(schema, type);
  // As many names that are required say it too.
  const required = schema.required?.length ?? 0;
  if (keyword === "minProperties" && required >= (schema.minProperties ?? 0)) return true;
  const hasTag = (unions.get(id)?.tags[0].kind ?? "external") !== "external";
  if (keyword === "oneOf" && !hasTag && !areDistinct(facts, schema.oneOf ?? [])) return false;
  return types.losses.get(id)?.has(keyword) !== true;
}
