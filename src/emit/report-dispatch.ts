import type { DispatchCheck, NodePlan } from "../checks/check-plan.js";
import type { Code } from "./code.js";
import { accessOf, code, joinCode, stringLiteral, valueLiteral } from "./code.js";
import { callTest, not } from "./condition.js";
import { presence } from "./guard-presence.js";
import { addIssue, choose, keywordCode, schemaCode, stepInto } from "./report-issue.js";
import type { Position, Reporting, ReportNode } from "./reporting.js";
import type { Statement } from "./statement.js";
import { printStatements, run } from "./statement.js";

/** One step on the way to a tag: what holds it, its key, and where it leads. */
interface Step {
  readonly holder: Position;
  readonly key: string;
  readonly inner: Position;
}

/** What is wrong on the way to the tag, or with its value, or by the one branch that has this value. */
export function reportDispatch(
  reporting: Reporting,
  check: DispatchCheck,
  plan: NodePlan,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  const steps = listSteps(reporting, check.path, at);
  const known = printKnown(reporting, check);
  const chosen = [printSwitch(reporting, check, known, steps.at(-1)?.inner ?? at, at, reportNode)];
  return steps.reduceRight((rest, { holder, key }, index) => {
    const isObject = code`${printing.scope.use("runtime", "isObject")}<${stringLiteral(key)}>`;
    const site = index === 0 ? (plan.types?.site ?? check.site) : check.site;
    const schema = schemaCode(models, check.required[index] ?? check.site);
    const isTag = index === steps.length - 1;
    const absent = code`${holder.path}, ${stringLiteral(key)}, ${schema}`;
    const missing = isTag
      ? code`${printing.scope.use("runtime", "addMissingTag")}(issues, ${absent}, ${known});`
      : code`issues.addRequired(${absent});`;
    return choose(
      not(callTest(code`${isObject}(${holder.subject})`)),
      [addIssue(models, holder, site, "object")],
      choose(not(presence(printing, key, holder.subject)), [run(missing)], rest),
    );
  }, chosen);
}

function listSteps(reporting: Reporting, path: readonly string[], at: Position): Step[] {
  const steps: Step[] = [];
  let holder = at;
  for (const key of path) {
    const inner = stepInto(reporting, holder, accessOf(holder.subject, key), stringLiteral(key));
    steps.push({ holder, key, inner });
    holder = inner;
  }
  return steps;
}

/** More tags than this are held in a constant, which is made once for all issues. */
const inlineTags = 8;

function printKnown({ printing }: Reporting, { cases }: DispatchCheck): Code {
  const values = cases.flatMap((each) => each.values.map((value) => valueLiteral(value)));
  const known = code`[${joinCode(values, ", ")}]`;
  return values.length > inlineTags ? printing.scope.hoist(`${printing.owner}Tags`, known) : known;
}

function printSwitch(
  reporting: Reporting,
  { cases, site }: DispatchCheck,
  known: Code,
  tag: Position,
  at: Position,
  reportNode: ReportNode,
): Statement {
  const { models, printing } = reporting;
  const branches = cases.map(({ values, value }): Code => {
    const labels = values.map((each) => code`case ${valueLiteral(each)}:`);
    return code`${joinCode(labels, "\n")}\n${printStatements(reportNode(reporting, value, at))}\nbreak;`;
  });
  const addUnknownTag = printing.scope.use("runtime", "addUnknownTag");
  const issue = code`${keywordCode(site)}, ${schemaCode(models, site)}, ${tag.subject}, ${known}`;
  const unknown = code`default:\n${addUnknownTag}(issues, ${tag.path}, ${issue});`;
  return run(code`switch (${tag.subject}) {\n${joinCode([...branches, unknown], "\n")}\n}`);
}
