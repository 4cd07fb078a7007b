import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { findCandidates, readTag } from "./tags.js";
import type { Branch, TagValue } from "./unions.js";

/** The branches of a union with the values of its tags, at `paths`. */
export interface TaggedBranches {
  readonly branches: readonly Branch[];
  readonly paths: readonly (readonly string[])[];
}

/**
 * The first property, in the order of the first branch, that every branch requires and that has other values in each; with
 * `prefersStrings`, the first whose values are all strings, if there is one.
 */
export function searchTag(
  graph: SchemaGraph,
  facts: Facts,
  branches: readonly NodeId[],
  prefersStrings = false,
): TaggedBranches | undefined {
  let first: TaggedBranches | undefined;
  for (const key of findCandidates(graph, facts, branches)) {
    const rows = readAll(facts, branches, key);
    const values = rows?.flatMap((branch) => branch.values.flat());
    if (!rows || !values || new Set(values).size < values.length) continue;
    const tagged = { branches: rows, paths: [[key]] };
    if (!prefersStrings || values.every(isString)) return tagged;
    first ??= tagged;
  }
  return first;
}

/** Each branch with its values; undefined as soon as one has none. */
function readAll(facts: Facts, branches: readonly NodeId[], key: string): Branch[] | undefined {
  const rows: Branch[] = [];
  for (const node of branches) {
    const reading = readTag(facts, node, [key]);
    if (reading.kind === "gap") return undefined;
    rows.push({ node, values: [reading.values] });
  }
  return rows;
}

function isString(value: TagValue): boolean {
  return typeof value === "string";
}
