import type { Applied, NodePlan } from "../checks/check-plan.js";
import { isAlways } from "../checks/check-plan.js";
import { toPascalCase } from "../identifier.js";
import type { Code } from "./code.js";
import { code, joinCode } from "./code.js";
import type { Condition } from "./condition.js";
import { always, any, callTest, compare, isConstant, never, not, printCondition } from "./condition.js";
import type { Models } from "./context.js";
import { checkNamesOf, planOf } from "./context.js";
import type { Left } from "./left.js";
import { excludeLiterals, excludeTypes } from "./left.js";
import type { Printing } from "./printing.js";
import { splitWide } from "./wide.js";

/** Whether one of them holds, and no other. What holds whatever the value is counted here. */
export function oneCondition(branches: readonly Condition[]): Condition {
  const certain = branches.filter(({ kind }) => kind === "always").length;
  if (certain > 1) return never;
  const asked = branches.filter((branch) => !isConstant(branch));
  const [only, ...others] = asked;
  if (only === undefined) return certain === 1 ? always : never;
  if (others.length === 0) return certain === 1 ? not(only) : only;
  const counts = asked.map((branch) => code`Number(${printCondition(branch)})`);
  return compare(joinCode(counts, " + "), "===", certain === 1 ? code`0` : code`1`);
}

/** Each branch is asked of what those before it have refused, and compares with nothing else. */
export function anyCondition(printing: Printing, branches: readonly Applied[], subject: Code): Condition {
  const { models } = printing;
  const ranks = new Map(branches.map((branch) => [branch, rankOf(models, branch)]));
  const sorted = branches.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
  let { left } = printing;
  const ask = (part: readonly Applied[], value: Code): Condition =>
    any(
      part.map(({ node }) => {
        const condition = printing.check(node, value, left);
        left = excludeBranch(left, planOf(models, node));
        return condition;
      }),
    );
  const [first = [], ...further] = splitWide(sorted);
  if (further.length === 0) return ask(first, subject);
  // Very many are asked in parts.
  return any(
    [first, ...further].map((part) => {
      const condition = ask(part, code`part`);
      if (isConstant(condition)) return condition;
      const accepts = code`(part: unknown): boolean => ${printCondition(condition)}`;
      const name = `is${toPascalCase(printing.owner)}Choice`;
      return callTest(code`${printing.scope.hoist(name, accepts)}(${subject})`);
    }),
  );
}

/**
 * Literals come first, then types; then what begins with what the value is not, since TypeScript takes the value for just that where
 * it fails; and then calls, of which it thinks that they fail for no value of their type.
 */
function rankOf(models: Models, { node }: Applied): number {
  const { literals, types, applied } = planOf(models, node);
  if (checkNamesOf(models, node) !== undefined || applied.length > 0) return 3;
  if (literals.length > 0) return 0;
  return types === undefined ? 2 : 1;
}

/** What a branch leaves where it fails, if it says nothing but literals, or nothing but types. */
export function excludeBranch(left: Left, plan: NodePlan): Left {
  const { types, literals } = plan;
  const [only, ...more] = literals;
  if (more.length > 0 || !isAlways({ ...plan, types: undefined, literals: [] })) return left;
  if (only) return excludeLiterals(left, only.values);
  return types ? excludeTypes(left, types.set) : left;
}
