import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { allTypes, noTypes } from "../schema/type-set.js";
import type { Decisions } from "../unions/unions.js";
import { planArrays } from "./array-checks.js";
import type { Applied, CheckPlan, NodePlan } from "./check-plan.js";
import type { Evaluations } from "./evaluated.js";
import { findEvaluations } from "./evaluated.js";
import { coverTag, planConditions } from "./dispatch-checks.js";
import { isImplied } from "./literal-nodes.js";
import { planLogic } from "./logic-checks.js";
import { planObjects, planProperties, planRest } from "./object-checks.js";
import { planExtensions, planLiterals, planNumbers, planStrings } from "./scalar-checks.js";
import { findSharedBases } from "./shared-bases.js";
import { neverSite, planTypes } from "./type-checks.js";
import { planUnevaluatedItems, planUnevaluatedProperties } from "./unevaluated-checks.js";

/**
 * The plan of every node that is checked for itself, exact: a value meets a node's plan if and only if the node's schema calls it
 * valid.
 */
export function planChecks(graph: SchemaGraph, facts: Facts, decisions: Decisions): CheckPlan {
  const evaluations = findEvaluations(graph, facts);
  const folded = { graph, facts, decisions, evaluations, bases: new Set<NodeId>() };
  const unfolded = { ...folded, bases: findSharedBases(graph) };
  return new Map(checkedNodes(graph).map((id) => [id, planNode(folded, unfolded, id)]));
}

/** Where nothing is checked. */
export const noPlan: CheckPlan = new Map();

/** All but the branches of `allOf` that nothing refers to: their keywords are checked with those around them. */
function checkedNodes(graph: SchemaGraph): NodeId[] {
  const nodes = [...graph.nodes.values()];
  const targets = new Set(nodes.map(({ id }) => keywordsOf(graph, id).$ref));
  return nodes
    .filter(({ id, parent }) => parent?.tokens[0] !== "allOf" || targets.has(id))
    .map(({ id }) => id);
}

/** What plans are made from. */
interface Planning {
  readonly graph: SchemaGraph;
  readonly facts: Facts;
  readonly decisions: Decisions;
  readonly evaluations: Evaluations;
  /** Checked with the keywords of those that refer to them. */
  readonly bases: ReadonlySet<NodeId>;
}

function planNode(folded: Planning, unfolded: Planning, node: NodeId): NodePlan {
  const plan = planWith(folded, node);
  const isBuilt = plan.applied.some((each) => unfolded.bases.has(each.node));
  return isBuilt ? { ...plan, unfolded: planWith(unfolded, node) } : plan;
}

function planWith(planning: Planning, node: NodeId): NodePlan {
  const { graph, facts, decisions, evaluations } = planning;
  const left = facts.types(node);
  if (left === noTypes) return { ...emptyPlan(node), never: neverSite(graph, node) };
  if (statesTypesAlone(keywordsOf(graph, node))) {
    return { ...emptyPlan(node), types: planTypes(graph, facts, node, [node]) };
  }
  const { inline, applied } = gatherConjuncts(planning, node);
  const schemas = inline.map((id): [NodeId, CanonicalSchema] => [id, keywordsOf(graph, id)]);
  const planAll = <T>(plan: (id: NodeId, schema: CanonicalSchema) => readonly T[]): readonly T[] =>
    unlessEmpty(schemas.flatMap(([id, schema]) => plan(id, schema)));
  const types = planTypes(graph, facts, node, inline);
  const tested = types?.set ?? allTypes;
  const unevaluated = schemas.map(([id, schema]) =>
    planUnevaluatedProperties(graph, facts, evaluations, id, schema),
  );
  const properties = planProperties(graph, facts, inline);
  const logic = inline.flatMap((id) => planLogic(graph, facts, decisions, id, { left, tested }));
  const decided = planConditions(graph, decisions.conditions.get(node), properties);
  const open = logic.filter((check) => check.kind !== "if" || !decided?.conditions.has(check.condition));
  return {
    ...emptyPlan(node),
    types,
    literals: planAll(planLiterals),
    numbers: planAll(planNumbers),
    strings: planAll(planStrings),
    arrays: planAll((id, schema) => [
      ...planArrays(id, schema, facts),
      ...planUnevaluatedItems(graph, facts, evaluations, id, schema),
    ]),
    properties: unlessEmpty(properties),
    rests: unlessEmpty([
      ...inline.map((id) => planRest(graph, facts, id)).filter((rest) => rest !== undefined),
      ...unevaluated.flatMap(({ rests }) => rests),
    ]),
    objects: unlessEmpty([
      ...schemas.flatMap(([id, schema]) => planObjects(id, schema)),
      ...unevaluated.flatMap(({ objects }) => objects),
    ]),
    logic: unlessEmpty(
      [...open, ...(decided ? [decided.dispatch] : [])].map((check) =>
        check.kind === "dispatch" ? coverTag(facts, { properties, types }, check) : check,
      ),
    ),
    applied: unlessEmpty(applied.filter((each) => !isImplied(graph, facts, inline, each.node))),
    extensions: planAll(planExtensions),
  };
}

/** Most parts of most plans are empty, and then one array stands for all of them. */
function unlessEmpty<T>(checks: readonly T[]): readonly T[] {
  return checks.length === 0 ? none : checks;
}

/** Whether nothing else is planned; most nodes are so. */
function statesTypesAlone(schema: CanonicalSchema): boolean {
  for (const keyword in schema) if (keyword !== "type") return false;
  return schema.type !== undefined;
}

const none: readonly never[] = [];

function emptyPlan(node: NodeId): NodePlan {
  return {
    node,
    never: undefined,
    types: undefined,
    literals: none,
    numbers: none,
    strings: none,
    arrays: none,
    properties: none,
    rests: none,
    objects: none,
    logic: none,
    applied: none,
    extensions: none,
  };
}

/** The node with its inline `allOf` branches and shared bases, whose keywords are checked together; and what else it refers to, to be called. */
function gatherConjuncts(
  { graph, bases }: Planning,
  start: NodeId,
): { inline: NodeId[]; applied: Applied[] } {
  const inline: NodeId[] = [];
  const applied: Applied[] = [];
  const stack: Applied[] = [{ node: start, site: { node: start, tokens: [] } }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node } = next;
    if (inline.includes(node)) continue;
    if (node !== start && nodeOf(graph, node).parent === undefined && !bases.has(node)) {
      applied.push(next);
      continue;
    }
    inline.push(node);
    const { $ref, allOf } = keywordsOf(graph, node);
    const children = (allOf ?? []).map((child, index) => ({
      node: child,
      site: { node, tokens: ["allOf", `${index}`] },
    }));
    stack.push(...children.reverse());
    if ($ref !== undefined)
      (bases.has($ref) ? stack : applied).push({ node: $ref, site: { node, tokens: ["$ref"] } });
  }
  // What all variants share goes first, as in an author's own check: a value that is none fails there.
  const shared = inline.filter((id) => bases.has(id));
  return { inline: [...shared, ...inline.filter((id) => !bases.has(id))], applied };
}
