import type { NodePlan, PropertyCheck, RestCheck } from "../checks/check-plan.js";
import { allTypes } from "../schema/type-set.js";
import { accessOf, code, stringLiteral } from "./code.js";
import { any, callTest, compare, never, not } from "./condition.js";
import { literalCondition } from "./guard-literals.js";
import { namedCondition, patternConditions, presence } from "./guard-objects.js";
import type { Position } from "./report-issue.js";
import { addIssue, choose, describeValues, schemaCode, stepInto, when } from "./report-issue.js";
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
        ...reportLiterals(reporting, check, inner),
        ...check.values.flatMap((value) => reportNode(reporting, value, inner)),
      ];
  if (!check.required) return when(present, statements);
  const missing = run(code`issues.addRequired(${at.path}, ${key}, ${schemaCode(models, check.required)});`);
  return choose(not(present), [missing], statements);
}

function reportLiterals(
  { models, printing }: Reporting,
  { literals }: PropertyCheck,
  inner: Position,
): Statement[] {
  if (!literals) return [];
  const fails = not(literalCondition(printing, literals, inner.subject, allTypes));
  return when(fails, [addIssue(models, inner, literals.site, describeValues(literals.values))]);
}

function reportRest(
  reporting: Reporting,
  check: RestCheck,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  const suffix = at.depth === 0 ? code`` : code`${at.depth + 1}`;
  const [key, item] = [code`key${suffix}`, code`item${suffix}`];
  const inner = stepInto(reporting, { ...at, depth: at.depth + 1 }, item, key);
  const matches = patternConditions(printing, check, key);
  const byPattern = check.patterns.flatMap(({ value }, index) => {
    const match = matches[index];
    return match ? when(match, reportNode(reporting, value, inner)) : [];
  });
  const { others } = check;
  const isForbidding = others !== undefined && "forbidden" in others;
  const onOthers = isForbidding
    ? [addIssue(models, inner, others.forbidden)]
    : others === undefined
      ? []
      : reportNode(reporting, others, inner);
  const isOther = not(any([namedCondition(printing, check.named, key), ...matches]));
  const statements = [...byPattern, ...when(isOther, onOthers)];
  if (statements.length === 0) return [];
  const ignoresUndefined = isForbidding && check.patterns.length === 0 && !models.options.exactOptional;
  const skipped = ignoresUndefined ? compare(item, "===", code`undefined`) : never;
  const body = [
    ...when(callTest(code`issues.isFull`), [run(code`break;`)]),
    ...when(skipped, [run(code`continue;`)]),
    ...statements,
  ];
  return [
    { kind: "for", head: code`const [${key}, ${item}] of Object.entries<unknown>(${at.subject})`, body },
  ];
}
