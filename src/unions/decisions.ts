import { keywordsIn, keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { admits, jsonTypesOf } from "../schema/type-set.js";
import { isCall, readPlainUnion } from "./branches.js";
import { decideConditions } from "./conditions.js";
import type { Choosing } from "./choose-tag.js";
import { chooseTag, startChoosing } from "./choose-tag.js";
import { Pruner } from "./pruner.js";
import { findKeys } from "./search-presence.js";
import type { TagSource } from "./tags.js";
import { areObjects } from "./tags.js";
import type {
  ConditionDecision,
  Decision,
  Decisions,
  PresenceDecision,
  TagDecision,
  Unions,
} from "./unions.js";

/** What a node's alternatives come to, before a tag chooses among them. */
type Alternatives = Exclude<Decision, TagDecision>;

/** Beyond so many, unions among the members are members themselves. */
const memberBudget = 1000;
/** So many tags may decide one after another. */
const tagBudget = 3;

/** For each node whose alternatives a tag tells apart, or leaves fewer of: how. The tags of `unions` go before others. */
export function findDecisions(graph: SchemaGraph, facts: Facts, unions: Unions): Decisions {
  const source = { graph, facts };
  const preferred = listPreferred(unions);
  const branches = new Map<NodeId, TagDecision | PresenceDecision>();
  const conditions = new Map<NodeId, ConditionDecision>();
  for (const node of graph.nodes.values()) {
    const { id } = node;
    const schema = keywordsIn(node);
    const { anyOf, oneOf } = schema;
    const condition = hasConditions(schema) ? decideConditions(source, id) : undefined;
    if (condition) conditions.set(id, condition);
    if ((anyOf && oneOf) ?? (anyOf ?? oneOf ?? none).length < 2) continue;
    const whole = listAlternatives(source, id);
    const decision = decide(startChoosing(source, id, preferred.get(id)), whole, []);
    if (decision.kind === "tag") branches.set(id, decision);
    else decidePresence(source, id, branches);
  }
  return { branches, conditions };
}

const none: readonly NodeId[] = [];

/** Whether a schema, or a part of its `allOf`, has `if`. */
function hasConditions({ if: test, allOf }: CanonicalSchema): boolean {
  return (test ?? allOf) !== undefined;
}

/** Where all members are objects, and each has a property of its own. */
function decidePresence(
  source: TagSource,
  id: NodeId,
  decisions: Map<NodeId, TagDecision | PresenceDecision>,
): void {
  const { anyOf, oneOf = anyOf ?? [] } = keywordsOf(source.graph, id);
  if (!oneOf.every((member) => areObjects(source.facts, [member]))) return;
  const keys = findKeys(source, oneOf, (member) => [id, member]);
  if (keys) decisions.set(id, { kind: "presence", keys });
}

/** The paths of each union's tags, by the node that has its members. */
function listPreferred(unions: Unions): ReadonlyMap<NodeId, readonly (readonly string[])[]> {
  return new Map(
    [...unions.values()].map(({ node, tags }) => [
      node,
      tags.flatMap((tag) => (tag.kind === "property" ? [tag.path] : [])),
    ]),
  );
}

/** The members of a node, and those of unions among them that are named, so that each is a call. */
function listAlternatives(source: TagSource, start: NodeId): Alternatives {
  const { facts } = source;
  let count = 0;
  const list = (holder: NodeId, above: readonly NodeId[]): Alternatives => {
    const { anyOf, oneOf } = keywordsOf(source.graph, holder);
    const members = oneOf ?? anyOf ?? [];
    count += members.length;
    const of = members.map((member): Decision => {
      const target = facts.resolve(member);
      const nested =
        above.includes(target) || count > memberBudget ? undefined : readPlainUnion(source, target);
      const areCalls = nested?.members.every((each) => isCall(source, each)) ?? false;
      return nested && areCalls ? list(target, [...above, target]) : { kind: "branch", node: member };
    });
    return { kind: oneOf ? "one" : "any", holder, of };
  };
  return list(start, [start]);
}

/** `used`: the paths that have been asked. */
function decide(choosing: Choosing, whole: Decision, used: readonly (readonly string[])[]): Decision {
  if (whole.kind === "branch" || whole.kind === "tag" || used.length === tagBudget) return whole;
  const { facts } = choosing.source;
  const branches = listBranches(whole);
  const objects = branches.filter((id) => admits(facts.types(id), "object"));
  const chosen = objects.length < 2 ? undefined : chooseTag(choosing, objects, used);
  if (!chosen) return whole;
  const { path, groups, others } = chosen;
  const pruner = new Pruner(whole);
  const keep = (nodes: readonly NodeId[]): Decision | undefined => {
    const kept = pruner.keep(nodes);
    return kept && decide(choosing, kept, [...used, path]);
  };
  const cases = groups.flatMap(({ values, nodes }) => {
    const then = keep(nodes);
    return then ? [{ values, then }] : [];
  });
  const rest = branches.filter((id) => jsonTypesOf(facts.types(id)).some((type) => type !== "object"));
  return { kind: "tag", path, cases, otherwise: keep(others), notObject: pruner.keep(rest) };
}

function listBranches(decision: Decision): readonly NodeId[] {
  if (decision.kind === "branch") return [decision.node];
  return decision.kind === "tag" ? [] : decision.of.flatMap(listBranches);
}
