import type { Applied, ConditionalCheck, LogicCheck } from "../checks/check-plan.js";
import type { Code } from "./code.js";
import type { Condition } from "./condition.js";
import { always, choice, not } from "./condition.js";
import { planOf } from "./context.js";
import { anyCondition, excludeBranch, oneCondition } from "./guard-choice.js";
import { dispatchCondition } from "./guard-dispatch.js";
import { narrowLeft } from "./left.js";
import type { Printing } from "./printing.js";

/** Whether alternatives, or a negation, let the subject pass. */
export function logicCondition(printing: Printing, check: LogicCheck, subject: Code): Condition {
  const branchOf = ({ node }: Applied): Condition => printing.check(node, subject, printing.left);
  if (check.kind === "not") return not(branchOf(check.value));
  if (check.kind === "if") return conditionalCondition(printing, check, subject);
  if (check.kind === "dispatch") return dispatchCondition(printing, check, subject);
  // What one branch admits no other does, where each has a property of its own.
  if (check.kind === "any" || check.keys) return anyCondition(printing, check.branches, subject);
  return oneCondition(check.branches.map(branchOf));
}

/** Either way the value is asked only of what the condition leaves of it. */
function conditionalCondition(printing: Printing, check: ConditionalCheck, subject: Code): Condition {
  const { left, models } = printing;
  const { condition, then, otherwise } = check;
  const fulfilled = narrowLeft(left, models.facts, condition);
  const failed = excludeBranch(left, planOf(models, condition));
  return choice(
    printing.check(condition, subject, left),
    then ? printing.check(then.node, subject, fulfilled) : always,
    otherwise ? printing.check(otherwise.node, subject, failed) : always,
  );
}
