import type { Alternative, LogicCheck, NodePlan } from "../checks/check-plan.js";
import { isOpen } from "../checks/check-plan.js";
import type { NodeId } from "../schema/schema-graph.js";
import { planOf } from "./context.js";
import { isClosed } from "./guard-closed.js";
import type { Printing } from "./printing.js";

/** What costs as much as this or more is not told apart. */
const dearest = 64;

/**
 * How much work a value by a node takes at most, in comparisons, roughly: what is cheap is asked first, so that a value that fails does
 * so early. Infinite at the last of so many levels as are told apart, since each costs something.
 */
export function estimateCost(printing: Printing, node: NodeId, level = 0): number {
  const plan = planOf(printing.models, node);
  // Of most nodes a type is all that is asked.
  if (isOpen(plan)) return 1;
  const { costs } = printing.scope;
  const known = costs.get(node);
  if (known !== undefined) return known;
  if (level === dearest) return Infinity;
  let cost = ownCost(plan);
  for (const applied of listApplied(plan)) {
    if (cost >= dearest) break;
    cost += estimateCost(printing, applied, level + 1);
  }
  // It is dear to the first of the levels alone.
  if (cost === Infinity && level > 0) return cost;
  cost = Math.min(cost, dearest);
  costs.set(node, cost);
  return cost;
}

/** Items and patterns may be met any number of times. */
const repeated = 8;

function ownCost({ strings, arrays, rests, objects }: NodePlan): number {
  let cost = 1 + strings.length + (arrays.length + objects.length) * repeated;
  for (const check of rests) cost += isClosed(check) ? check.named.length : repeated;
  return cost;
}

/** There are many nodes, and most of them apply nothing. */
function listApplied({ properties, arrays, rests, logic, applied }: NodePlan): NodeId[] {
  const nodes: NodeId[] = [];
  for (const { values } of properties) for (const { node } of values) nodes.push(node);
  for (const check of arrays) if ("value" in check) nodes.push(check.value.node);
  for (const { others } of rests) if (others && "node" in others) nodes.push(others.node);
  for (const { node } of applied) nodes.push(node);
  for (const check of logic) nodes.push(...listChosen(check));
  return nodes;
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
