import type { Applied, NodePlan } from "../checks/check-plan.js";
import { isAlways } from "../checks/check-plan.js";
import type { JsonType } from "../schema/type-set.js";
import { allTypes, jsonTypes, jsonTypesOf } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { code, nameCode } from "./code.js";
import type { Condition } from "./condition.js";
import { any, compare, not } from "./condition.js";
import { checkNamesOf, planOf } from "./context.js";
import { withoutDispatch } from "./dispatch.js";
import { typeTest } from "./guard-types.js";
import type { Position, Reporting } from "./reporting.js";
import { reportExtension } from "./report-extensions.js";
import { reportArray } from "./report-arrays.js";
import { addIssue, choose, describeTypes, reportLiterals, when } from "./report-issue.js";
import { reportLogic } from "./report-logic.js";
import { reportObject } from "./report-objects.js";
import { reportNumber, reportString } from "./report-scalars.js";
import type { Statement } from "./statement.js";
import { run } from "./statement.js";

/** The statements that report all that is wrong with a value by a node: a call where it has a function. */
export function reportNode(reporting: Reporting, { node, site }: Applied, at: Position): Statement[] {
  const { models } = reporting;
  const plan = planOf(models, node);
  if (isAlways(plan)) return [];
  if (models.graph.nodes.get(node)?.schema === false) return [addIssue(models, at, site)];
  const names = checkNamesOf(models, node);
  if (!names) return reportPlan(reporting, plan, at, undefined);
  const collect = nameCode(names.collect);
  if (models.facts.isDeep(node)) return [run(code`issues.visit(${collect}, ${at.subject}, ${at.path});`)];
  return [run(code`issues.report(${collect}, ${at.subject}, ${at.path});`)];
}

/** The plan as statements. A value of a wrong type gets that issue alone; `typeName` as in `planCondition`. */
export function reportPlan(
  reporting: Reporting,
  whole: NodePlan,
  start: Position,
  typeName: Code | undefined,
): Statement[] {
  const { models, printing } = reporting;
  if (whole.never) return [addIssue(models, start, whole.never)];
  const [dispatch] = whole.logic.filter((check) => check.kind === "dispatch");
  // What it reports, nothing else need.
  const plan = dispatch ? { ...withoutDispatch(whole, dispatch), logic: whole.logic } : whole;
  const set = whole.types?.set ?? allTypes;
  const at = { ...start, left: { ...start.left, types: start.left.types & set } };
  const [early, late] = splitByEvaluation(plan);
  const inPlace = [
    ...plan.logic.flatMap((check) => reportLogic(reporting, check, whole, at, reportNode)),
    ...plan.literals.flatMap((check) => reportLiterals(reporting, check, at)),
    ...plan.applied.flatMap((applied) => reportNode(reporting, applied, at)),
    ...plan.extensions.flatMap((check) => reportExtension(reporting, check, at)),
  ];
  const rest = [
    ...reportGroups(reporting, early, at, typeName),
    ...unlessReported(inPlace, reportGroups(reporting, late, at, typeName)),
  ];
  if (plan.types === undefined) return rest;
  const groups = groupsOf(reporting, plan, at);
  const isOnly = jsonTypesOf(set).length === 1;
  const tests = jsonTypesOf(set).map((type) => {
    // Once an object is known as one of any keys, TypeScript reads what `Object` declares before what is named later.
    const isRead = (isOnly || type === "object") && (groups.get(type)?.length ?? 0) > 0;
    return typeTest(printing, plan, type, set, at.subject, isRead, typeName);
  });
  const issue = addIssue(models, at, plan.types.site, describeTypes(set));
  return orElse(not(any(tests)), issue, rest, typeName !== undefined);
}

/** The plan without the checks of what other schemas leave unevaluated, and with these alone. */
function splitByEvaluation(plan: NodePlan): readonly [early: NodePlan, late: NodePlan] {
  const isLate = ({ kind }: { readonly kind: string }): boolean => kind.startsWith("unevaluated");
  const none = { numbers: [], strings: [], properties: [], rests: [] };
  return [
    {
      ...plan,
      arrays: plan.arrays.filter((check) => !isLate(check)),
      objects: plan.objects.filter((check) => !isLate(check)),
    },
    { ...plan, ...none, arrays: plan.arrays.filter(isLate), objects: plan.objects.filter(isLate) },
  ];
}

/** A schema that is not valid has evaluated nothing; what so stays unevaluated is no issue of its own. */
function unlessReported(before: readonly Statement[], late: readonly Statement[]): readonly Statement[] {
  if (before.length === 0 || late.length === 0) return [...before, ...late];
  const isQuiet = compare(code`issues.found.length`, "===", code`known`);
  const body = [run(code`const known = issues.found.length;`), ...before, ...when(isQuiet, late)];
  return [{ kind: "block", body }];
}

/** At the top of a function the rest follows an early return. */
function orElse(fails: Condition, issue: Statement, rest: readonly Statement[], isTop: boolean): Statement[] {
  if (!isTop || rest.length === 0) return choose(fails, [issue], rest);
  return [...when(fails, [issue, run(code`return;`)]), ...rest];
}

/** Checks by type: bare where only one type can be, behind a test of it otherwise. */
function reportGroups(
  reporting: Reporting,
  plan: NodePlan,
  at: Position,
  typeName: Code | undefined,
): Statement[] {
  const set = plan.types?.set ?? allTypes;
  const isOnly = plan.types !== undefined && jsonTypesOf(set).length === 1;
  return [...groupsOf(reporting, plan, at)].flatMap(([type, statements]) => {
    if (statements.length === 0 || !jsonTypesOf(set).includes(type)) return [];
    if (isOnly) return statements;
    return when(typeTest(reporting.printing, plan, type, allTypes, at.subject, true, typeName), statements);
  });
}

function groupsOf(reporting: Reporting, plan: NodePlan, at: Position): Map<JsonType, Statement[]> {
  const report: Partial<Record<JsonType, () => Statement[]>> = {
    number: () => plan.numbers.flatMap((check) => reportNumber(reporting, check, at)),
    string: () => plan.strings.flatMap((check) => reportString(reporting, check, at)),
    array: () => plan.arrays.flatMap((check) => reportArray(reporting, check, at, reportNode)),
    object: () => reportObject(reporting, plan, at, reportNode),
  };
  return new Map(jsonTypes.map((type) => [type, report[type]?.() ?? []]));
}
