import type { NodePlan, PropertyCheck, RestCheck } from "../checks/check-plan.js";
import { toPascalCase } from "../identifier.js";
import { accessOf, code, stringLiteral } from "./code.js";
import { not } from "./condition.js";
import { typeOfKeys } from "./guard-objects.js";
import { presence } from "./guard-presence.js";
import { claimCondition, patternConditions } from "./guard-rests.js";
import { anyLeft } from "./left.js";
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
import { printStatements, run } from "./statement.js";
import { splitWide } from "./wide.js";

export function reportObject(
  reporting: Reporting,
  plan: NodePlan,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  return [
    ...reportProperties(reporting, plan, at, reportNode),
    ...plan.rests.flatMap((check) => reportRest(reporting, check, at, reportNode)),
    ...plan.objects.flatMap((check) => reportWhole(reporting, check, at, reportNode)),
  ];
}

/** The statements of each property, or, where they are very many, a call for each part of them. */
function reportProperties(
  reporting: Reporting,
  { properties }: NodePlan,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const report = (part: readonly PropertyCheck[], start: Position): Statement[] =>
    part.flatMap((check) => reportProperty(reporting, check, start, reportNode));
  const [first = [], ...further] = splitWide(properties);
  if (further.length === 0) return report(first, at);
  const { scope, owner } = reporting.printing;
  const start = { subject: code`object`, path: code`path`, depth: 0, left: anyLeft };
  return [first, ...further].flatMap((part) => {
    const said = part.map((check) => ({ key: check.key, statements: report([check], start) }));
    const telling = said.filter(({ statements }) => statements.length > 0);
    if (telling.length === 0) return [];
    const path = code`path: ${scope.useType("runtime", "ValidationPath")} | undefined`;
    const issues = code`issues: ${scope.useType("runtime", "IssueCollector")}`;
    const object = code`object: ${typeOfKeys(telling.map(({ key }) => key))}`;
    const body = printStatements(telling.flatMap(({ statements }) => statements));
    const collect = code`(${object}, ${path}, ${issues}): void => {\n${body}\n}`;
    const name = scope.hoist(`collect${toPascalCase(owner)}Part`, collect);
    return [run(code`${name}(${at.subject}, ${at.path}, issues);`)];
  });
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
