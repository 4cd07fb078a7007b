import type { NodePlan, PropertyCheck, RestCheck } from "../checks/check-plan.js";
import { accessOf, code, stringLiteral } from "./code.js";
import { not } from "./condition.js";
import { presence } from "./guard-presence.js";
import { claimCondition, patternConditions } from "./guard-rests.js";
import {
  addIssue,
  addMissing,
  choose,
  reportLiterals,
  reportOthers,
  stepInto,
  when,
} from "./report-issue.js";
import { eachProperty, reportWhole } from "./report-wholes.js";
import type { Position, Reporting, ReportNode } from "./reporting.js";
import type { Statement } from "./statement.js";

export function reportObject(
  reporting: Reporting,
  plan: NodePlan,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  return [
    ...plan.properties.flatMap((check) => reportProperty(reporting, check, at, reportNode)),
    ...plan.rests.flatMap((check) => reportRest(reporting, check, at, reportNode)),
    ...plan.objects.flatMap((check) => reportWhole(reporting, check, at, reportNode)),
  ];
}

function reportProperty(
  reporting: Reporting,
  check: PropertyCheck,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  const present = presence(printing, check.key, at.subject);
  const key = stringLiteral(check.key);
  const inner = stepInto(reporting, at, accessOf(at.subject, check.key), key);
  const statements = check.forbidden
    ? [addIssue(models, inner, check.forbidden)]
    : [
        ...(check.literals ? reportLiterals(reporting, check.literals, inner) : []),
        ...check.values.flatMap((value) => reportNode(reporting, value, inner)),
      ];
  if (!check.required) return when(present, statements);
  const missing = addMissing(models, at, check.key, check.required);
  return choose(not(present), [missing], statements);
}

function reportRest(
  reporting: Reporting,
  check: RestCheck,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { printing } = reporting;
  return eachProperty(reporting, at, code`Object.entries<unknown>(${at.subject})`, (inner, key) => {
    const matches = patternConditions(printing, check.patterns, key);
    const byPattern = check.patterns.flatMap(({ value }, index) => {
      const match = matches[index];
      return match && value ? when(match, reportNode(reporting, value, inner)) : [];
    });
    const isClaimed = claimCondition(printing, check, matches, key, inner.subject);
    return [...byPattern, ...when(not(isClaimed), reportOthers(reporting, check.others, inner, reportNode))];
  });
}
