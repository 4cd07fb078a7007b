import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { admits, typeSetOf } from "../schema/type-set.js";
import { tupleBudget } from "../types/arrays.js";
import type { CanonicalSchema, NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";

/** Inline objects with more members than this are large: as a variant they read better under a name, elsewhere they get a guard. */
const memberBudget = 4;
/** Expressions of guards nest no deeper than this, so that what is printed inline stays small, however deep the schema. */
const guardDepthBudget = 4;
/** Types nest no deeper than this. */
const typeDepthBudget = 8;

/** Inline schemas that get a name, and those that get a guard alone. Definitions have names anyway. */
export interface NodesToName {
  readonly hoisted: readonly NodeId[];
  readonly internal: readonly NodeId[];
}

/**
 * A name goes to what is referred to, to large variants, to what a type could not hold in full (recursion, repetition, depth), and,
 * `byTitle`, to what is titled. Children come before their parents in the graph's reverse.
 */
export function chooseNodesToName(graph: SchemaGraph, facts: Facts, byTitle = false): NodesToName {
  const nodes = [...graph.nodes.values()];
  const targets = new Set(nodes.flatMap(({ id }) => keywordsOf(graph, id).$ref ?? []));
  const depths = new Depths();
  const hoisted: NodeId[] = [];
  const internal: NodeId[] = [];
  for (const node of nodes.reverse()) {
    if (node.parent === undefined) continue;
    const { types, guards } = depths.of(node.id);
    const isAlias = facts.resolve(node.id) !== node.id;
    const isPart = unseen.has(node.parent.tokens[0] ?? "");
    const isTitled = byTitle && node.annotations.title !== undefined;
    const isLarge = (keywordsOf(graph, node.id).properties?.size ?? 0) > memberBudget;
    const isDemanded =
      isTitled ||
      (isLarge && isBranch(node)) ||
      types > typeDepthBudget ||
      isRecursiveItem(facts, node) ||
      isRepeated(graph, facts, node);
    const isNamed = node.annotations.typescriptName !== undefined;
    const hasName = isNamed || targets.has(node.id) || (!isAlias && !isPart && isDemanded);
    const isApart = isLarge || guards > guardDepthBudget;
    const hasGuard = !hasName && (isAlternative(node) ? isStructured(graph, node.id) : isApart);
    if (hasName) hoisted.push(node.id);
    else if (hasGuard) internal.push(node.id);
    depths.raise(node.parent.node, { types: hasName ? 0 : types, guards: hasName || hasGuard ? 0 : guards });
  }
  return { hoisted: hoisted.reverse(), internal: internal.reverse() };
}

interface Depth {
  readonly types: number;
  readonly guards: number;
}

/** How deep unnamed schemas nest in each node, itself counted. */
class Depths {
  readonly #below = new Map<NodeId, Depth>();

  of(node: NodeId): Depth {
    const { types, guards } = this.#below.get(node) ?? { types: 0, guards: 0 };
    return { types: types + 1, guards: guards + 1 };
  }

  raise(parent: NodeId, { types, guards }: Depth): void {
    const known = this.#below.get(parent) ?? { types: 0, guards: 0 };
    this.#below.set(parent, {
      types: Math.max(known.types, types),
      guards: Math.max(known.guards, guards),
    });
  }
}

/** Whether the node is one of the members of a union. */
function isBranch({ parent }: SchemaNode): boolean {
  return parent?.tokens[0] === "anyOf" || parent?.tokens[0] === "oneOf";
}

const structures = typeSetOf(["object", "array"]);

/** Whether the items of a bounded array would be written out more than once, and are more than a scalar. */
function isRepeated(graph: SchemaGraph, facts: Facts, { id, parent }: SchemaNode): boolean {
  if (parent?.tokens[0] !== "items" || (facts.types(id) & structures) === 0) return false;
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
