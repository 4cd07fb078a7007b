import { keywordsOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";

/** The keys that objects may not have by one schema: `not: {required: [key]}`, or an `anyOf` of such. */
export function forbiddenKeys(graph: SchemaGraph, { not }: CanonicalSchema): readonly string[] {
  return not === undefined ? [] : (demandedKeys(graph, not) ?? []);
}

/** The keys of which having any one is all that the schema asks of an object; undefined where it asks for something else. */
function demandedKeys(graph: SchemaGraph, node: NodeId): readonly string[] | undefined {
  const { type, required, anyOf, ...rest } = keywordsOf(graph, node);
  if (Object.keys(rest).length > 0 || type?.includes("object") === false) return undefined;
  if (required) return required.length === 1 && !anyOf ? required : undefined;
  const keys = anyOf?.map((branch) => demandedKey(graph, branch));
  return keys?.every((key) => key !== undefined) ? keys : undefined;
}

function demandedKey(graph: SchemaGraph, node: NodeId): string | undefined {
  const { type, required = [], ...rest } = keywordsOf(graph, node);
  const isPlain = Object.keys(rest).length === 0 && type?.includes("object") !== false;
  return isPlain && required.length === 1 ? required[0] : undefined;
}
