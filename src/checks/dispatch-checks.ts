import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { ConditionDecision, Decision, TagDecision } from "../unions/unions.js";
import { typeSetOf } from "../schema/type-set.js";
import type { Alternative, Applied, DispatchCheck, NodePlan, PropertyCheck, Site } from "./check-plan.js";

/** The check of a node's `anyOf` or `oneOf` by the tags that tell its members apart. */
export function planDispatch(
  graph: SchemaGraph,
  facts: Facts,
  node: NodeId,
  decision: TagDecision,
): DispatchCheck {
  const { path, cases, otherwise, notObject } = decision;
  const site = siteOf(graph, node);
  const plan = (each: Decision): Alternative => planAlternative(graph, facts, node, each);
  return {
    kind: "dispatch",
    path,
    required: findRequired(graph, facts, [node, ...listNodes(cases.map(({ then }) => then))], path),
    cases: cases.map(({ values, then }) => ({ values, then: plan(then) })),
    otherwise: otherwise && plan(otherwise),
    notObject: notObject && plan(notObject),
    covers: undefined,
    site,
  };
}

/** The conditions that one listed property decides, and the check that stands for them. */
export function planConditions(
  graph: SchemaGraph,
  decision: ConditionDecision | undefined,
  properties: readonly PropertyCheck[],
): { readonly conditions: ReadonlySet<NodeId>; readonly dispatch: DispatchCheck } | undefined {
  if (!decision) return undefined;
  const own = properties.find(({ key }) => key === decision.key);
  const site = own && siteOfValues(graph, own);
  if (!own?.required || !site) return undefined;
  const conditions = decision.holders.flatMap((id) => keywordsOf(graph, id).if ?? []);
  const cases = decision.cases.map(({ values, then }) => ({
    values,
    then: { kind: "all", of: then.map((node): Applied => ({ node, site: { node, tokens: [] } })) } as const,
  }));
  const dispatch: DispatchCheck = {
    kind: "dispatch",
    path: [decision.key],
    required: [own.required],
    cases,
    otherwise: undefined,
    notObject: undefined,
    covers: undefined,
    site,
  };
  return { conditions: new Set(conditions), dispatch };
}

/** The keyword that lists a property's values. */
function siteOfValues(graph: SchemaGraph, { literals, values }: PropertyCheck): Site | undefined {
  if (literals) return literals.site;
  for (const { node } of values) {
    const { const: constant, enum: listed } = keywordsOf(graph, node);
    if (constant ?? listed) return { node, tokens: [constant ? "const" : "enum"] };
  }
  return undefined;
}

/** The check with what it covers of the properties that are checked beside it. */
export function coverTag(
  facts: Facts,
  { properties, types }: Pick<NodePlan, "properties" | "types">,
  check: DispatchCheck,
): DispatchCheck {
  const [key, ...inner] = check.path;
  const own = properties.find((property) => property.key === key);
  const values = check.cases.flatMap((each) => each.values);
  const areObjects = check.notObject === undefined || types?.set === typeSetOf(["object"]);
  const isDecided = check.otherwise === undefined && areObjects && inner.length === 0;
  const isMet = own?.values.every(({ node }) =>
    values.every((value) => value !== undefined && facts.mustAdmit(node, value)),
  );
  const mayBeAbsent = values.includes(undefined);
  return { ...check, covers: isDecided && !mayBeAbsent && isMet === true ? key : undefined };
}

function planAlternative(graph: SchemaGraph, facts: Facts, node: NodeId, decision: Decision): Alternative {
  if (decision.kind === "tag") return planDispatch(graph, facts, node, decision);
  if (decision.kind === "branch")
    return { kind: "branch", value: { node: decision.node, site: siteOf(graph, node) } };
  const of = decision.of.map((each) => planAlternative(graph, facts, decision.holder, each));
  return { kind: decision.kind, of, site: siteOf(graph, decision.holder) };
}

function siteOf(graph: SchemaGraph, node: NodeId): Site {
  return { node, tokens: [keywordsOf(graph, node).oneOf ? "oneOf" : "anyOf"] };
}

function listNodes(decisions: readonly Decision[]): readonly NodeId[] {
  return decisions.flatMap((decision) => {
    if (decision.kind === "branch") return [decision.node];
    return listNodes(decision.kind === "tag" ? decision.cases.map(({ then }) => then) : decision.of);
  });
}

/** For each step of a tag's path, the first `required` that names it in what holds the members, or in one of them. */
function findRequired(
  graph: SchemaGraph,
  facts: Facts,
  nodes: readonly NodeId[],
  path: readonly string[],
): (Site | undefined)[] {
  let applying = nodes;
  return path.map((key) => {
    const requiring = applying
      .flatMap((id) => facts.conjuncts(id))
      .find((id) => keywordsOf(graph, id).required?.includes(key));
    applying = applying.flatMap((id) => facts.propertySchemas(id, key));
    return requiring === undefined ? undefined : { node: requiring, tokens: ["required"] };
  });
}
