import { listEdges } from "../schema/edges.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";

/** A property as some schema has it. */
export interface FoundProperty {
  readonly holder: NodeId;
  readonly schema: NodeId;
}

/** Keywords whose schemas are about what lies in a value: an object type that stands in another's member may be of those. */
const within: ReadonlySet<string> = new Set([
  "prefixItems",
  "items",
  "contains",
  "unevaluatedItems",
  "additionalProperties",
  "patternProperties",
  "unevaluatedProperties",
]);

/** The nearest schema among the nodes, what applies with them, and what applies to their items, that describes the property. */
export function findProperty(
  { nodes }: SchemaGraph,
  starts: readonly NodeId[],
  name: string,
): FoundProperty | undefined {
  // First what is about the same value, since items and members come after all of it.
  const seen = new Set(starts);
  const inner = new Set<NodeId>();
  for (const id of seen) {
    const found = visit(id);
    if (found) return found;
  }
  for (const id of inner) {
    const found = visit(id);
    if (found) return found;
  }
  return undefined;

  function visit(id: NodeId): FoundProperty | undefined {
    const node = nodes.get(id);
    if (!node || typeof node.schema === "boolean") return undefined;
    const schema = node.schema.properties?.get(name);
    if (schema !== undefined) return { holder: id, schema };
    for (const { tokens, target, role } of listEdges(node.schema)) {
      if (within.has(tokens[0])) inner.add(target);
      else if (role === "conjunct" || role === "branch") (inner.has(id) ? inner : seen).add(target);
    }
    return undefined;
  }
}

/** What stands in the `anyOf` or `oneOf` that the node comes down to, if those are as many as asked for. */
export function listAlternatives(
  { nodes }: SchemaGraph,
  start: NodeId,
  count: number,
): readonly NodeId[] | undefined {
  const seen = new Set([start]);
  for (const id of seen) {
    const schema = nodes.get(id)?.schema;
    if (schema === undefined || typeof schema === "boolean") continue;
    const branches = [schema.anyOf, schema.oneOf].find((each) => each?.length === count);
    if (branches) return branches;
    for (const { tokens, target } of listEdges(schema)) {
      if (tokens[0] === "$ref" || tokens[0] === "items") seen.add(target);
    }
  }
  return undefined;
}
