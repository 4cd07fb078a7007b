import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import { areObjects } from "./tags.js";

/** What stands behind a node's `oneOf` or `anyOf`, unions among its members flattened; or why it is no union of objects. */
export type Branches =
  | { readonly kind: "members"; readonly nodes: readonly NodeId[] }
  | { readonly kind: "no-union" }
  /** Other keywords stand beside the union, so that the node is more than its members. */
  | { readonly kind: "siblings"; readonly keywords: readonly string[] }
  /** A member that admits what is no object. */
  | { readonly kind: "no-object"; readonly member: NodeId }
  /** A member that is reached twice where a `oneOf` counts, so that its values are valid twice, and so not at all. */
  | { readonly kind: "repeated"; readonly member: NodeId }
  /** Flattening would come to more members than `most`. */
  | { readonly kind: "too-many" };

/** At most `most` members. A member that nothing can meet is left out: it adds nothing to the union. */
export function findBranches(graph: SchemaGraph, facts: Facts, start: NodeId, most = Infinity): Branches {
  const read = readUnion(graph, start);
  if (read.kind !== "union") return read;
  let isExclusive = read.isExclusive;
  let repeated: NodeId | undefined;
  const members: NodeId[] = [];
  const visited = new Set<NodeId>([start]);
  const stack = read.members.toReversed();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const member = facts.resolve(id);
    if (facts.types(member) === noTypes) continue;
    if (visited.has(member)) {
      repeated ??= member;
      continue;
    }
    visited.add(member);
    const nested = readUnion(graph, member);
    if (nested.kind === "union") {
      isExclusive ||= nested.isExclusive;
      for (const each of nested.members.toReversed()) stack.push(each);
    } else members.push(member);
    if (members.length + stack.length > most) return { kind: "too-many" };
  }
  if (isExclusive && repeated !== undefined) return { kind: "repeated", member: repeated };
  if (members.length === 0) return { kind: "no-union" };
  const other = members.find((id) => !areObjects(facts, [id]));
  return other === undefined ? { kind: "members", nodes: members } : { kind: "no-object", member: other };
}

interface UnionKeyword {
  readonly kind: "union";
  readonly members: readonly NodeId[];
  readonly isExclusive: boolean;
}

/** The members of a schema that is its `oneOf` or `anyOf` and nothing else. `type: object` beside it says what each member says. */
function readUnion(
  graph: SchemaGraph,
  id: NodeId,
): UnionKeyword | Extract<Branches, { kind: "no-union" | "siblings" }> {
  const { anyOf, oneOf, ...siblings } = keywordsOf(graph, id);
  const members = anyOf ?? oneOf;
  if (members === undefined) return { kind: "no-union" };
  const keywords = Object.keys(siblings).filter(
    (keyword) => keyword !== "type" || siblings.type?.join() !== "object",
  );
  if (anyOf && oneOf) keywords.unshift("anyOf");
  if (keywords.length > 0) return { kind: "siblings", keywords };
  return { kind: "union", members, isExclusive: oneOf !== undefined };
}
