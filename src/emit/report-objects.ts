import type { NodePlan, PropertyCheck, RestCheck } from "../checks/check-plan.js";
import { accessOf, code, stringLiteral } from "./code.js";
import { callTest, not } from "./condition.js";
import { presence } from "./guard-objects.js";
import { claimCondition, patternConditions } from "./guard-rests.js";
import type { Position } from "./report-issue.js";
import { addIssue, choose, reportLiterals, schemaCode, stepInto, when } from "./report-issue.js";
import type { Reporting, ReportNode } from "./reporting.js";
import type { Statement } from "./statement.js";
import { run } from "./statement.js";

export function reportObject(
  reporting: Reporting,
  plan: NodePlan,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  return [
    ...plan.properties.flatMap((check) => reportProperty(reporting, check, at, reportNode)),
    ...plan.rests.flatMap((check) => reportRest(reporting, check, at, reportNode)),
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
  const missing = run(code`issues.addRequired(${at.path}, ${key}, ${schemaCode(models, check.required)});`);
  return choose(not(present), [missing], statements);
}

function reportRest(
  reporting: Reporting,
  check: RestCheck,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { printing } = reporting;
  const suffix = at.depth === 0 ? code`` : code`${at.depth + 1}`;
  const [key, item] = [code`key${suffix}`, code`item${suffix}`];
  const inner = stepInto(reporting, { ...at, depth: at.depth + 1 }, item, key);
  const matches = patternConditions(printing, check, key);
  const byPattern = check.patterns.flatMap(({ value }, index) => {
    const match = matches[index];
    return match ? when(match, reportNode(reporting, value, inner)) : [];
  });
  const isClaimed = claimCondition(printing, check, matches, key, item);
  const statements = [
    ...byPattern,
    ...when(not(isClaimed), reportOthers(reporting, check, inner, reportNode)),
  ];
  if (statements.length === 0) return [];
  const body = [...when(callTest(code`issues.isFull`), [run(code`break;`)]), ...statements];
  return [
    { kind: "for", head: code`const [${key}, ${item}] of Object.entries<unknown>(${at.subject})`, body },
  ];
}

function reportOthers(
  reporting: Reporting,
  { others }: RestCheck,
  inner: Position,
  reportNode: ReportNode,
): Statement[] {
  if (others === undefined) return [];
  return "forbidden" in others
    ? [addIssue(reporting.models, inner, others.forbidden)]
    : reportNode(reporting, others, inner);
}
