import type {
  Alternative,
  ChoiceCheck,
  ConditionalCheck,
  DispatchCheck,
  LogicCheck,
} from "../checks/check-plan.js";
import { isInheritedKey } from "../json.js";
import type { Code } from "./code.js";
import { code, entryOf, joinCode, stringLiteral, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { isConstant, printCondition } from "./condition.js";
import { alternativeCondition } from "./guard-dispatch.js";
import { logicCondition } from "./guard-logic.js";
import { describeBranches, listStructures } from "./report-logic.js";
import { addTexts } from "./table-lists.js";
import type { Entries, Telling } from "./table.js";
import { areInOrder, atEntry, below, objectCode, placeOf, tell, together } from "./table.js";

const logicOrder = ["tag", "choice", "not"];
const kinds = { dispatch: "tag", any: "choice", one: "choice", not: "not" } as const;

export function tellLogic(telling: Telling, checks: readonly LogicCheck[]): Entries {
  if (checks.length === 0) return [];
  const conditionals = checks.filter((check) => check.kind === "if");
  const others = checks.filter((check) => check.kind !== "if");
  const ordered = [...others, ...conditionals];
  if (
    !areInOrder(
      others.map(({ kind }) => kinds[kind]),
      logicOrder,
    )
  )
    return undefined;
  if (!checks.every((check, index) => check === ordered[index])) return undefined;
  const told = conditionals.map((check) => tellConditional(telling, check));
  if (!told.every((each) => each !== undefined)) return undefined;
  const conditions = told.filter((each) => each !== "");
  return together([
    ...others.map((check) => tellOne(telling, check)),
    conditions.length > 0 ? [code`conditions: [${joinCode(conditions, ", ")}]`] : [],
  ]);
}

function tellOne(telling: Telling, check: Exclude<LogicCheck, ConditionalCheck>): Entries {
  switch (check.kind) {
    case "dispatch": {
      const tag = tellTag(telling, check);
      return tag && [tag];
    }
    case "any":
    case "one":
      return tellChoice(telling, check);
    case "not": {
      const refused = telling.reporting.printing.check(check.value.node, code`value`, telling.left);
      return refused.kind === "never" ? [] : tell(telling, "not", check.value.site, predicate(refused));
    }
  }
}

function predicate(condition: Condition): Code {
  const parameter = isConstant(condition) ? code`_value` : code`value`;
  return code`(${parameter}) => ${printCondition(condition)}`;
}

function tellChoice(telling: Telling, check: ChoiceCheck): Entries {
  const { reporting, left, tellNode } = telling;
  if (check.keys) return undefined;
  const accepts = logicCondition({ ...reporting.printing, left }, check, code`value`);
  if (accepts.kind === "always") return [];
  const structures = listStructures(reporting, check).map(({ branch, type }) => {
    const told = tellNode(reporting, branch);
    return told && entryOf(type, told);
  });
  const expected = describeBranches(reporting, check);
  const members = together([
    tellSite(telling, check),
    [entryOf("accepts", predicate(accepts))],
    ...structures.map((told) => told && [told]),
    expected === undefined ? [] : [entryOf("expected", stringLiteral(expected))],
  ]);
  return members && [entryOf("choice", objectCode(members))];
}

/** The keyword, and where it stands unless it is at home. */
function tellSite(telling: Telling, { site }: Pick<ChoiceCheck, "site">): Entries {
  const [keyword, ...others] = site.tokens;
  if (keyword === undefined || others.length > 0) return undefined;
  const { models } = telling.reporting;
  return [entryOf("keyword", stringLiteral(keyword)), ...atEntry(models, site, below(telling, keyword))];
}

/** Nothing where neither outcome asks for anything. */
function tellConditional(
  telling: Telling,
  { condition, then, otherwise }: ConditionalCheck,
): Code | undefined {
  const { reporting, left, tellNode } = telling;
  const holds = reporting.printing.check(condition, code`value`, left);
  const outcomes = (["then", "else"] as const).map((keyword): Entries => {
    const outcome = keyword === "then" ? then : otherwise;
    if (!outcome) return [];
    const told = tellNode(reporting, outcome, below(telling, keyword));
    return told && (told === code`true` ? [] : [entryOf(keyword, told)]);
  });
  const told = together(outcomes);
  if (!told) return undefined;
  return told.length === 0 ? code`` : objectCode([entryOf("if", predicate(holds)), ...told]);
}

function tellTag(telling: Telling, check: DispatchCheck): Code | undefined {
  const { scope, models } = telling.reporting.printing;
  const { path, required, cases, otherwise, notObject } = check;
  if (models.options.exactOptional || path.some(isInheritedKey)) return undefined;
  const told = cases.map(({ values, then }): Code | undefined => {
    const value = tellAlternative(telling, then);
    return value && code`[${joinCode([value, ...values.map(valueLiteral)], ", ")}]`;
  });
  const demanded = required.map((site) => {
    if (site === undefined) return code`undefined`;
    const isUsual = site.tokens.length === 1 && site.tokens[0] === "required";
    return isUsual ? stringLiteral(placeOf(models, site)) : undefined;
  });
  if (![...told, ...demanded].every((each) => each !== undefined)) return undefined;
  const others = Object.entries({ otherwise, notObject }).map(([name, alternative]): Entries => {
    const value = alternative && tellAlternative(telling, alternative);
    return alternative === undefined ? [] : value && [entryOf(name, value)];
  });
  const members = together([
    [code`report: ${scope.use("runtime", "reportTag")}`],
    tellSite(telling, check),
    [
      code`path: ${valueLiteral(path)}`,
      code`required: [${joinCode(demanded as Code[], ", ")}]`,
      code`cases: [${joinCode(told as Code[], ", ")}]`,
    ],
    ...others,
  ]);
  return members && entryOf("tag", objectCode(members));
}

function tellAlternative(telling: Telling, alternative: Alternative): Code | undefined {
  const { reporting, tellNode, left } = telling;
  switch (alternative.kind) {
    case "branch":
      return tellNode(reporting, alternative.value);
    case "all":
      return addTexts(alternative.of.map((each) => tellNode(reporting, each)));
    case "dispatch": {
      const tag = tellTag(telling, alternative);
      return tag && objectCode([tag]);
    }
    case "any":
    case "one": {
      const accepts = alternativeCondition({ ...reporting.printing, left }, alternative, code`value`);
      if (accepts.kind === "always") return code`true`;
      const site = tellSite(telling, alternative);
      return (
        site && objectCode([entryOf("choice", objectCode([...site, entryOf("accepts", predicate(accepts))]))])
      );
    }
  }
}
