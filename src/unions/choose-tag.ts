import type { NodeId } from "../schema/schema-graph.js";
import { isCall } from "./branches.js";
import { readMemberTagOfObjects } from "./member-tags.js";
import { listPaths } from "./search-tags.js";
import type { TagReading, TagSource } from "./tags.js";
import { mayHave } from "./tags.js";
import type { TagValue } from "./unions.js";

/** The values at a path, by which of the nodes may have them; and the nodes that may have others. */
export interface ChosenTag {
  readonly path: readonly string[];
  readonly groups: readonly { readonly values: readonly TagValue[]; readonly nodes: readonly NodeId[] }[];
  readonly others: readonly NodeId[];
}

/** Nodes are asked from so many cases more than there are nodes, at most. */
const repetitionBudget = 2;
/** What is written out where it is asked may be so in as many cases. */
const inlineBudget = 2;
/** A tag is worth its while where it leaves no more than this share of the nodes, on the average. */
const worthwhile = 0.75;

/** Paths that go before others, and those that have been asked. */
export interface TagOrder {
  readonly preferred: readonly (readonly string[])[];
  readonly used: readonly (readonly string[])[];
}

/** The path whose values leave the fewest of the nodes; one of those preferred goes before all others. */
export function chooseTag(
  source: TagSource,
  holder: NodeId,
  nodes: readonly NodeId[],
  { preferred, used }: TagOrder,
): ChosenTag | undefined {
  const isUsed = (path: readonly string[]): boolean =>
    used.some((each) => each.join("\0") === path.join("\0"));
  const own = preferred
    .filter((path) => !isUsed(path))
    .map((path) => groupNodes(source, holder, nodes, path))
    .find((each) => each && isWorthwhile(source, nodes, each, 1));
  if (own) return own;
  const paths = listPaths(
    source,
    nodes.map((node) => [holder, node]),
  );
  let best: ChosenTag | undefined;
  for (const path of paths.filter((each) => !isUsed(each))) {
    const each = groupNodes(source, holder, nodes, path);
    if (each && isWorthwhile(source, nodes, each) && (!best || shareOf(each) < shareOf(best))) best = each;
  }
  return best;
}

function groupNodes(
  source: TagSource,
  holder: NodeId,
  nodes: readonly NodeId[],
  path: readonly string[],
): ChosenTag | undefined {
  const readings = nodes.map((node) => readMemberTagOfObjects(source, [holder], node, path));
  const values = new Set(readings.flatMap((reading) => (reading.kind === "values" ? reading.values : [])));
  // What is there in some and not in others is no tag by its value.
  if ([...values].every((value) => value === undefined)) return undefined;
  const having = (test: (reading: TagReading) => boolean): NodeId[] =>
    nodes.filter((_, index) => readings.slice(index, index + 1).some(test));
  // What has not been listed may be absent, whatever else is said of it.
  const others = having(({ kind }) => kind !== "values");
  const groups = new Map<string, { values: TagValue[]; nodes: readonly NodeId[] }>();
  for (const value of [...values, undefined]) {
    const found = having((reading) => mayHave(reading, value));
    const key = JSON.stringify(found);
    const group = groups.get(key);
    if (group) {
      if (!group.values.includes(value)) group.values.push(value);
    } else if (found.length > 0) groups.set(key, { values: [value], nodes: found });
  }
  return { path, groups: [...groups.values()], others };
}

function isWorthwhile(
  source: TagSource,
  nodes: readonly NodeId[],
  chosen: ChosenTag,
  most = worthwhile,
): boolean {
  const asked = new Map<NodeId, number>();
  for (const node of [...chosen.groups.flatMap((group) => group.nodes), ...chosen.others])
    asked.set(node, (asked.get(node) ?? 0) + 1);
  const total = [...asked.values()].reduce((sum, count) => sum + count, 0);
  const isWritten = ([node, count]: readonly [NodeId, number]): boolean =>
    count > inlineBudget && !isCall(source, node);
  if (total > nodes.length * repetitionBudget + 16 || [...asked].some(isWritten)) return false;
  return shareOf(chosen) < nodes.length * most;
}

/** How many nodes a value leaves, on the average. What has none of the values counts as one more, where any node may. */
function shareOf({ groups, others }: ChosenTag): number {
  const sizes = groups.flatMap(({ values, nodes }) => values.map(() => nodes.length));
  const all = others.length > 0 ? [...sizes, others.length] : sizes;
  return all.reduce((sum, size) => sum + size, 0) / all.length;
}
