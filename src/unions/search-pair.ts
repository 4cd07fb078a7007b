import type { NodeId } from "../schema/schema-graph.js";
import type { Row, TaggedBranch, TaggedBranches } from "./search-tags.js";
import { certainValuesOf } from "./tags.js";
import type { PropertyTag, TagValue } from "./unions.js";

/** What each member of a union has at a path. */
export interface Table {
  readonly path: readonly string[];
  readonly rows: readonly Row[];
}

export type Groups = ReadonlyMap<TagValue, readonly NodeId[]>;

/**
 * Two tags: at the first every member has values, and of those that share one the second tells some apart; the others, and members
 * that share none, need not have it. The pair whose first tag has the fewest values in each member, and the most in all, and
 * whose second tells the most members apart.
 */
export function searchPair(tables: readonly Table[]): TaggedBranches | undefined {
  const firsts = tables
    .map((table) => ({ table, groups: groupByValue(table.rows) }))
    .filter(({ groups }) => groups !== undefined && groups.size > 1)
    .toSorted(
      (one, other) =>
        countValues(one.table) - countValues(other.table) ||
        (other.groups?.size ?? 0) - (one.groups?.size ?? 0),
    );
  for (const { table: first, groups = new Map<TagValue, readonly NodeId[]>() } of firsts) {
    const seconds = tables
      .filter((second) => second !== first)
      .map((second) => ({ second, told: countTold(groups, second) }))
      .filter(({ told }) => told > 0);
    const [best] = seconds.toSorted((one, other) => other.told - one.told);
    if (best) return pairTold(first, best.second, groups);
  }
  return undefined;
}

function countValues({ rows }: Table): number {
  return rows.reduce((sum, { reading }) => sum + (reading.kind === "values" ? reading.values.length : 0), 0);
}

/** The members by the values that they have; undefined where one has no values, or may lack them. */
export function groupByValue(rows: readonly Row[]): Groups | undefined {
  const groups = new Map<TagValue, NodeId[]>();
  for (const { node, reading } of rows) {
    const values = certainValuesOf(reading);
    if (values === undefined) return undefined;
    for (const value of values) groups.set(value, [...(groups.get(value) ?? []), node]);
  }
  return groups;
}

/** How many members that share a value the second tag tells apart; none, where it does so for one of a member's values and not another. */
function countTold(groups: Groups, second: Table): number {
  const told = listTold(groups, second);
  const untold = new Set(
    listShared(groups)
      .filter((members) => !told.includes(members))
      .flat(),
  );
  return told.flat().some((node) => untold.has(node)) ? 0 : told.flat().length;
}

/** The members that share a value, for each such value. */
export function listShared(groups: Groups): (readonly NodeId[])[] {
  return [...groups.values()].filter((members) => members.length > 1);
}

/** Of these, those that have values of their own for the second tag. */
function listTold(groups: Groups, { rows }: Table): (readonly NodeId[])[] {
  const valuesOf = new Map(rows.map(({ node, reading }) => [node, certainValuesOf(reading)]));
  return listShared(groups).filter((members) => {
    const lists = members.map((node) => valuesOf.get(node));
    const values = lists.flatMap((list) => list ?? []);
    return !lists.includes(undefined) && new Set(values).size === values.length;
  });
}

/** The pair of tags. Members that share a value of the first which the second does not tell apart have none of the second. */
function pairTold(first: Table, second: Table, groups: Groups): TaggedBranches {
  const told = listTold(groups, second);
  const untold = new Set(
    listShared(groups)
      .filter((members) => !told.includes(members))
      .flat(),
  );
  return pairTags(first, second, untold);
}

/** The pair of tags; those of `without` have none of the second. */
export function pairTags(
  first: Table,
  second: Table,
  without: ReadonlySet<NodeId> = new Set(),
): TaggedBranches {
  const branches = first.rows.map(({ node, reading }, index): TaggedBranch => {
    const own = without.has(node) ? undefined : certainValuesOf(second.rows[index]?.reading);
    return { node, values: [certainValuesOf(reading) ?? [], own] };
  });
  return { tags: [tagOf(first, branches, 0), tagOf(second, branches, 1)], branches, fallback: undefined };
}

function tagOf({ path }: Pick<Table, "path">, branches: readonly TaggedBranch[], index: 0 | 1): PropertyTag {
  const values = [...new Set(branches.flatMap((branch) => branch.values[index] ?? []))];
  return { kind: "property", path, values };
}
