import type { NodePlan, ObjectCheck } from "../checks/check-plan.js";
import { isAlways } from "../checks/check-plan.js";
import { toPascalCase } from "../identifier.js";
import type { NodeId } from "../schema/schema-graph.js";
import { admits } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { code, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, callTest, compare, not, printCondition } from "./condition.js";
import type { Models } from "./context.js";
import { checkNamesOf, planOf } from "./context.js";
import { presence } from "./guard-presence.js";
import { onlyObjects } from "./left.js";
import { unevaluatedPropertiesCondition } from "./guard-unevaluated.js";
import type { Printing } from "./printing.js";

/** What is asked of an object as a whole. */
export function wholeCondition(printing: Printing, check: ObjectCheck, subject: Code): Condition {
  switch (check.kind) {
    case "minProperties":
    case "maxProperties":
      return sizeCondition(printing, check.kind, check.limit, subject);
    case "propertyNames":
      return namesCondition(printing, check.value.node, subject);
    case "dependentRequired": {
      const demanded = all(check.names.map((name) => presence(printing, name, subject)));
      return any([not(presence(printing, check.key, subject)), demanded]);
    }
    case "dependentSchema": {
      const met = printing.check(check.value.node, subject, onlyObjects(printing.left));
      return any([not(presence(printing, check.key, subject)), met]);
    }
    case "unevaluatedProperties":
      return unevaluatedPropertiesCondition(printing, check, subject);
  }
}

function sizeCondition(
  { models, scope }: Printing,
  kind: "minProperties" | "maxProperties",
  limit: number,
  subject: Code,
): Condition {
  if (kind === "minProperties" && limit === 0) return always;
  const count = scope.use("runtime", countFunction(models));
  const operator = kind === "minProperties" ? ">=" : "<=";
  return compare(code`${count}(${subject})`, operator, valueLiteral(limit));
}

/** Whether a property of undefined is one is for the options to say. */
function countFunction({ options }: Models): string {
  return options.exactOptional ? "countOwnProperties" : "countProperties";
}

function namesCondition(printing: Printing, node: NodeId, subject: Code): Condition {
  const accepts = namePredicate(printing, node);
  if (accepts === undefined) return always;
  const every = printing.models.options.exactOptional ? "everyOwnProperty" : "everyProperty";
  return callTest(code`${printing.scope.use("runtime", every)}(${subject}, ${accepts})`);
}

/** Whether a name is accepted. It may be compared with what no name is, and so its type must not be known. */
export function nameCondition(printing: Printing, node: NodeId, key: Code): Condition {
  const accepts = namePredicate(printing, node);
  return accepts === undefined ? always : callTest(code`${accepts}(${key})`);
}

/** Whether nothing is asked of a name but that it is a string. */
function isAnyName(plan: NodePlan): boolean {
  const isString = plan.types === undefined || admits(plan.types.set, "string");
  return isString && isAlways({ ...plan, types: undefined });
}

/** A guard by its name; anything else as a constant. Undefined where every name is accepted. */
function namePredicate({ models, scope, owner, check }: Printing, node: NodeId): Code | undefined {
  const target = models.facts.resolve(node);
  if (isAnyName(planOf(models, target))) return undefined;
  const condition = check(target, code`name`);
  if (condition.kind === "always") return undefined;
  const names = checkNamesOf(models, target);
  if (names) return scope.use("guards", names.guard);
  const parameter = condition.kind === "never" ? code`_name: unknown` : code`name: unknown`;
  const body = printCondition(condition);
  return scope.hoist(`is${toPascalCase(owner)}Name`, code`(${parameter}): boolean => ${body}`);
}
