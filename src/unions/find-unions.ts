import type { UnionOptions } from "../config/config.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { findBranches } from "./branches.js";
import { buildUnion } from "./build-union.js";
import { followAliases, isDefinition } from "./configured-unions.js";
import { readConfiguredUnion } from "./configured-tags.js";
import { reportTooManyMembers } from "./report-unions.js";
import { searchTag } from "./search-tag.js";
import { areObjects } from "./tags.js";
import type { Union, Unions } from "./unions.js";

/** `options` by the node of the definition that the config names; what it asks for and cannot be had is reported. */
export function findUnions(
  graph: SchemaGraph,
  facts: Facts,
  options: ReadonlyMap<NodeId, UnionOptions>,
): Outcome<Unions> {
  const configured = followAliases(graph, facts, options);
  const nesting: Nesting = { left: nestingBudget, tooLarge: [] };
  const unions = new Map<NodeId, Union>();
  const diagnostics: Diagnostic[] = [];
  for (const node of graph.nodes.values()) {
    if (!isDefinition(node)) continue;
    const wanted = configured.get(node.id) ?? (node.annotations.externalTag && {});
    const found = wanted
      ? readConfiguredUnion(graph, facts, node, wanted)
      : { value: findUnion(graph, facts, node, nesting), diagnostics: [] };
    if (found.value) unions.set(node.id, found.value);
    diagnostics.push(...found.diagnostics);
  }
  return { value: unions, diagnostics: [...diagnostics, ...reportTooManyMembers(nesting.tooLarge)] };
}

/**
 * The most members that unions get from unions among their members, over all unions that the config does not name: in a chain of
 * such, each has the members of all that follow.
 */
const nestingBudget = 10_000;

interface Nesting {
  left: number;
  readonly tooLarge: SchemaNode[];
}

/** The union that a definition is, if a property tells its members apart. */
function findUnion(graph: SchemaGraph, facts: Facts, node: SchemaNode, nesting: Nesting): Union | undefined {
  // Members that admit what is no object would let it do so as well; a chain of such is not walked from each of its links.
  if (!areObjects(facts, [node.id])) return undefined;
  const { anyOf, oneOf } = keywordsOf(graph, node.id);
  const own = (anyOf ?? oneOf ?? []).length;
  const branches = findBranches(graph, facts, node.id, own + nesting.left);
  if (branches.kind === "too-many") {
    nesting.left = 0;
    nesting.tooLarge.push(node);
  }
  if (branches.kind !== "members" || branches.nodes.length < 2) return undefined;
  nesting.left -= Math.max(0, branches.nodes.length - own);
  const tag = searchTag(graph, facts, branches.nodes);
  if (!tag) return undefined;
  return buildUnion(graph, facts, { node: node.id, form: "branches", isOpen: false, ...tag });
}
