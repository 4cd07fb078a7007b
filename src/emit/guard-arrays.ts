import { toPascalCase } from "../identifier.js";
import type { Applied, ArrayCheck, NodePlan } from "../checks/check-plan.js";
import type { Code } from "./code.js";
import { code, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { always, any, callTest, compare, printCondition } from "./condition.js";
import { checkNamesOf } from "./context.js";
import type { Printing } from "./printing.js";

export function arrayConditions(printing: Printing, { arrays }: NodePlan, subject: Code): Condition[] {
  const least = Math.max(0, ...arrays.map((check) => (check.kind === "minItems" ? check.limit : 0)));
  return arrays.map((check) => arrayCondition(printing, check, subject, least));
}

/** `least`: the length that another condition holds already. */
export function arrayCondition(
  printing: Printing,
  check: ArrayCheck,
  subject: Code,
  least: number,
): Condition {
  const length = code`${subject}.length`;
  switch (check.kind) {
    case "minItems":
      return check.limit === 0 ? always : compare(length, ">=", valueLiteral(check.limit));
    case "maxItems":
      return compare(length, "<=", valueLiteral(check.limit));
    case "noItems":
      return compare(length, "<=", valueLiteral(check.from));
    case "item": {
      const item = printing.check(check.value.node, code`${subject}[${check.index}]`);
      if (item.kind === "always" || check.index < least) return item;
      return any([compare(length, "<=", valueLiteral(check.index)), item]);
    }
    case "items":
      return everyItem(printing, check.value, check.from, subject);
  }
}

/** Not `Array.prototype.every`, which passes over the holes of a sparse array. */
function everyItem(printing: Printing, value: Applied, from: number, subject: Code): Condition {
  const accepts = itemPredicate(printing, value);
  if (accepts === undefined) return always;
  return callTest(code`${printing.scope.use("runtime", "everyItem")}(${subject}, ${from}, ${accepts})`);
}

/** A guard by its name; anything else as a constant, so that a call allocates nothing. Undefined where every item is accepted. */
function itemPredicate(printing: Printing, { node }: Applied): Code | undefined {
  const { models, scope, owner } = printing;
  const target = models.facts.resolve(node);
  const condition = printing.check(target, code`item`);
  if (condition.kind === "always") return undefined;
  const names = checkNamesOf(models, target);
  if (names) return scope.use("guards", names.guard);
  const body = printCondition(condition);
  return scope.hoist(`is${toPascalCase(owner)}Item`, code`(item: unknown): boolean => ${body}`);
}
