import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { TypeSet } from "../schema/type-set.js";
import { admits } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Decisions } from "../unions/unions.js";
import { planDispatch } from "./dispatch-checks.js";
import type { Applied, ChoiceCheck, ConditionalCheck, LogicCheck } from "./check-plan.js";

/**
 * `left`: the types that the schema leaves altogether; `tested`: those that the plan itself lets through before it comes to these
 * checks. A negation is only left out where the plan's own test of types does its work.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1
 */
export function planLogic(
  graph: SchemaGraph,
  facts: Facts,
  decisions: Decisions,
  node: NodeId,
  { left, tested }: { readonly left: TypeSet; readonly tested: TypeSet },
): LogicCheck[] {
  const schema = keywordsOf(graph, node);
  const { anyOf, oneOf, not, if: condition } = schema;
  const decision = decisions.branches.get(node);
  const dispatch = decision?.kind === "tag" ? planDispatch(graph, facts, node, decision) : undefined;
  const keys = decision?.kind === "presence" && admits(left, "object") ? { keys: decision.keys } : {};
  const checks: LogicCheck[] = [];
  if (dispatch) checks.push(dispatch);
  else {
    if (anyOf) checks.push({ ...planChoice(facts, node, "any", ["anyOf", anyOf], left), ...keys });
    if (oneOf) checks.push({ ...planChoice(facts, node, "one", ["oneOf", oneOf], tested), ...keys });
  }
  if (not !== undefined && (facts.types(not) & tested) !== 0) {
    checks.push({ kind: "not", value: { node: not, site: { node, tokens: ["not"] } } });
  }
  if (condition !== undefined && (schema.then ?? schema.else) !== undefined) {
    checks.push({ kind: "if", condition, ...planOutcomes(node, schema) });
  }
  return checks;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.2 */
function planOutcomes(
  node: NodeId,
  { then, else: otherwise }: CanonicalSchema,
): Pick<ConditionalCheck, "then" | "otherwise"> {
  const apply = (keyword: string, target: NodeId | undefined): Applied | undefined =>
    target === undefined ? undefined : { node: target, site: { node, tokens: [keyword] } };
  return { then: apply("then", then), otherwise: apply("else", otherwise) };
}

/** Branches that no value of the types could meet have no say. Where they are counted, only tested types count: what a value that fits two branches loses is proved by the count itself. */
function planChoice(
  facts: Facts,
  node: NodeId,
  kind: "any" | "one",
  [keyword, branches]: readonly [keyword: string, branches: readonly NodeId[]],
  left: TypeSet,
): ChoiceCheck {
  const applied = branches.map((branch, index): Applied => ({
    node: branch,
    site: { node, tokens: [keyword, `${index}`] },
  }));
  return {
    kind,
    site: { node, tokens: [keyword] },
    branches: applied.filter((branch) => (facts.types(branch.node) & left) !== 0),
  };
}
