import type { ArrayCheck } from "../checks/check-plan.js";
import { code } from "./code.js";
import { compare, not } from "./condition.js";
import { arrayCondition } from "./guard-arrays.js";
import type { Position } from "./report-issue.js";
import { addIssue, stepInto, when } from "./report-issue.js";
import type { Reporting, ReportNode } from "./reporting.js";
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
  }
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
