import { toPascalCase } from "../identifier.js";
import type { Applied, ArrayCheck, ContainsCheck, NodePlan } from "../checks/check-plan.js";
import type { NodeId } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { code, joinCode, nameCode, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, callTest, compare, never, not, printCondition } from "./condition.js";
import { checkNamesOf, planOf } from "./context.js";
import { nameTypes, scalarTypesOf } from "./guard-scalar-types.js";
import { unevaluatedItemsCondition } from "./guard-unevaluated.js";
import type { Printing } from "./printing.js";

export function arrayConditions(printing: Printing, { arrays }: NodePlan, subject: Code): Condition[] {
  if (arrays.length === 0) return [];
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
    case "uniqueItems":
      return callTest(code`${printing.scope.use("runtime", "hasUniqueItems")}(${subject})`);
    case "contains":
      return containsCondition(printing, check, subject);
    case "unevaluatedItems":
      return unevaluatedItemsCondition(printing, check, subject);
  }
}

/** Whether at least and at most so many items are accepted; the count stops where it is known. */
export function containsCondition(
  printing: Printing,
  { value, least, most }: Pick<ContainsCheck, "value" | "least" | "most">,
  subject: Code,
): Condition {
  const isNever = printing.models.facts.types(value.node) === noTypes;
  if (least === 0 && (most === Infinity || isNever)) return always;
  if (isNever) return never;
  const accepts = itemPredicate(printing, value);
  const length = code`${subject}.length`;
  if (accepts === undefined) {
    return all([
      least === 0 ? always : compare(length, ">=", valueLiteral(least)),
      most === Infinity ? always : compare(length, "<=", valueLiteral(most)),
    ]);
  }
  const bounds = most === Infinity ? [valueLiteral(least)] : [valueLiteral(least), valueLiteral(most)];
  const contains = printing.scope.use("runtime", "containsItems");
  return callTest(code`${contains}(${joinCode([subject, accepts, ...bounds], ", ")})`);
}

/**
 * A loop of its own for each kind of item: engines learn what stands in one array, and write the check into the loop. Not
 * `Array.prototype.every`, which passes over the holes of a sparse array.
 */
function everyItem(printing: Printing, { node }: Applied, from: number, subject: Code): Condition {
  const condition = printing.check(node, code`item`);
  if (condition.kind === "always") return always;
  if (condition.kind === "never") return compare(code`${subject}.length`, "<=", valueLiteral(from));
  const body = joinCode(
    [
      code`{`,
      code`for (let index = ${from}; index < items.length; index++) {`,
      code`const item = items[index];`,
      code`if (${printCondition(not(condition))}) return false;`,
      code`}`,
      code`return true;`,
      code`}`,
    ],
    "\n",
  );
  const name = `every${itemName(printing, node)}`;
  return callTest(
    code`${printing.scope.hoist(name, code`(items: readonly unknown[]): boolean => ${body}`)}(${subject})`,
  );
}

/** What an item is called: all that state the same scalar type, or refer to the same definition, share a name. */
function itemName({ models, owner }: Printing, node: NodeId): string {
  const target = models.facts.resolve(node);
  const declared = models.names.declarations.get(target);
  if (declared) return toPascalCase(declared.type);
  const scalar = scalarTypesOf(planOf(models, target));
  return scalar === undefined ? `${toPascalCase(owner)}Item` : nameTypes(scalar, false);
}

/** A guard by its name; anything else as a constant, so that a call allocates nothing. Undefined where every item is accepted. */
function itemPredicate(printing: Printing, { node }: Applied): Code | undefined {
  const { models, scope, owner } = printing;
  const target = models.facts.resolve(node);
  const condition = printing.check(target, code`item`);
  if (condition.kind === "always") return undefined;
  const names = checkNamesOf(models, target);
  const body = printCondition(condition);
  if (names && body === code`${nameCode(names.guard)}(item)`) return scope.use("guards", names.guard);
  const parameter = condition.kind === "never" ? code`_item: unknown` : code`item: unknown`;
  return scope.hoist(`is${toPascalCase(owner)}Item`, code`(${parameter}): boolean => ${body}`);
}
