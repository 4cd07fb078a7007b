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
    pending.push(...listApplied(plan));
  }
  return Math.min(cost, dearest);
}

/** Items and patterns may be met any number of times. */
const repeated = 8;

function ownCost({ strings, arrays, rests, objects }: NodePlan): number {
  const [closed, open] = [rests.filter(isClosed), rests.filter((check) => !isClosed(check))];
  const named = closed.reduce((count, check) => count + check.named.length, 0);
  return 1 + strings.length + named + (arrays.length + objects.length + open.length) * repeated;
}

function listApplied({ properties, arrays, rests, logic, applied }: NodePlan): readonly NodeId[] {
  return [
    ...properties.flatMap(({ values }) => values),
    ...arrays.flatMap((check) => ("value" in check ? [check.value] : [])),
    ...rests.flatMap(({ others }) => (others && "node" in others ? [others] : [])),
    ...applied,
  ]
    .map(({ node }) => node)
    .concat(logic.flatMap(listChosen));
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
