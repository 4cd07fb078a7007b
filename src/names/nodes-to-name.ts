import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { admits } from "../schema/type-set.js";
import { tupleBudget } from "../types/arrays.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";

/** Inline objects with more members than this read better under a name. */
const memberBudget = 4;
/** Unnamed schemas nest no deeper than this, so that what is printed inline stays small, however deep the schema. */
const depthBudget = 4;

/** Inline schemas that get a name, and those that get a guard alone. Definitions have names anyway. */
export interface NodesToName {
  readonly hoisted: readonly NodeId[];
  readonly internal: readonly NodeId[];
}

/** Chooses by reuse (the target of a reference), size, and depth; children come before their parents in the graph's reverse. */
export function chooseNodesToName(graph: SchemaGraph, facts: Facts): NodesToName {
  const nodes = [...graph.nodes.values()];
  const targets = new Set(nodes.flatMap(({ id }) => keywordsOf(graph, id).$ref ?? []));
  const depths = new Map<NodeId, number>();
  const hoisted: NodeId[] = [];
  const internal: NodeId[] = [];
  for (const node of nodes.reverse()) {
    if (node.parent === undefined) continue;
    const depth = (depths.get(node.id) ?? 0) + 1;
    const isAlias = facts.resolve(node.id) !== node.id;
    const isPart = unseen.has(node.parent.tokens[0] ?? "");
    const isLarge = (keywordsOf(graph, node.id).properties?.size ?? 0) > memberBudget;
    const isDemanded =
      isLarge || depth > depthBudget || isRecursiveItem(facts, node) || isRepeated(graph, node);
    const isNamed = node.annotations.typescriptName !== undefined;
    const hasName = isNamed || targets.has(node.id) || (!isAlias && !isPart && isDemanded);
    const hasGuard = !hasName && (isAlternative(node) ? isStructured(graph, node.id) : depth > depthBudget);
    if (hasName) hoisted.push(node.id);
    else if (hasGuard) internal.push(node.id);
    const parent = node.parent.node;
    if (!hasName && !hasGuard) depths.set(parent, Math.max(depths.get(parent) ?? 0, depth));
  }
  return { hoisted: hoisted.reverse(), internal: internal.reverse() };
}

/** Whether the items of a bounded array would be written out more than once, and are more than a scalar. */
function isRepeated(graph: SchemaGraph, { id, parent }: SchemaNode): boolean {
  if (parent?.tokens[0] !== "items") return false;
  const { minItems = 0, maxItems = Infinity } = keywordsOf(graph, parent.node);
  const isWritten = (minItems > 0 && minItems <= tupleBudget) || (maxItems > 1 && maxItems <= tupleBudget);
  return isWritten && isStructured(graph, id);
}

/** Whether a compiler resolves the node's type at once, where it stands in a tuple, and then finds it circular. */
function isRecursiveItem(facts: Facts, { id, parent }: SchemaNode): boolean {
  const isItem = parent?.tokens[0] === "items" || parent?.tokens[0] === "prefixItems";
  return isItem && facts.isRecursive(id) && admits(facts.types(id), "array");
}

const alternatives: ReadonlySet<string> = new Set([
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  // What it matches is evaluated, so that it is asked from wherever its holder is referred to.
  "contains",
]);

/** What stands under these keywords is not seen in any type, and so no type helps. */
const unseen: ReadonlySet<string> = new Set([
  "allOf",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "propertyNames",
  "contains",
]);

/** Whether the node is one of several ways to be valid, so that its check stands inside another expression. */
function isAlternative({ parent }: SchemaNode): boolean {
  return alternatives.has(parent?.tokens[0] ?? "");
}

const structuring: readonly (keyof CanonicalSchema)[] = [
  "properties",
  "required",
  "patternProperties",
  "additionalProperties",
  "propertyNames",
  "minProperties",
  "maxProperties",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedProperties",
  "items",
  "prefixItems",
  "contains",
  "minItems",
  "maxItems",
  "uniqueItems",
  "unevaluatedItems",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
];

/** Whether its check reads properties or items, which TypeScript allows only where nothing else narrowed the value before. */
function isStructured(graph: SchemaGraph, id: NodeId): boolean {
  const keywords = keywordsOf(graph, id);
  return structuring.some((keyword) => keyword in keywords);
}
