import type { UnionOptions } from "../config/config.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { Members } from "./branches.js";
import { countDirect, findBranches, listInline } from "./branches.js";
import { buildUnion } from "./build-union.js";
import { searchConditions } from "./conditions.js";
import { readConfiguredUnion } from "./configured-tags.js";
import { followAliases, isDefinition } from "./configured-unions.js";
import { reportTooManyMembers } from "./report-unions.js";
import { reportUntold } from "./report-untold.js";
import { searchUnion } from "./search-tags.js";
import type { TagSource } from "./tags.js";
import { areObjects } from "./tags.js";
import type { Union, Unions } from "./unions.js";

/** `options` by the node of the definition that the config names; what it asks for and cannot be had is reported. */
export function findUnions(
  graph: SchemaGraph,
  facts: Facts,
  options: ReadonlyMap<NodeId, UnionOptions>,
): Outcome<Unions> {
  const source = { graph, facts };
  const configured = followAliases(graph, facts, options);
  const nesting: Nesting = { left: nestingBudget, tooLarge: [] };
  const unions = new Map<NodeId, Union>();
  const diagnostics: Diagnostic[] = [];
  for (const node of graph.nodes.values()) {
    if (!isDefinition(node)) continue;
    const wanted = configured.get(node.id) ?? (node.annotations.externalTag && {});
    const found = wanted ? readConfiguredUnion(source, node, wanted) : findUnion(source, node, nesting);
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

/** The union that a definition is, if something tells its members apart; a note where something almost does. */
function findUnion(source: TagSource, node: SchemaNode, nesting: Nesting): Outcome<Union | undefined> {
  const { facts } = source;
  const { id } = node;
  // Members that admit what is no object would let it do so as well; a chain of such is not walked from each of its links.
  if (!areObjects(facts, [id])) return { value: undefined, diagnostics: [] };
  const unions = listMembers(source, node, nesting);
  for (const union of unions) {
    const found = searchUnion(source, id, union);
    if (!found) continue;
    const form = union.isBased ? "based" : "branches";
    const shape = { node: id, form, members: found.members, isOpen: false } as const;
    return { value: buildUnion(source, shape, found.tagged), diagnostics: [] };
  }
  const conditions = searchConditions(source, id);
  const shape = {
    node: id,
    form: "flat",
    members: [{ node: id, via: [], chain: [] }],
    isOpen: false,
  } as const;
  if (conditions) return { value: buildUnion(source, shape, conditions), diagnostics: [] };
  return { value: undefined, diagnostics: unions.flatMap((union) => reportUntold(source, node, union)) };
}

/** The unions of two members or more that stand in the definition itself. */
function listMembers(source: TagSource, node: SchemaNode, nesting: Nesting): Members[] {
  const own = countDirect(source, node.id);
  if (own === 0) return [];
  const found = findBranches(source, node.id, own + nesting.left);
  const inline = new Set(listInline(source, node.id));
  if (found.some(({ kind }) => kind === "too-many")) {
    nesting.left = 0;
    nesting.tooLarge.push(node);
  }
  return found
    .filter((branches) => branches.kind === "members")
    .filter(({ holder, members }) => members.length > 1 && inline.has(holder))
    .map((branches) => {
      nesting.left -= Math.max(0, branches.members.length - own);
      return branches;
    });
}
