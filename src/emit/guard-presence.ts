import { isInheritedKey } from "../json.js";
import type { Code } from "./code.js";
import { accessOf, code, stringLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, callTest, compare } from "./condition.js";
import type { Printing } from "./printing.js";

/**
 * Whether the property is there. A value of undefined counts as absence, unless `exactOptional` says otherwise; then the test is a call,
 * since TypeScript takes an object for `never` where `in` finds none of a property that it knows of.
 */
export function presence({ models, scope }: Printing, key: string, subject: Code): Condition {
  const { exactOptional } = models.options;
  const isDefined = compare(accessOf(subject, key), "!==", code`undefined`);
  if (isInheritedKey(key)) {
    const isOwn = callTest(code`${scope.use("runtime", "hasOwn")}(${subject}, ${stringLiteral(key)})`);
    return exactOptional ? isOwn : all([isOwn, isDefined]);
  }
  return exactOptional ? callTest(code`Reflect.has(${subject}, ${stringLiteral(key)})`) : isDefined;
}
