import type { Alternative, DispatchCheck, NodePlan, Site } from "../checks/check-plan.js";
import type { TagValue } from "../unions/unions.js";
import type { Code } from "./code.js";
import { accessOf, code, joinCode, stringLiteral, valueLiteral } from "./code.js";
import { callTest, not } from "./condition.js";
import type { Models } from "./context.js";
import { checkNamesOf } from "./context.js";
import { canBeObject, mayLackTag } from "./dispatch.js";
import { alternativeCondition } from "./guard-dispatch.js";
import { presence } from "./guard-presence.js";
import {
  addIssue,
  addMissing,
  choose,
  keywordCode,
  schemaCode,
  stepInto,
  unlessRequired,
  when,
} from "./report-issue.js";
import type { Position, Reporting, ReportNode } from "./reporting.js";
import type { Statement } from "./statement.js";
import { printStatements, run } from "./statement.js";

/** One step on the way to a tag: what holds it, its key, and where it leads. */
interface Step {
  readonly holder: Position;
  readonly key: string;
  readonly inner: Position;
}

/** What is wrong on the way to the tag, or with its value, or by what remains where it has this value. */
export function reportDispatch(
  reporting: Reporting,
  check: DispatchCheck,
  plan: NodePlan,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  const { notObject } = check;
  if (notObject && !canBeObject(at.left.types))
    return reportAlternative(reporting, notObject, plan, at, reportNode);
  const steps = listSteps(reporting, check.path, at);
  const chosen = [printSwitch(reporting, check, plan, [steps.at(-1)?.inner ?? at, at], reportNode)];
  return steps.reduceRight((rest, { holder, key }, index) => {
    const isObject = code`${printing.scope.use("runtime", "isObject")}<${stringLiteral(key)}>`;
    const site = index === 0 ? (plan.types?.site ?? check.site) : check.site;
    const isOptional = mayLackTag(check.cases) && index === steps.length - 1;
    const demanded = check.required[index] ?? check.site;
    const missing = (): Statement =>
      index === steps.length - 1
        ? addMissingTag(reporting, check, holder, key, demanded)
        : addMissing(models, holder, key, demanded);
    const inner = isOptional ? rest : choose(not(presence(printing, key, holder.subject)), [missing()], rest);
    const other = index === 0 && notObject;
    return choose(
      not(callTest(code`${isObject}(${holder.subject})`)),
      other
        ? reportAlternative(reporting, other, plan, at, reportNode)
        : [addIssue(models, holder, site, "object")],
      inner,
    );
  }, chosen);
}

function addMissingTag(
  reporting: Reporting,
  check: DispatchCheck,
  holder: Position,
  key: string,
  site: Site,
): Statement {
  const { models, printing } = reporting;
  const known = code`${printKnown(reporting, check)}${unlessRequired(site)}`;
  const issue = code`${holder.path}, ${stringLiteral(key)}, ${schemaCode(models, site)}, ${known}`;
  return run(code`${printing.scope.use("runtime", "addMissingTag")}(issues, ${issue});`);
}

/** More tags than this are held in a constant, which is made once for all issues. */
const inlineTags = 8;

/** The list of the tags that lead somewhere. */
function printKnown({ printing }: Reporting, check: DispatchCheck): Code {
  const values = listKnown(check).map((each) => valueLiteral(each));
  const known = code`[${joinCode(values, ", ")}]`;
  return values.length > inlineTags ? printing.scope.hoist(`${printing.owner}Tags`, known) : known;
}

function listKnown({ cases }: DispatchCheck): readonly TagValue[] {
  return cases.flatMap(({ values }) => values.filter((value) => value !== undefined));
}

/** One issue for all values that lead nowhere. */
function addUnknownTag(reporting: Reporting, check: DispatchCheck, tag: Position): Statement {
  const { models, printing } = reporting;
  const { site } = check;
  // The tag may only be left out.
  if (listKnown(check).length === 0) return addIssue(models, tag, site);
  const issue = code`${keywordCode(site)}, ${schemaCode(models, site)}, ${tag.subject}, ${printKnown(reporting, check)}`;
  return run(code`${printing.scope.use("runtime", "addUnknownTag")}(issues, ${tag.path}, ${issue});`);
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

function printSwitch(
  reporting: Reporting,
  check: DispatchCheck,
  plan: NodePlan,
  [tag, at]: readonly [tag: Position, at: Position],
  reportNode: ReportNode,
): Statement {
  const { models } = reporting;
  const { cases, otherwise } = check;
  const report = (each: Alternative): Code =>
    printStatements(reportAlternative(reporting, each, plan, at, reportNode));
  const branches = cases.map(({ values, then }): Code => {
    const labels = values.map((each) => code`case ${valueLiteral(each)}:`);
    return code`${joinCode(labels, "\n")}\n${report(then)}\nbreak;`;
  });
  const unknown = (): Code => printStatements([addUnknownTag(reporting, check, tag)]);
  const rest = code`default:\n${otherwise ? report(otherwise) : unknown()}`;
  // What has been asked before may say more of the tag to TypeScript than it should know here.
  const subject = isAlone(models, plan) && !mayLackTag(cases) ? tag.subject : code`${tag.subject} as unknown`;
  return run(code`switch (${subject}) {\n${joinCode([...branches, rest], "\n")}\n}`);
}

/** Whether the plan asks nothing else of an object, in a function of its own. */
function isAlone(models: Models, plan: NodePlan): boolean {
  const { node, properties, rests, objects, literals, applied, logic } = plan;
  const others = [properties, rests, objects, literals, applied, logic.slice(1)];
  return checkNamesOf(models, node) !== undefined && others.every((checks) => checks.length === 0);
}

/** What is wrong by what a tag leads to. Of several branches that remain, that none fits. */
function reportAlternative(
  reporting: Reporting,
  alternative: Alternative,
  plan: NodePlan,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  if (alternative.kind === "branch") return reportNode(reporting, alternative.value, at);
  if (alternative.kind === "all") return alternative.of.flatMap((each) => reportNode(reporting, each, at));
  if (alternative.kind === "dispatch") return reportDispatch(reporting, alternative, plan, at, reportNode);
  const fails = not(alternativeCondition({ ...reporting.printing, left: at.left }, alternative, at.subject));
  return when(fails, [addIssue(reporting.models, at, alternative.site)]);
}
