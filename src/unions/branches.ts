import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import type { TagSource } from "./tags.js";
import { areObjects } from "./tags.js";

/** A member of a union, which is none itself. */
export interface Member {
  readonly node: NodeId;
  /** The unions among the members by way of which it is one, outermost first; without those that have a member which is reached otherwise too. */
  readonly via: readonly NodeId[];
  /** See Branch.chain. */
  readonly chain: readonly NodeId[];
}

/** A node's `anyOf` or `oneOf`, with unions among its members flattened. */
export interface Members {
  readonly kind: "members";
  /** What has the keyword: the node itself, or one of its conjuncts. */
  readonly holder: NodeId;
  /** Whether the node says more than that, so that it is more than its members. */
  readonly isBased: boolean;
  /** Whether some `oneOf` refuses what two of them admit. */
  readonly isExclusive: boolean;
  readonly members: readonly Member[];
  /** The same with unions among the members as they are. */
  readonly direct: readonly Member[];
}

/** What stands behind a node's `oneOf` or `anyOf`; or why it is no union of objects. */
export type Branches =
  | Members
  | { readonly kind: "no-union" }
  /** A member that admits what is no object. */
  | { readonly kind: "no-object"; readonly member: NodeId }
  /** A member that is reached twice where a `oneOf` counts, so that its values are valid twice, and so not at all. */
  | { readonly kind: "repeated"; readonly member: NodeId }
  /** Flattening would come to more members than `most`. */
  | { readonly kind: "too-many" };

/**
 * The unions that a node is, at most `most` members in each: one, but where several parts of its `allOf` are such. A member that
 * nothing can meet is left out: it adds nothing to the union.
 */
export function findBranches(source: TagSource, start: NodeId, most = Infinity): readonly Branches[] {
  const { graph, facts } = source;
  if (facts.resolve(start) !== start) return [{ kind: "no-union" }];
  const conjuncts = facts.conjuncts(start);
  const unions = conjuncts.flatMap((holder) => listChoices(keywordsOf(graph, holder), holder));
  if (unions.length === 0) return [{ kind: "no-union" }];
  const isBased = unions.length > 1 || conjuncts.some((id) => saysMore(keywordsOf(graph, id)));
  return unions.map((union) => flatten(source, start, { ...union, isBased }, most));
}

interface Choice {
  readonly holder: NodeId;
  readonly members: readonly NodeId[];
  readonly isExclusive: boolean;
}

function listChoices({ anyOf, oneOf }: CanonicalSchema, holder: NodeId): Choice[] {
  return [
    ...(oneOf ? [{ holder, members: oneOf, isExclusive: true }] : []),
    ...(anyOf ? [{ holder, members: anyOf, isExclusive: false }] : []),
  ];
}

const choosing: ReadonlySet<string> = new Set<keyof CanonicalSchema>(["anyOf", "oneOf", "allOf", "$ref"]);

/** Whether a schema says more than which others apply. `type: object` beside members says what each of them says. */
function saysMore(schema: CanonicalSchema): boolean {
  const isPlain = (keyword: string): boolean =>
    choosing.has(keyword) || (keyword === "type" && schema.type?.join() === "object");
  return !Object.keys(schema).every(isPlain);
}

function flatten(
  source: TagSource,
  start: NodeId,
  { holder, members: direct, isExclusive: isOne, isBased }: Choice & { readonly isBased: boolean },
  most: number,
): Branches {
  const { facts } = source;
  const beside = isBased ? [start] : [];
  let isExclusive = isOne;
  let repeated: NodeId | undefined;
  const members: Member[] = [];
  const visited = new Set<NodeId>([start]);
  const repeating = new Set<NodeId>();
  const stack = direct.toReversed().map((node): Member => ({ node, via: [], chain: [node] }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const node = facts.resolve(next.node);
    if (facts.types(node) === noTypes) continue;
    if (visited.has(node)) {
      repeated ??= node;
      for (const union of next.via) repeating.add(union);
      continue;
    }
    visited.add(node);
    const nested = readPlainUnion(source, node);
    if (nested) {
      isExclusive ||= nested.isExclusive;
      const via = [...next.via, node];
      for (const each of nested.members.toReversed())
        stack.push({ node: each, via, chain: [...next.chain, each] });
    } else members.push({ ...next, node });
    if (members.length + stack.length > most) return { kind: "too-many" };
  }
  if (isExclusive && repeated !== undefined) return { kind: "repeated", member: repeated };
  if (members.length === 0) return { kind: "no-union" };
  const other = members.find(({ node }) => !areObjects(facts, [...beside, node]));
  if (other) return { kind: "no-object", member: other.node };
  const whole = direct
    .map((node): Member => ({ node: facts.resolve(node), via: [], chain: [node] }))
    .filter(({ node }) => facts.types(node) !== noTypes);
  const once = members.map((member) => ({
    ...member,
    via: member.via.filter((each) => !repeating.has(each)),
  }));
  return { kind: "members", holder, isBased, isExclusive, members: once, direct: whole };
}

/** The members of a schema that is its `oneOf` or `anyOf` and nothing else. */
export function readPlainUnion({ graph }: TagSource, id: NodeId): Choice | undefined {
  const keywords = keywordsOf(graph, id);
  if ((keywords.anyOf ?? keywords.oneOf) === undefined) return undefined;
  const [union, ...others] = listChoices(keywords, id);
  const isPlain = (keywords.$ref ?? keywords.allOf) === undefined && !saysMore(keywords);
  return others.length === 0 && isPlain ? union : undefined;
}

/** The number of members that stand in a definition itself, before any are flattened. */
export function countDirect(source: TagSource, start: NodeId): number {
  const unions = listInline(source, start).map((id) => keywordsOf(source.graph, id));
  return unions.reduce((sum, { anyOf = [], oneOf = [] }) => sum + anyOf.length + oneOf.length, 0);
}

/** A schema and the parts of its `allOf` that stand in it, at any depth; not what references lead to. */
export function listInline({ graph }: TagSource, start: NodeId): readonly NodeId[] {
  const found = [start];
  for (const id of found) {
    const parts = keywordsOf(graph, id).allOf ?? [];
    found.push(...parts.filter((part) => nodeOf(graph, part).parent?.node === id));
  }
  return found;
}

/** Whether a node is checked by a function of its own, so that it may be asked from several places. */
export function isCall({ graph, facts }: TagSource, node: NodeId): boolean {
  return nodeOf(graph, facts.resolve(node)).parent === undefined;
}
