import type { ArrayCheck, ContainsCheck, UnevaluatedItemsCheck } from "../checks/check-plan.js";
import { code } from "./code.js";
import { compare, not } from "./condition.js";
import { arrayCondition, containsCondition } from "./guard-arrays.js";
import { evaluatedItems } from "./guard-unevaluated.js";
import { addIssue, reportOthers, stepInto, when } from "./report-issue.js";
import { eachProperty } from "./report-wholes.js";
import type { Position, Reporting, ReportNode } from "./reporting.js";
import type { Statement } from "./statement.js";

export function reportArray(
  reporting: Reporting,
  check: ArrayCheck,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  switch (check.kind) {
    case "minItems":
    case "maxItems":
      return when(not(arrayCondition(printing, check, at.subject, 0)), [
        addIssue(models, at, check.site, String(check.limit)),
      ]);
    case "item": {
      const inner = stepInto(reporting, at, code`${at.subject}[${check.index}]`, code`${check.index}`);
      const isThere = compare(code`${at.subject}.length`, ">", code`${check.index}`);
      return when(isThere, reportNode(reporting, check.value, inner));
    }
    case "items":
      return eachItem(reporting, at, check.from, (inner) => reportNode(reporting, check.value, inner));
    case "noItems":
      return eachItem(reporting, at, check.from, (inner) => [addIssue(models, inner, check.site)]);
    case "uniqueItems":
      return when(not(arrayCondition(printing, check, at.subject, 0)), [addIssue(models, at, check.site)]);
    case "contains":
      return reportContains(reporting, check, at);
    case "unevaluatedItems":
      return reportUnevaluated(reporting, check, at, reportNode);
  }
}

/** Too few and too many are different issues. */
function reportContains(
  { models, printing }: Reporting,
  { value, least, most, leastSite, mostSite }: ContainsCheck,
  at: Position,
): Statement[] {
  const fewer = not(containsCondition(printing, { value, least, most: Infinity }, at.subject));
  const more = not(containsCondition(printing, { value, least: 0, most }, at.subject));
  return [
    ...when(fewer, [addIssue(models, at, leastSite, String(least))]),
    ...when(more, [addIssue(models, at, mostSite, String(most))]),
  ];
}

function reportUnevaluated(
  reporting: Reporting,
  { evaluated, others }: UnevaluatedItemsCheck,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { printing } = reporting;
  const list = printing.scope.use("runtime", "unevaluatedItems");
  const entries = code`${list}(${at.subject}, ${evaluatedItems(printing, evaluated)}(${at.subject}))`;
  return eachProperty(reporting, at, entries, (inner) => reportOthers(reporting, others, inner, reportNode));
}

function eachItem(
  reporting: Reporting,
  at: Position,
  from: number,
  report: (inner: Position) => Statement[],
): Statement[] {
  const index = at.depth === 0 ? code`index` : code`index${at.depth + 1}`;
  const inner = stepInto(reporting, { ...at, depth: at.depth + 1 }, code`${at.subject}[${index}]`, index);
  const body = report(inner);
  if (body.length === 0) return [];
  const isOn = code`${index} < ${at.subject}.length && !issues.isFull`;
  return [{ kind: "for", head: code`let ${index} = ${from}; ${isOn}; ${index}++`, body }];
}
