import type { NodePlan } from "../checks/check-plan.js";
import type { JsonType, TypeSet } from "../schema/type-set.js";
import { numberKindOf } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { code, joinCode, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, callTest, compare, not } from "./condition.js";
import type { Models } from "./context.js";
import { listReadKeys } from "./declared-keys.js";
import type { Printing } from "./printing.js";

/** Whether the subject is of one JSON type of a set. `isRead`: whether the value is read as this type afterwards, so that TypeScript has to know it. */
export function typeTest(
  { models, scope }: Printing,
  plan: NodePlan,
  type: JsonType,
  set: TypeSet,
  subject: Code,
  isRead: boolean,
  typeName: Code | undefined,
): Condition {
  if (type === "null") return compare(subject, "===", code`null`);
  if (type === "array") return callTest(code`Array.isArray(${subject})`);
  if (type === "object") {
    const keys = isRead ? keysOf(models, plan, typeName) : undefined;
    const isObject = scope.use("runtime", "isObject");
    return callTest(keys ? code`${isObject}<${keys}>(${subject})` : code`${isObject}(${subject})`);
  }
  const test = compare(code`typeof ${subject}`, "===", valueLiteral(type));
  if (type !== "number" || numberKindOf(set) === "any") return test;
  const isInteger = callTest(code`Number.isInteger(${subject})`);
  if (numberKindOf(set) === "fraction") return all([test, not(isInteger)]);
  return isRead ? all([test, isInteger]) : isInteger;
}

/** The type argument of `isObject`: the keys that are read next; undefined where none is. */
function keysOf(models: Models, plan: NodePlan, typeName: Code | undefined): Code | undefined {
  const read = listReadKeys(models, plan);
  if (read.length === 0) return undefined;
  return typeName === undefined ? joinCode(read.map(valueLiteral), " | ") : code`keyof ${typeName}`;
}
