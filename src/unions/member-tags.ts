import type { NodeId } from "../schema/schema-graph.js";
import { readPlainUnion } from "./branches.js";
import type { TagReading, TagSource } from "./tags.js";
import { readTag, readTagOfObjects } from "./tags.js";
import type { TagValue } from "./unions.js";

/** Unions within each other are read so deep. */
const depthBudget = 4;

/** What a member, and all that stands beside it, has at a path; a member that is a union has what its own members have. */
export function readMemberTag(
  source: TagSource,
  beside: readonly NodeId[],
  member: NodeId,
  path: readonly string[],
): TagReading {
  return readMember(source, [...beside, member], path, readTag, 0);
}

/** The same of those instances alone that are objects. */
export function readMemberTagOfObjects(
  source: TagSource,
  beside: readonly NodeId[],
  member: NodeId,
  path: readonly string[],
): TagReading {
  return readMember(source, [...beside, member], path, readTagOfObjects, 0);
}

function readMember(
  source: TagSource,
  nodes: readonly NodeId[],
  path: readonly string[],
  read: typeof readTag,
  depth: number,
): TagReading {
  const own = read(source, nodes, path);
  const last = nodes.at(-1);
  const union = last === undefined ? undefined : readPlainUnion(source, source.facts.resolve(last));
  if (own.kind === "values" || !union || depth === depthBudget) return own;
  const values = new Set<TagValue>();
  for (const member of union.members) {
    const reading = readMember(source, [...nodes, member], path, read, depth + 1);
    if (reading.kind !== "values") return own;
    for (const value of reading.values) values.add(value);
  }
  return values.size === 0 ? own : { kind: "values", values: [...values] };
}
