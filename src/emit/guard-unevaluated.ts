import type {
  Evaluated,
  EvaluatedItems,
  EvaluatedProperties,
  EvaluationCondition,
  Others,
  UnevaluatedItemsCheck,
  UnevaluatedPropertiesCheck,
} from "../checks/check-plan.js";
import { toPascalCase } from "../identifier.js";
import type { Code } from "./code.js";
import { code, joinCode, localCode, stringLiteral, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import {
  all,
  always,
  any,
  callTest,
  compare,
  isConstant,
  listTests,
  never,
  not,
  printCondition,
} from "./condition.js";
import { presence } from "./guard-presence.js";
import { namedCondition, otherCondition, patternConditions } from "./guard-rests.js";
import type { Printing } from "./printing.js";

/**
 * Whether the properties that nothing has evaluated are accepted. Which those are depends on the value: it is asked once, and then
 * every property.
 */
export function unevaluatedPropertiesCondition(
  printing: Printing,
  { evaluated, others }: UnevaluatedPropertiesCheck,
  subject: Code,
): Condition {
  const accepts = otherPredicate(printing, others, "Property");
  if (accepts === undefined) return always;
  const { exactOptional } = printing.models.options;
  const evaluates = code`${evaluatedProperties(printing, evaluated)}(${subject})`;
  const isOwn = exactOptional || accepts !== "none";
  const every = printing.scope.use("runtime", isOwn ? "everyOwnProperty" : "everyProperty");
  if (accepts === "none") return callTest(code`${every}(${subject}, ${evaluates})`);
  const otherwise = printing.scope.use("runtime", "evaluatedOr");
  return callTest(code`${every}(${subject}, ${otherwise}(${evaluates}, ${accepts}))`);
}

/** Likewise of items. */
export function unevaluatedItemsCondition(
  printing: Printing,
  { evaluated, others }: UnevaluatedItemsCheck,
  subject: Code,
): Condition {
  const accepts = otherPredicate(printing, others, "Item");
  if (accepts === undefined) return always;
  const every = printing.scope.use("runtime", "everyUnevaluatedItem");
  const evaluates = code`${evaluatedItems(printing, evaluated)}(${subject})`;
  const parts = accepts === "none" ? [subject, evaluates] : [subject, evaluates, accepts];
  return callTest(code`${every}(${joinCode(parts, ", ")})`);
}

/** The predicate of what is not evaluated, as a constant; undefined where all is accepted. */
function otherPredicate(printing: Printing, others: Others, part: string): Code | "none" | undefined {
  if ("forbidden" in others) return "none";
  const condition = otherCondition(printing, others, code`item`);
  if (condition.kind === "always") return undefined;
  const parameter = condition.kind === "never" ? code`_item: unknown` : code`item: unknown`;
  return printing.scope.hoist(
    `isUnevaluated${toPascalCase(printing.owner)}${part}`,
    code`(${parameter}): boolean => ${printCondition(condition)}`,
  );
}

/** A constant: from a value to the predicate of the names that are evaluated. */
export function evaluatedProperties(printing: Printing, evaluated: EvaluatedProperties): Code {
  const key = code`key`;
  return hoistEvaluation(printing, "Properties", [[key, code`string`]], evaluated, (part) => {
    if (part === "all") return always;
    const patterns = part.patterns.map((pattern) => ({ pattern }));
    return any([namedCondition(printing, part.names, key), ...patternConditions(printing, patterns, key)]);
  });
}

/** A constant: from a value to the predicate of the items that are evaluated. */
export function evaluatedItems(printing: Printing, evaluated: EvaluatedItems): Code {
  const [index, item] = [code`index`, code`item`];
  const parameters = [[index, code`number`] as const, [item, code`unknown`] as const];
  return hoistEvaluation(printing, "Items", parameters, evaluated, (part) => {
    if (part === "all") return always;
    const isFirst = part.prefix === 0 ? never : compare(index, "<", valueLiteral(part.prefix));
    return any([isFirst, ...part.matching.map((node) => printing.check(node, item))]);
  });
}

type Parameter = readonly [name: Code, type: Code];

function hoistEvaluation<T>(
  printing: Printing,
  parts: "Properties" | "Items",
  parameters: readonly Parameter[],
  evaluated: Evaluated<T>,
  conditionOf: (part: T) => Condition,
): Code {
  const established = new Map<Code, Condition>();
  const holds = evaluationCondition(printing, evaluated, conditionOf, (condition) => {
    if (isConstant(condition)) return condition;
    const text = printCondition(condition);
    const [known] = [...established].find(([, other]) => printCondition(other) === text) ?? [];
    const name = known ?? localCode(`matches${established.size + 1}`);
    established.set(name, condition);
    return callTest(name);
  });
  const tests = new Set(listTests(holds));
  const facts = [...established].filter(([name]) => tests.has(name) || tests.has(code`!${name}`));
  const matched = facts.map(([name, condition]) => code`const ${name} = ${printCondition(condition)};`);
  const types = joinCode(
    parameters.map(([name, type]) => code`${name}: ${type}`),
    ", ",
  );
  const body = code`return (${printParameters(parameters, [...tests])}) => ${printCondition(holds)};`;
  return printing.scope.hoist(
    `evaluated${toPascalCase(printing.owner)}${parts}`,
    code`(${facts.length > 0 ? code`value` : code``}) => {\n${joinCode([...matched, body], "\n")}\n}`,
    code`(value: unknown) => (${types}) => boolean`,
  );
}

/** The parameters up to the last that a test reads. */
function printParameters(parameters: readonly Parameter[], tests: readonly Code[]): Code {
  const isRead = ([name]: Parameter): boolean =>
    tests.some((test) => new RegExp(String.raw`(?<![\w.$"])${name}\b`).test(test));
  const last = parameters.findLastIndex(isRead);
  const names = parameters.slice(0, last + 1).map((each) => (isRead(each) ? each[0] : code`_${each[0]}`));
  return joinCode(names, ", ");
}

/** What is evaluated, given the conditions that `establish` has given a name. */
function evaluationCondition<T>(
  printing: Printing,
  { always: whole, conditional }: Evaluated<T>,
  conditionOf: (part: T) => Condition,
  establish: (condition: Condition) => Condition,
): Condition {
  const cases = conditional.map(({ when, then }) => {
    const evaluated = evaluationCondition(printing, then, conditionOf, establish);
    return evaluated.kind === "never" ? never : all([findOut(printing, when, establish), evaluated]);
  });
  return any([conditionOf(whole), ...cases]);
}

/** Whether the condition holds, by the name of what was established. */
function findOut(
  printing: Printing,
  when: EvaluationCondition,
  establish: (condition: Condition) => Condition,
): Condition {
  const value = code`value`;
  if (when.kind === "valid") return establish(printing.check(when.node, value));
  if (when.kind === "invalid") return not(establish(printing.check(when.node, value)));
  const isObject = code`${printing.scope.use("runtime", "isObject")}<${stringLiteral(when.key)}>`;
  return establish(all([callTest(code`${isObject}(${value})`), presence(printing, when.key, value)]));
}
