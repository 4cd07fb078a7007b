import type { LiteralCheck } from "../checks/check-plan.js";
import { isScalar } from "../facts/value-set.js";
import type { JsonValue } from "../json.js";
import { isNestedBeyond, stringifyJson } from "../json.js";
import type { Code } from "./code.js";
import { code, joinCode, stringLiteral, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { any, callTest, compare } from "./condition.js";
import { isLeft } from "./left.js";
import type { Printing } from "./printing.js";
import type { Scope } from "./scope.js";

/** More scalars than this are looked up in a set. */
const comparedValues = 24;

/** Whether the subject is one of the values, of those that it may still be. */
export function literalCondition(printing: Printing, { values }: LiteralCheck, subject: Code): Condition {
  const left = values.filter((value) => isLeft(printing.left, value));
  const scalars = left.filter(isScalar);
  if (scalars.length <= comparedValues) return any(left.map((value) => equalTo(printing, value, subject)));
  const structures = left.filter((value) => !isScalar(value));
  return any([
    isAmong(printing, scalars, subject),
    ...structures.map((value) => equalTo(printing, value, subject)),
  ]);
}

function isAmong({ scope, owner }: Printing, values: readonly JsonValue[], subject: Code): Condition {
  const set = code`/* @__PURE__ */ new Set<unknown>([${joinCode(values.map(valueLiteral), ", ")}])`;
  return callTest(code`${scope.hoist(`${owner}Values`, set)}.has(${subject})`);
}

function equalTo({ scope, owner }: Printing, value: JsonValue, subject: Code): Condition {
  if (typeof value !== "object" || value === null) return compare(subject, "===", valueLiteral(value));
  const constant = scope.hoist(`${owner}Constant`, constantOf(scope, value), code`unknown`);
  return callTest(code`${scope.use("runtime", "equals")}(${constant}, ${subject})`);
}

/** Expressions nested deeper than this are written as JSON: compilers and printers recurse in expressions. */
const levelBudget = 50;

function constantOf(scope: Scope, value: JsonValue): Code {
  if (!isNestedBeyond(levelBudget, value)) return valueLiteral(value);
  return code`/* @__PURE__ */ ${scope.use("runtime", "fromJson")}(${stringLiteral(stringifyJson(value))})`;
}
