import type { LogicCheck, NodePlan } from "../checks/check-plan.js";
import type { Facts } from "../facts/facts.js";
import type { TypeSet } from "../schema/type-set.js";
import { allTypes, typeSetOfValue } from "../schema/type-set.js";

/** The types that a value may be of once it meets the plan, as far as its parts tell at once. */
export function findDemandedTypes(facts: Facts, { types, literals, applied, logic }: NodePlan): TypeSet {
  return [
    types?.set ?? allTypes,
    ...literals.map(({ values }) => unite(values.map(typeSetOfValue))),
    ...applied.map(({ node }) => facts.types(node)),
    ...logic.map((check) => typesOfLogic(facts, check)),
  ].reduce((all, each) => all & each);
}

function typesOfLogic(facts: Facts, check: LogicCheck): TypeSet {
  if (check.kind !== "any" && check.kind !== "one") return allTypes;
  return unite(check.branches.map(({ node }) => facts.types(node)));
}

function unite(sets: readonly TypeSet[]): TypeSet {
  return sets.reduce((all, each) => all | each, 0);
}
