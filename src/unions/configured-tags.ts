import type { UnionOptions } from "../config/config.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { Branches } from "./branches.js";
import { findBranches } from "./branches.js";
import { buildUnion } from "./build-union.js";
import { findExternalTag, readExternalUnion } from "./external-tags.js";
import { reportGap, reportMissingUnion, reportOpenTag, reportOverlap } from "./report-unions.js";
import type { TaggedBranches } from "./search-tag.js";
import { searchTag } from "./search-tag.js";
import type { TagReading } from "./tags.js";
import { readTag } from "./tags.js";
import type { Branch, TagValue, Union } from "./unions.js";

/** The union that the config says a definition is; where it is none, why. */
export function readConfiguredUnion(
  graph: SchemaGraph,
  facts: Facts,
  node: SchemaNode,
  options: UnionOptions,
): Outcome<Union | undefined> {
  const external = findExternalTag(node, options);
  if (external) return readExternalUnion(graph, facts, node, options, external);
  const { open: isOpen = false } = options;
  const tags = options.tags?.filter((tag) => typeof tag === "string");
  const branches = findBranches(graph, facts, node.id);
  const { value: tagged, diagnostics } = tags
    ? readTags(graph, facts, node, branches, tags)
    : searchMembers(graph, facts, node, branches, isOpen);
  if (!tagged) return { value: undefined, diagnostics };
  const form = branches.kind === "members" ? "branches" : "flat";
  const union = buildUnion(graph, facts, { node: node.id, form, isOpen, ...tagged });
  const problem = isOpen ? reportOpenTag(graph, union) : undefined;
  return problem ? { value: undefined, diagnostics: [problem] } : { value: union, diagnostics };
}

function searchMembers(
  graph: SchemaGraph,
  facts: Facts,
  node: SchemaNode,
  branches: Branches,
  isOpen: boolean,
): Outcome<TaggedBranches | undefined> {
  const value = branches.kind === "members" ? searchTag(graph, facts, branches.nodes, isOpen) : undefined;
  return { value, diagnostics: value ? [] : [reportMissingUnion(graph, node, branches)] };
}

/** Every member must have values for each tag, and no two of them the same. A node that is no union may be the one member itself. */
function readTags(
  graph: SchemaGraph,
  facts: Facts,
  node: SchemaNode,
  branches: Branches,
  tags: readonly string[],
): Outcome<TaggedBranches | undefined> {
  const isFlat = branches.kind === "no-union" || branches.kind === "siblings";
  if (!isFlat && branches.kind !== "members") return searchMembers(graph, facts, node, branches, false);
  const nodes = isFlat ? [node.id] : branches.nodes;
  const paths = [...new Set(tags)].map((tag) => readPath(facts, nodes, tag));
  const rows = nodes.map((id) => ({ id, readings: paths.map((path) => readTag(facts, id, path)) }));
  const gaps = rows.flatMap(({ id, readings }) =>
    readings.flatMap((reading, index) =>
      reading.kind === "gap" ? reportGap(nodeOf(graph, id), paths[index] ?? [], reading, branches) : [],
    ),
  );
  const members = rows.map(({ id, readings }) => ({ node: id, values: readings.map(valuesOf) }));
  const diagnostics = gaps.length > 0 ? gaps : findOverlaps(graph, members, paths);
  return { value: diagnostics.length > 0 ? undefined : { branches: members, paths }, diagnostics };
}

/** A name with dots is one property where every member requires it as it stands. */
function readPath(facts: Facts, nodes: readonly NodeId[], tag: string): readonly string[] {
  return nodes.every((id) => facts.requiredKeys(id).has(tag)) ? [tag] : tag.split(".");
}

function valuesOf(reading: TagReading): readonly TagValue[] {
  return reading.kind === "values" ? reading.values : [];
}

/** For each member that has tag values of an earlier one: which member, and which values. */
function findOverlaps(
  graph: SchemaGraph,
  members: readonly Branch[],
  paths: readonly (readonly string[])[],
): Diagnostic[] {
  const taken = new Map<string, NodeId>();
  return members.flatMap(({ node, values }) => {
    const combinations = values.reduce<TagValue[][]>((rows, each) => multiply(rows, each ?? []), [[]]);
    const shared = combinations.find((combination) => taken.has(keyOf(combination)));
    const other = shared && taken.get(keyOf(shared));
    for (const combination of combinations) taken.set(keyOf(combination), node);
    if (!shared || other === undefined) return [];
    return reportOverlap(nodeOf(graph, other), nodeOf(graph, node), paths, shared);
  });
}

function multiply(prefixes: readonly TagValue[][], values: readonly TagValue[]): TagValue[][] {
  return prefixes.flatMap((prefix) => values.map((value) => [...prefix, value]));
}

function keyOf(values: readonly TagValue[]): string {
  return JSON.stringify(values.map((value) => [typeof value, String(value)]));
}
