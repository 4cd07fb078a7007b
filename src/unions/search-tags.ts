import type { NodeId } from "../schema/schema-graph.js";
import type { Member, Members } from "./branches.js";
import { readMemberTag } from "./member-tags.js";
import { searchPair } from "./search-pair.js";
import { searchPresence } from "./search-presence.js";
import type { TagReading, TagSource } from "./tags.js";
import { areObjects, areStrings, isRequired, listKeys } from "./tags.js";
import type { Branch, Tag, TagValue } from "./unions.js";

/** The branches of a union with the values of its tags. */
export interface TaggedBranches {
  readonly tags: readonly [Tag] | readonly [Tag, Tag];
  readonly branches: readonly TaggedBranch[];
  /** The member that takes what no other has for the tag. */
  readonly fallback: NodeId | undefined;
}

export type TaggedBranch = Omit<Branch, "chain">;

/** What each member has at a path. */
export interface Row {
  readonly node: NodeId;
  readonly reading: TagReading;
}

/** So deep tags are sought. */
const depthBudget = 4;
/** So many paths are tried. */
const pathBudget = 256;

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
  const paths = listPaths(source, members.map(nodesOf));
  const read = (path: readonly string[]): Row[] =>
    members.map((node) => ({ node, reading: readMemberTag(source, beside, node, path) }));
  let best: TaggedBranches | undefined;
  for (const path of paths) {
    const found = tagByProperty(path, read(path));
    if (!found) continue;
    const isBest =
      countAbsent(found.branches) < 2 && (!prefersStrings || found.tags[0].values.every(isString));
    if (isBest) return found;
    if (!best || countAbsent(found.branches) < countAbsent(best.branches)) best = found;
  }
  if (best) return best;
  const tables = paths.map((path) => ({ path, rows: read(path) }));
  return searchPair(tables) ?? searchPresence(source, members, nodesOf);
}

/** Paths of properties that all members have room for, outer ones first: each step but the last is required in all of them. */
export function listPaths(source: TagSource, groups: readonly (readonly NodeId[])[]): (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  let level: { readonly path: readonly string[]; readonly groups: readonly (readonly NodeId[])[] }[] = [
    { path: [], groups },
  ];
  for (let depth = 0; depth < depthBudget && paths.length < pathBudget; depth++) {
    const inner = level.flatMap((holder) => {
      const [first = []] = holder.groups;
      return listKeys(source, first).map((key) => ({
        path: [...holder.path, key],
        groups: holder.groups.map((nodes) => nodes.flatMap((id) => source.facts.propertySchemas(id, key))),
        isRequired: holder.groups.every((nodes) => isRequired(source.facts, nodes, key)),
      }));
    });
    paths.push(...inner.map(({ path }) => path));
    level = inner.filter(
      ({ isRequired: isAlways, groups: held }) =>
        isAlways && held.every((nodes) => areObjects(source.facts, nodes)),
    );
  }
  return paths.slice(0, pathBudget);
}

/**
 * The tag at a path where every member has values of its own there; one of them may take all strings that the others have not. Where
 * several may lack it, absence is a value that they share.
 */
export function tagByProperty(
  path: readonly string[],
  rows: readonly Row[],
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
