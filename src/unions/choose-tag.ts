import type { NodeId } from "../schema/schema-graph.js";
import { isCall } from "./branches.js";
import { groupReadings, isFree } from "./group-readings.js";
import { readMemberTagOfObjects } from "./member-tags.js";
import { listPaths } from "./paths.js";
import { Tables } from "./table.js";
import type { TagReading, TagSource } from "./tags.js";
import type { TagValue } from "./unions.js";

/** The values at a path, by which of the nodes may have them; and the nodes that may have others. */
export interface ChosenTag {
  readonly path: readonly string[];
  readonly groups: readonly { readonly values: readonly TagValue[]; readonly nodes: readonly NodeId[] }[];
  readonly others: readonly NodeId[];
}

/** Nodes are asked from so many cases more than there are nodes, at most. */
const repetitionBudget = 2;
/** Or so many times more, where there are few. */
const repetitionsFree = 16;
/** What is written out where it is asked may be so in as many cases. */
const inlineBudget = 2;
/** A tag is worth its while where it leaves no more than this share of the nodes, on the average. */
const worthwhile = 0.75;

/** Where tags are chosen one after another. */
export interface Choosing {
  readonly source: TagSource;
  /** What has the nodes as its members. */
  readonly holder: NodeId;
  /** Paths that go before others. */
  readonly preferred: readonly (readonly string[])[];
  /** What the members have. */
  readonly tables: Tables;
}

export function startChoosing(
  source: TagSource,
  holder: NodeId,
  preferred: Choosing["preferred"] = [],
): Choosing {
  const tables = new Tables((node, path) => readMemberTagOfObjects(source, [holder], node, path));
  return { source, holder, preferred, tables };
}

/** The path whose values leave the fewest of the nodes, of those that have not been used; one of those preferred goes before all others. */
export function chooseTag(
  choosing: Choosing,
  nodes: readonly NodeId[],
  used: readonly (readonly string[])[],
): ChosenTag | undefined {
  const { source, holder, preferred } = choosing;
  const isUsed = (path: readonly string[]): boolean =>
    used.some((each) => each.join("\0") === path.join("\0"));
  for (const path of preferred.filter((each) => !isUsed(each))) {
    const own = groupNodes(choosing, nodes, path, 1);
    if (own && isWorthwhile(source, nodes, own, 1)) return own;
  }
  const paths = listPaths(
    source,
    nodes.map((node) => [holder, node]),
  );
  let best: { readonly tag: ChosenTag; readonly share: number } | undefined;
  for (const { path, isCommon } of paths) {
    if (isCommon || isUsed(path)) continue;
    const tag = groupNodes(choosing, nodes, path, worthwhile);
    if (!tag || !isWorthwhile(source, nodes, tag, worthwhile)) continue;
    const share = shareOf(tag);
    if (!best || share < best.share) best = { tag, share };
    // None leaves fewer.
    if (share === 1) break;
  }
  return best?.tag;
}

/** `most`: the share of the nodes that it may leave on the average; a path of which this is plain before is no tag. */
function groupNodes(
  { tables }: Choosing,
  nodes: readonly NodeId[],
  path: readonly string[],
  most: number,
): ChosenTag | undefined {
  const table = tables.at(path);
  const readings: TagReading[] = [];
  let free = 0;
  for (const node of nodes) {
    const reading = table.readingOf(node);
    readings.push(reading);
    // What may have anything is left by every value.
    if (isFree(reading) && ++free >= nodes.length * most) return undefined;
  }
  const groups = groupReadings(readings, nodes.length * repetitionBudget + repetitionsFree);
  if (!groups) return undefined;
  return {
    path,
    groups: groups.map(({ values, indexes }) => ({
      values,
      nodes: indexes.flatMap((index) => nodes[index] ?? []),
    })),
    // What has not been listed may be absent, whatever else is said of it.
    others: nodes.filter((_, index) => readings[index]?.kind !== "values"),
  };
}

function isWorthwhile(source: TagSource, nodes: readonly NodeId[], chosen: ChosenTag, most: number): boolean {
  const asked = new Map<NodeId, number>();
  for (const node of [...chosen.groups.flatMap((group) => group.nodes), ...chosen.others])
    asked.set(node, (asked.get(node) ?? 0) + 1);
  const total = [...asked.values()].reduce((sum, count) => sum + count, 0);
  const isWritten = ([node, count]: readonly [NodeId, number]): boolean =>
    count > inlineBudget && !isCall(source, node);
  if (total > nodes.length * repetitionBudget + repetitionsFree || [...asked].some(isWritten)) return false;
  return shareOf(chosen) < nodes.length * most;
}

/** How many nodes a value leaves, on the average. What has none of the values counts as one more, where any node may. */
function shareOf({ groups, others }: ChosenTag): number {
  const sizes = groups.flatMap(({ values, nodes }) => values.map(() => nodes.length));
  const all = others.length > 0 ? [...sizes, others.length] : sizes;
  return all.reduce((sum, size) => sum + size, 0) / all.length;
}
