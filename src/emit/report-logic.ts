import type { Applied, ChoiceCheck, ConditionalCheck, LogicCheck, NodePlan } from "../checks/check-plan.js";
import { jsonTypesOf } from "../schema/type-set.js";
import { code, joinCode, stringLiteral } from "./code.js";
import { callTest, not } from "./condition.js";
import { logicCondition } from "./guard-logic.js";
import { anyLeft } from "./left.js";
import { presence } from "./guard-presence.js";
import { reportDispatch } from "./report-dispatch.js";
import { addIssue, choose, describeValues, when } from "./report-issue.js";
import type { Position, Reporting, ReportNode } from "./reporting.js";
import type { Statement } from "./statement.js";

/**
 * Alternatives. Where the tag, or else the value's type, leaves a single branch, that branch's issues are reported; otherwise one
 * issue says that none fits.
 */
export function reportLogic(
  reporting: Reporting,
  check: LogicCheck,
  plan: NodePlan,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  if (check.kind === "dispatch") return reportDispatch(reporting, check, plan, at, reportNode);
  if (check.kind === "if") return reportConditional(reporting, check, at, reportNode);
  const fails = not(logicCondition({ ...printing, left: at.left }, check, at.subject));
  if (check.kind === "not") return when(fails, [addIssue(models, at, check.value.site)]);
  if (check.keys) return reportPresence(reporting, check, check.keys, at, reportNode);
  const issue = addIssue(models, at, check.site, describeBranches(reporting, check));
  const reports = listStructures(reporting, check).reduceRight<Statement[]>(
    (rest, { branch, type }) => {
      const isOfType =
        type === "array"
          ? code`Array.isArray(${at.subject})`
          : code`${printing.scope.use("runtime", "isObject")}(${at.subject})`;
      return choose(callTest(isOfType), reportNode(reporting, branch, at), rest);
    },
    [issue],
  );
  return when(fails, reports);
}

/** What is wrong by what the condition leads to. */
function reportConditional(
  reporting: Reporting,
  { condition, then, otherwise }: ConditionalCheck,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { printing } = reporting;
  const report = (outcome: Applied | undefined): Statement[] =>
    outcome ? reportNode(reporting, outcome, { ...at, left: { ...anyLeft, types: at.left.types } }) : [];
  const holds = printing.check(condition, at.subject, at.left);
  const [fulfilled, failed] = [report(then), report(otherwise)];
  return fulfilled.length > 0 ? choose(holds, fulfilled, failed) : when(not(holds), failed);
}

/** What is wrong by the branch whose property is there; that none of the properties is. */
function reportPresence(
  reporting: Reporting,
  { branches, site }: ChoiceCheck,
  keys: readonly string[],
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  const isObject = code`${printing.scope.use("runtime", "isObject")}<${joinCode(keys.map(stringLiteral), " | ")}>`;
  const missing = addIssue(models, at, site, `one of ${describeValues(keys)}`);
  const byKey = branches.reduceRight<Statement[]>(
    (rest, branch, index) =>
      choose(presence(printing, keys[index] ?? "", at.subject), reportNode(reporting, branch, at), rest),
    [missing],
  );
  return choose(
    not(callTest(code`${isObject}(${at.subject})`)),
    [addIssue(models, at, site, "object")],
    byKey,
  );
}

/** The one branch that takes objects, and the one that takes arrays, where there is no more than one. */
export function listStructures(
  { models }: Reporting,
  { branches }: ChoiceCheck,
): { branch: ChoiceCheck["branches"][number]; type: "object" | "array" }[] {
  return (["object", "array"] as const).flatMap((type) => {
    const taking = branches.filter(({ node }) => jsonTypesOf(models.facts.types(node)).includes(type));
    const [branch, ...others] = taking;
    const isOnly = branch !== undefined && others.length === 0;
    return isOnly && jsonTypesOf(models.facts.types(branch.node)).length === 1 ? [{ branch, type }] : [];
  });
}

/** `Circle, Square`: the names of the branches, where all have one. */
export function describeBranches({ models }: Reporting, { branches }: ChoiceCheck): string | undefined {
  const names = branches.map(({ node }) => models.names.declarations.get(models.facts.resolve(node))?.type);
  return names.every((name) => name !== undefined) ? names.join(", ") : undefined;
}
