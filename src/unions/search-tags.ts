import type { NodeId } from "../schema/schema-graph.js";
import type { Member, Members } from "./branches.js";
import { readMemberTag } from "./member-tags.js";
import { listPaths } from "./paths.js";
import { searchPair } from "./search-pair.js";
import { searchPresence } from "./search-presence.js";
import type { TagReading, TagSource } from "./tags.js";
import type { Row } from "./table.js";
import { Table } from "./table.js";
import { areStrings } from "./tags.js";
import type { Branch, Tag, TagValue } from "./unions.js";

/** The branches of a union with the values of its tags. */
export interface TaggedBranches {
  readonly tags: readonly [Tag] | readonly [Tag, Tag];
  readonly branches: readonly TaggedBranch[];
  /** The member that takes what no other has for the tag. */
  readonly fallback: NodeId | undefined;
}

export type TaggedBranch = Omit<Branch, "chain">;

/** A union with what tells its members apart; unions among these are taken as they are where nothing tells all that they hold apart. */
export function searchUnion(
  source: TagSource,
  start: NodeId,
  union: Members,
  prefersStrings = false,
): { readonly members: readonly Member[]; readonly tagged: TaggedBranches } | undefined {
  const flat = searchTags(source, start, union, prefersStrings);
  if (flat) return { members: union.members, tagged: flat };
  const { direct } = union;
  if (direct.length < 2 || direct.length === union.members.length) return undefined;
  const tagged = searchTags(source, start, { ...union, members: direct }, prefersStrings);
  return tagged && { members: direct, tagged };
}

/**
 * What tells the members apart: one property, in the order of the first member and outer ones first; two of them; or which property is
 * there. With `prefersStrings`, the first property whose values are all strings, if there is one.
 */
function searchTags(
  source: TagSource,
  start: NodeId,
  union: Members,
  prefersStrings = false,
): TaggedBranches | undefined {
  const beside = union.isBased ? [start] : [];
  const nodesOf = (node: NodeId): readonly NodeId[] => [...beside, node];
  const members = union.members.map(({ node }) => node);
  const tables: Table[] = [];
  let best: TaggedBranches | undefined;
  for (const { path, isCommon } of listPaths(source, members.map(nodesOf))) {
    if (isCommon) continue;
    const table = new Table(path, members, (node) => readMemberTag(source, beside, node, path));
    tables.push(table);
    const found = tagByProperty(path, table.read());
    if (!found) continue;
    const isBest =
      countAbsent(found.branches) < 2 && (!prefersStrings || found.tags[0].values.every(isString));
    if (isBest) return found;
    if (!best || countAbsent(found.branches) < countAbsent(best.branches)) best = found;
  }
  if (best) return best;
  return searchPair(tables) ?? searchPresence(source, members, nodesOf);
}

/**
 * The tag at a path where every member has values of its own there; one of them may take all strings that the others have not. Where
 * several may lack it, absence is a value that they share. `rows` are read no further than it takes to see that it is none.
 */
export function tagByProperty(
  path: readonly string[],
  rows: Iterable<Row>,
  least = 2,
): TaggedBranches | undefined {
  const branches: TaggedBranch[] = [];
  let fallback: Extract<TagReading, { kind: "others" }> | undefined;
  let other: NodeId | undefined;
  const seen = new Set<TagValue>();
  for (const { node, reading } of rows) {
    if (reading.kind === "gap") return undefined;
    if (reading.kind === "others") {
      if (other !== undefined || !areStrings(reading.types)) return undefined;
      [fallback, other] = [reading, node];
      continue;
    }
    for (const value of reading.values) {
      if (value !== undefined && seen.has(value)) return undefined;
      seen.add(value);
    }
    branches.push({ node, values: [reading.values] });
  }
  const values = [...seen];
  const known = branches.filter((branch) => branch.values[0]?.some((value) => value !== undefined));
  // One value tells nothing apart, but more may join it.
  if (values.length < least && other === undefined) return undefined;
  if (known.length === 0 || !leavesKnown(fallback, values)) return undefined;
  return { tags: [{ kind: "property", path, values }], branches, fallback: other };
}

function leavesKnown(
  fallback: Extract<TagReading, { kind: "others" }> | undefined,
  known: readonly TagValue[],
): boolean {
  if (!fallback) return true;
  return known.every((value) =>
    value === undefined
      ? !fallback.mayBeAbsent
      : typeof value !== "string" || fallback.excluded.includes(value),
  );
}

function countAbsent(branches: readonly TaggedBranch[]): number {
  return branches.filter(({ values: [first] }) => first?.includes(undefined)).length;
}

function isString(value: TagValue): boolean {
  return typeof value === "string";
}
