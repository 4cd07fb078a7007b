import type { NodeId } from "../schema/schema-graph.js";
import type { TaggedBranch, TaggedBranches } from "./search-tags.js";
import type { Row, Table } from "./table.js";
import { certainValuesOf } from "./tags.js";
import type { PropertyTag, TagValue } from "./unions.js";

/** All that the members of a union have at a path. */
export interface Column {
  readonly path: readonly string[];
  readonly rows: readonly Row[];
}

export type Groups = ReadonlyMap<TagValue, readonly NodeId[]>;

/** So many paths are tried as the first of two, since each is tried with every other. */
const firstBudget = 16;

/**
 * Two tags: at the first every member has values, and of those that share one the second tells some apart; the others, and members
 * that share none, need not have it. The pair whose first tag has the fewest values in each member, and the most in all, and
 * whose second tells the most members apart.
 */
export function searchPair(tables: readonly Table[]): TaggedBranches | undefined {
  const firsts = tables
    .flatMap((table) => {
      const groups = groupByValue(table.read());
      return groups && groups.size > 1 ? [{ table, groups, count: countValues(groups) }] : [];
    })
    .toSorted((one, other) => one.count - other.count || other.groups.size - one.groups.size);
  for (const { table: first, groups } of firsts.slice(0, firstBudget)) {
    const shared = listShared(groups);
    const seconds = tables
      .filter((second) => second !== first)
      .map((second) => ({ second, told: countTold(shared, second) }))
      .filter(({ told }) => told > 0);
    const [best] = seconds.toSorted((one, other) => other.told - one.told);
    if (best) return pairTold(first, best.second, shared);
  }
  return undefined;
}

function countValues(groups: Groups): number {
  return [...groups.values()].reduce((sum, members) => sum + members.length, 0);
}

/** The members by the values that they have; undefined where one has no values, or may lack them. */
export function groupByValue(rows: Iterable<Row>): Groups | undefined {
  const groups = new Map<TagValue, NodeId[]>();
  for (const { node, reading } of rows) {
    const values = certainValuesOf(reading);
    if (values === undefined) return undefined;
    for (const value of values) {
      const members = groups.get(value);
      if (members) members.push(node);
      else groups.set(value, [node]);
    }
  }
  return groups;
}

/** How many members that share a value the second tag tells apart; none, where it does so for one of a member's values and not another. */
function countTold(shared: readonly (readonly NodeId[])[], second: Table): number {
  const told = shared.filter((members) => tellsApart(second, members)).flat();
  if (told.length === 0) return 0;
  const untold = listUntold(shared, second);
  return told.some((node) => untold.has(node)) ? 0 : told.length;
}

function listUntold(shared: readonly (readonly NodeId[])[], second: Table): ReadonlySet<NodeId> {
  return new Set(shared.filter((members) => !tellsApart(second, members)).flat());
}

/** The members that share a value, for each such value. */
export function listShared(groups: Groups): (readonly NodeId[])[] {
  return [...groups.values()].filter((members) => members.length > 1);
}

/** Whether all of the members have values of their own for the tag. */
function tellsApart(tag: Table, members: readonly NodeId[]): boolean {
  const taken = new Set<TagValue>();
  for (const node of members) {
    const values = certainValuesOf(tag.readingOf(node));
    if (values === undefined) return false;
    for (const value of values) {
      if (taken.has(value)) return false;
      taken.add(value);
    }
  }
  return true;
}

/** The pair of tags. Members that share a value of the first which the second does not tell apart have none of the second. */
function pairTold(first: Table, second: Table, shared: readonly (readonly NodeId[])[]): TaggedBranches {
  return pairTags(readAll(first), readAll(second), listUntold(shared, second));
}

function readAll(table: Table): Column {
  return { path: table.path, rows: [...table.read()] };
}

/** The pair of tags; those of `without` have none of the second. */
export function pairTags(
  first: Column,
  second: Column,
  without: ReadonlySet<NodeId> = new Set(),
): TaggedBranches {
  const branches = first.rows.map(({ node, reading }, index): TaggedBranch => {
    const own = without.has(node) ? undefined : certainValuesOf(second.rows[index]?.reading);
    return { node, values: [certainValuesOf(reading) ?? [], own] };
  });
  return { tags: [tagOf(first, branches, 0), tagOf(second, branches, 1)], branches, fallback: undefined };
}

function tagOf({ path }: Pick<Column, "path">, branches: readonly TaggedBranch[], index: 0 | 1): PropertyTag {
  const values = [...new Set(branches.flatMap((branch) => branch.values[index] ?? []))];
  return { kind: "property", path, values };
}
