import type { NodePlan } from "../checks/check-plan.js";
import { typesAloneOf } from "../checks/check-plan.js";
import type { TypeSet } from "../schema/type-set.js";
import { jsonTypesOf, numberKindOf } from "../schema/type-set.js";
import type { JsonType } from "../schema/type-set.js";
import { toPascalCase } from "../identifier.js";
import type { Code } from "./code.js";
import { code } from "./code.js";
import type { Condition } from "./condition.js";
import { callTest, printCondition } from "./condition.js";
import type { Scope } from "./scope.js";

/** The types of a plan that states nothing else, and neither objects nor arrays. */
export function scalarTypesOf(plan: NodePlan): TypeSet | undefined {
  const set = typesAloneOf(plan)?.set;
  if (set === undefined) return undefined;
  const types = jsonTypesOf(set);
  if (types.length === 0 || types.includes("object") || types.includes("array")) return undefined;
  return types.includes("number") && numberKindOf(set) === "fraction" ? undefined : set;
}

/** As a part of a name: `OptionalStringOrNull`. */
export function nameTypes(set: TypeSet, isOptional: boolean): string {
  const nameOne = (type: JsonType): string =>
    type === "number" && numberKindOf(set) === "integer" ? "Integer" : toPascalCase(type);
  const names = jsonTypesOf(set).map(nameOne);
  return `${isOptional ? "Optional" : ""}${names.toSorted(nullLast).join("Or")}`;
}

function nullLast(one: string, other: string): number {
  return Number(one === "Null") - Number(other === "Null");
}

/**
 * The same condition as a function that the whole module shares, given a condition of `value`: a property is then read once, which counts
 * where an engine has to look for it.
 */
export function callShared(scope: Scope, types: string, condition: Condition, access: Code): Condition {
  const predicate = code`(value: unknown): boolean => ${printCondition(condition)}`;
  return callTest(code`${scope.hoist(`is${types}`, predicate)}(${access})`);
}
