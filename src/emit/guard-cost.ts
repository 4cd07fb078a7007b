import type { Alternative, LogicCheck, NodePlan } from "../checks/check-plan.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Models } from "./context.js";
import { planOf } from "./context.js";
import { isClosed } from "./guard-closed.js";

/** What costs as much as this or more is not told apart. */
const dearest = 64;

/**
 * How much work a value by a node takes at most, in comparisons, roughly: what is cheap is asked first, so that a value that fails does
 * so early.
 */
export function estimateCost(models: Models, node: NodeId): number {
  let cost = 0;
  const pending = [node];
  for (let next = pending.pop(); next !== undefined && cost < dearest; next = pending.pop()) {
    const plan = planOf(models, next);
    cost += ownCost(plan);
    addApplied(plan, pending);
  }
  return Math.min(cost, dearest);
}

/** Items and patterns may be met any number of times. */
const repeated = 8;

function ownCost({ strings, arrays, rests, objects }: NodePlan): number {
  let cost = 1 + strings.length + (arrays.length + objects.length) * repeated;
  for (const check of rests) cost += isClosed(check) ? check.named.length : repeated;
  return cost;
}

/** There are many nodes, and most of them apply nothing. */
function addApplied({ properties, arrays, rests, logic, applied }: NodePlan, nodes: NodeId[]): void {
  for (const { values } of properties) for (const { node } of values) nodes.push(node);
  for (const check of arrays) if ("value" in check) nodes.push(check.value.node);
  for (const { others } of rests) if (others && "node" in others) nodes.push(others.node);
  for (const { node } of applied) nodes.push(node);
  for (const check of logic) nodes.push(...listChosen(check));
}

function listChosen(check: LogicCheck | Alternative): readonly NodeId[] {
  switch (check.kind) {
    case "not":
    case "branch":
      return [check.value.node];
    case "if":
      return [check.condition];
    case "any":
    case "one":
      return "branches" in check ? check.branches.map(({ node }) => node) : check.of.flatMap(listChosen);
    case "all":
      return check.of.map(({ node }) => node);
    case "dispatch":
      return check.cases.flatMap(({ then }) => listChosen(then));
  }
}
