import type { DispatchCheck, LogicCheck, NodePlan } from "../checks/check-plan.js";
import { jsonTypesOf } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { code, joinCode, stringLiteral, valueLiteral } from "./code.js";
import { callTest, not } from "./condition.js";
import { checkNamesOf } from "./context.js";
import { isObjectAlong, tagAccess } from "./dispatch.js";
import { logicCondition } from "./guard-expression.js";
import type { Position } from "./report-issue.js";
import { addIssue, choose, schemaCode, when } from "./report-issue.js";
import type { Reporting, ReportNode } from "./reporting.js";
import type { Statement } from "./statement.js";
import { printStatements, run } from "./statement.js";

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
  const fails = not(logicCondition(printing, check, at.subject));
  if (check.kind === "not") return when(fails, [addIssue(models, at, check.value.site)]);
  const only = onlyStructure(reporting, check);
  const issue = addIssue(models, at, check.site, describeBranches(reporting, check));
  if (only === undefined) return when(fails, [issue]);
  const descend = reportNode(reporting, only.branch, at);
  const isObject = printing.scope.use("runtime", "isObject");
  const isOfType = callTest(
    only.type === "array" ? code`Array.isArray(${at.subject})` : code`${isObject}(${at.subject})`,
  );
  return when(fails, choose(isOfType, descend, [issue]));
}

type Choice = Extract<LogicCheck, { kind: "any" | "one" }>;

/** The one branch that takes objects, or arrays, while all others take scalars. */
function onlyStructure(
  { models }: Reporting,
  { branches }: Choice,
): { branch: Choice["branches"][number]; type: "object" | "array" } | undefined {
  for (const type of ["object", "array"] as const) {
    const taking = branches.filter(({ node }) => jsonTypesOf(models.facts.types(node)).includes(type));
    const [branch, ...others] = taking;
    const isOnly = branch !== undefined && others.length === 0;
    if (isOnly && jsonTypesOf(models.facts.types(branch.node)).length === 1) return { branch, type };
  }
  return undefined;
}

/** `Circle, Square`: the names of the branches, where all have one. */
function describeBranches({ models }: Reporting, { branches }: Choice): string | undefined {
  const names = branches.map(({ node }) => checkNamesOf(models, models.facts.resolve(node))?.type);
  return names.every((name) => name !== undefined) ? names.join(", ") : undefined;
}

function reportDispatch(
  reporting: Reporting,
  { path, cases, site }: DispatchCheck,
  plan: NodePlan,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  const tag = tagAccess(at.subject, path);
  const key = stringLiteral(path.at(-1) ?? "");
  const use = (name: string): Code => printing.scope.use("runtime", name);
  const holder = path
    .slice(0, -1)
    .reduce<Code>((parent, step) => code`${use("at")}(${parent}, ${stringLiteral(step)})`, at.path);
  const schema = schemaCode(models, site);
  const known = joinCode(
    cases.flatMap(({ values }) => values.map(valueLiteral)),
    ", ",
  );
  const branches = cases.map(({ values, value }) => {
    const labels = values.map((each) => code`case ${valueLiteral(each)}:`);
    return code`${joinCode(labels, "\n")}\n${printStatements(reportNode(reporting, value, at))}\nbreak;`;
  });
  const missing = code`case undefined:\nissues.addRequired(${holder}, ${key}, ${schema});\nbreak;`;
  const unknown = code`default:\n${use("addUnknownTag")}(issues, ${use("at")}(${holder}, ${key}), ${stringLiteral(site.keyword)}, ${schema}, ${tag}, [${known}]);`;
  const chosen = run(code`switch (${tag}) {\n${joinCode([...branches, missing, unknown], "\n")}\n}`);
  const wrong = addIssue(models, at, plan.types?.site ?? site, "object");
  return choose(not(isObjectAlong(printing, at.subject, [path])), [wrong], [chosen]);
}
