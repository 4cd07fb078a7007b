import type { Applied, LogicCheck, NodePlan } from "../checks/check-plan.js";
import { isAlways } from "../checks/check-plan.js";
import type { JsonType } from "../schema/type-set.js";
import { allTypes, jsonTypes, jsonTypesOf } from "../schema/type-set.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code, joinCode } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, callTest, compare, never, not, printCondition } from "./condition.js";
import type { Models } from "./context.js";
import { checkNamesOf, planOf } from "./context.js";
import { arrayConditions } from "./guard-arrays.js";
import { literalCondition } from "./guard-literals.js";
import { objectConditions } from "./guard-objects.js";
import { numberConditions, stringConditions } from "./guard-scalars.js";
import { typeTest } from "./guard-types.js";
import type { Printing } from "./printing.js";
import type { Scope } from "./scope.js";

/** The printing of one function's expressions. */
export function startPrinting(models: Models, scope: Scope, owner: string): Printing {
  const printing: Printing = {
    models,
    scope,
    owner,
    check: (node, subject) => conditionOf(printing, node, subject),
  };
  return printing;
}

function conditionOf(printing: Printing, node: NodeId, subject: Code): Condition {
  const { models, scope } = printing;
  const plan = planOf(models, node);
  if (isAlways(plan)) return always;
  const names = checkNamesOf(models, node);
  if (names) return callTest(code`${scope.use("guards", names.guard)}(${subject})`);
  return planCondition(printing, plan, subject);
}

/**
 * The plan written out: types, then alternatives, literals, and calls. Calls come last, since they narrow the subject to types that
 * may leave nothing to read. `typeName` names the keys that are read, where the subject has a declared type.
 */
export function planCondition(printing: Printing, plan: NodePlan, subject: Code, typeName?: Code): Condition {
  if (plan.never) return never;
  const types = plan.types?.set ?? allTypes;
  return all([
    typeCondition(printing, plan, subject, typeName),
    ...plan.logic.map((check) => logicCondition(printing, check, subject)),
    ...plan.literals.map((check) => literalCondition(printing, check, subject, types)),
    ...plan.applied.map(({ node }) => conditionOf(printing, node, subject)),
  ]);
}

/** The types that may be, each with the checks that bear on it; without stated types, the checks alone. */
export function typeCondition(printing: Printing, plan: NodePlan, subject: Code, typeName?: Code): Condition {
  const groups = new Map(jsonTypes.map((type) => [type, groupCondition(printing, plan, type, subject)]));
  const groupOf = (type: JsonType): Condition => groups.get(type) ?? always;
  const { types } = plan;
  if (types === undefined) {
    const bearing = jsonTypes.filter((type) => groupOf(type).kind !== "always");
    return all(
      bearing.map((type) =>
        any([not(typeTest(printing, plan, type, allTypes, subject, true, typeName)), groupOf(type)]),
      ),
    );
  }
  const isDecidedByLiterals =
    plan.literals.length > 0 && jsonTypes.every((type) => groupOf(type).kind === "always");
  if (isDecidedByLiterals) return always;
  return any(
    jsonTypesOf(types.set).map((type) => {
      const isRead = groupOf(type).kind !== "always";
      return all([typeTest(printing, plan, type, types.set, subject, isRead, typeName), groupOf(type)]);
    }),
  );
}

function groupCondition(printing: Printing, plan: NodePlan, type: JsonType, subject: Code): Condition {
  if (type === "number") return all(numberConditions(printing, plan, subject));
  if (type === "string") return all(stringConditions(printing, plan, subject));
  if (type === "array") return all(arrayConditions(printing, plan, subject));
  return type === "object" ? all(objectConditions(printing, plan, subject)) : always;
}

export function logicCondition(printing: Printing, check: LogicCheck, subject: Code): Condition {
  const branchOf = ({ node }: Applied): Condition => conditionOf(printing, node, subject);
  if (check.kind === "not") return not(branchOf(check.value));
  if (check.kind === "any") return any(check.branches.map(branchOf));
  if (check.kind === "dispatch") return any(check.cases.map(({ value }) => branchOf(value)));
  const branches = check.branches.map(branchOf).filter(({ kind }) => kind !== "never");
  const [only, ...others] = branches;
  if (only === undefined || others.length === 0) return only ?? never;
  const counts = branches.map((branch) => code`Number(${printCondition(branch)})`);
  return compare(joinCode(counts, " + "), "===", code`1`);
}
