import { keywordsOf } from "../facts/conjuncts.js";
import { includesValue } from "../facts/equal-values.js";
import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";

/** Whether a node, or what it is another name of, says nothing but its literals, so that they decide. */
export function isLiteralAlone(graph: SchemaGraph, facts: Facts, node: NodeId): boolean {
  const target = facts.resolve(node);
  const says = Object.keys(keywordsOf(graph, target));
  return (
    facts.literals(target) !== undefined &&
    says.every((keyword) => ["type", "enum", "const"].includes(keyword))
  );
}

/** Whether the literals that the inline schemas list are all among those of a definition that says nothing else. */
export function isImplied(
  graph: SchemaGraph,
  facts: Facts,
  inline: readonly NodeId[],
  definition: NodeId,
): boolean {
  const admitted = isLiteralAlone(graph, facts, definition) ? facts.literals(definition) : undefined;
  if (!admitted) return false;
  return inline.some((id) => {
    const { enum: values, const: only } = keywordsOf(graph, id);
    const own = only ? [only.value] : values;
    return own?.every((value) => includesValue(admitted, value)) ?? false;
  });
}
