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
import { code, joinCode, nameCode, stringLiteral, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, callTest, compare, not, printCondition } from "./condition.js";
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
  const body = printCondition(condition);
  return printing.scope.hoist(
    `isUnevaluated${toPascalCase(printing.owner)}${part}`,
    code`(item: unknown): boolean => ${body}`,
  );
}

/** A constant: from a value to the predicate of the names that are evaluated. */
export function evaluatedProperties(printing: Printing, evaluated: EvaluatedProperties): Code {
  const key = code`key`;
  return hoistEvaluation(printing, evaluated, "Properties", code`(key: string)`, (part) =>
    part === "all"
      ? always
      : any([
          namedCondition(printing, part.names, key),
          ...patternConditions(
            printing,
            part.patterns.map((pattern) => ({ pattern })),
            key,
          ),
        ]),
  );
}

/** A constant: from a value to the predicate of the items that are evaluated. */
export function evaluatedItems(printing: Printing, evaluated: EvaluatedItems): Code {
  return hoistEvaluation(printing, evaluated, "Items", code`(index: number, item: unknown)`, (part) =>
    part === "all"
      ? always
      : any([
          ...(part.prefix > 0 ? [compare(code`index`, "<", valueLiteral(part.prefix))] : []),
          ...part.matching.map((node) => printing.check(node, code`item`)),
        ]),
  );
}

function hoistEvaluation<T>(
  printing: Printing,
  evaluated: Evaluated<T>,
  parts: string,
  parameters: Code,
  conditionOf: (part: T) => Condition,
): Code {
  const facts: Code[] = [];
  const holds = evaluationCondition(printing, evaluated, conditionOf, (condition) => {
    const name = nameCode(`matches${facts.length + 1}`);
    facts.push(code`const ${name} = ${printCondition(condition)};`);
    return callTest(name);
  });
  const body = joinCode([...facts, code`return ${parameters} => ${printCondition(holds)};`], "\n");
  const type = code`(value: unknown) => ${parameters} => boolean`;
  return printing.scope.hoist(
    `evaluated${toPascalCase(printing.owner)}${parts}`,
    code`(value) => {\n${body}\n}`,
    type,
  );
}

/** What is evaluated, given the conditions that `establish` has given a name. */
function evaluationCondition<T>(
  printing: Printing,
  { always: whole, conditional }: Evaluated<T>,
  conditionOf: (part: T) => Condition,
  establish: (condition: Condition) => Condition,
): Condition {
  const cases = conditional.map(({ when, then }) => {
    const name = establish(whenCondition(printing, when));
    return all([name, evaluationCondition(printing, then, conditionOf, establish)]);
  });
  return any([conditionOf(whole), ...cases]);
}

function whenCondition(printing: Printing, when: EvaluationCondition): Condition {
  const value = code`value`;
  if (when.kind === "valid") return printing.check(when.node, value);
  if (when.kind === "invalid") return not(printing.check(when.node, value));
  const isObject = code`${printing.scope.use("runtime", "isObject")}<${stringLiteral(when.key)}>`;
  return all([callTest(code`${isObject}(${value})`), presence(printing, when.key, value)]);
}
