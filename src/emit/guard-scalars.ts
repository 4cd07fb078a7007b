import type { NodePlan, NumberCheck, StringCheck } from "../checks/check-plan.js";
import { callExtension } from "./guard-extensions.js";
import { formatFunctions } from "./format-functions.js";
import type { Code } from "./code.js";
import { code, patternLiteral, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { always, callTest, compare } from "./condition.js";
import { isLeft } from "./left.js";
import type { Printing } from "./printing.js";

export function numberConditions(printing: Printing, { numbers }: NodePlan, subject: Code): Condition[] {
  return numbers.map((check) => numberCondition(printing, check, subject));
}

const operators = { minimum: ">=", maximum: "<=", exclusiveMinimum: ">", exclusiveMaximum: "<" } as const;

export function numberCondition({ scope }: Printing, check: NumberCheck, subject: Code): Condition {
  if (check.kind === "format")
    return callTest(code`${scope.use("runtime", formatFunctions[check.format])}(${subject})`);
  const { kind, limit } = check;
  if (kind !== "multipleOf") return compare(subject, operators[kind], valueLiteral(limit));
  return callTest(code`${scope.use("runtime", "isMultipleOf")}(${subject}, ${valueLiteral(limit)})`);
}

/** Both bounds of a length are one look at it. */
export function stringConditions(printing: Printing, { strings }: NodePlan, subject: Code): Condition[] {
  if (strings.length === 0) return [];
  const limits = (kind: "minLength" | "maxLength"): number[] =>
    strings.flatMap((check) => (check.kind === kind ? [check.limit] : []));
  const [least, most] = [Math.max(0, ...limits("minLength")), Math.min(...limits("maxLength"))];
  if (least === 0 || most === Infinity)
    return strings.map((check) => stringCondition(printing, check, subject));
  const hasCodePoints = printing.scope.use("runtime", "hasCodePoints");
  const isBetween = callTest(
    code`${hasCodePoints}(${subject}, ${valueLiteral(least)}, ${valueLiteral(most)})`,
  );
  const others = strings.filter(({ kind }) => kind !== "minLength" && kind !== "maxLength");
  return [isBetween, ...others.map((check) => stringCondition(printing, check, subject))];
}

export function stringCondition(printing: Printing, check: StringCheck, subject: Code): Condition {
  switch (check.kind) {
    case "minLength":
      return minLength(printing, check.limit, subject);
    case "maxLength":
      return callTest(
        code`${printing.scope.use("runtime", "hasCodePoints")}(${subject}, 0, ${valueLiteral(check.limit)})`,
      );
    case "pattern": {
      const pattern = printing.scope.hoist(`${printing.owner}Pattern`, patternLiteral(check.pattern));
      return callTest(code`${pattern}.test(${subject})`);
    }
    case "format":
      return callTest(code`${printing.scope.use("runtime", formatFunctions[check.format])}(${subject})`);
    case "ownFormat":
      return callExtension(printing, check.export, [subject]);
  }
}

function minLength({ scope, left }: Printing, limit: number, subject: Code): Condition {
  if (limit === 0 || (limit === 1 && !isLeft(left, ""))) return always;
  if (limit === 1) return compare(subject, "!==", code`""`);
  return callTest(code`${scope.use("runtime", "hasCodePoints")}(${subject}, ${valueLiteral(limit)})`);
}
