import type { NodePlan, Others, RestCheck } from "../checks/check-plan.js";
import { toPascalCase } from "../identifier.js";
import type { Pattern } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code, joinCode, patternLiteral, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, callTest, compare, isConstant, never, not, printCondition } from "./condition.js";
import type { Models } from "./context.js";
import { closedCondition } from "./guard-closed.js";
import type { Printing } from "./printing.js";

/** Every property of the subject, by patterns and beside them: a count where that says it, or one call with a constant predicate. */
export function restCondition(
  printing: Printing,
  plan: NodePlan,
  check: RestCheck,
  subject: Code,
): Condition {
  return closedCondition(printing, plan, check, subject) ?? everyRest(printing, check, subject);
}

function everyRest(printing: Printing, check: RestCheck, subject: Code): Condition {
  const { scope, owner, models } = printing;
  const [key, item] = [code`key`, code`item`];
  const matches = patternConditions(printing, check.patterns, key);
  const values = check.patterns.map(({ value }) => (value ? printing.check(value.node, item) : always));
  const other = otherCondition(printing, check.others, item);
  const skipsUndefined = forbidsDefined(models, check) && check.patterns.length === 0;
  const isClaimed = claimCondition(printing, check, matches, key, skipsUndefined ? undefined : item);
  const accepted = all([
    ...values.map((value, index) => any([not(matches[index] ?? always), value])),
    other.kind === "always" ? always : any([isClaimed, other]),
  ]);
  if (accepted.kind === "always") return always;
  const readsItem =
    [...values, other].some((value) => !isConstant(value)) ||
    (forbidsDefined(models, check) && !skipsUndefined);
  const readsKey = check.patterns.length > 0 || check.named.length > 0;
  const parameters = [
    readsKey ? code`key: string` : code`_key: string`,
    ...(readsItem ? [code`item: unknown`] : []),
  ];
  const predicate = code`(${joinCode(parameters, ", ")}): boolean => ${printCondition(accepted)}`;
  const accepts = scope.hoist(`is${toPascalCase(owner)}Property`, predicate);
  const every = scope.use("runtime", skipsUndefined ? "everyProperty" : "everyOwnProperty");
  return callTest(code`${every}(${subject}, ${accepts})`);
}

/** Whether nothing may stand beside what is claimed, but for values of undefined, which count as absence. */
function forbidsDefined({ options }: Models, { others }: Pick<RestCheck, "others">): boolean {
  return !options.exactOptional && others !== undefined && "forbidden" in others;
}

/** Whether a name or a pattern of the same schema claims the key, or, given an `item`, there is nothing to claim. */
export function claimCondition(
  printing: Printing,
  check: RestCheck,
  matches: readonly Condition[],
  key: Code,
  item: Code | undefined,
): Condition {
  const isAbsent =
    item !== undefined && forbidsDefined(printing.models, check)
      ? compare(item, "===", code`undefined`)
      : never;
  return any([namedCondition(printing, check.named, key), ...matches, isAbsent]);
}

/** What a part that nothing claims must meet. */
export function otherCondition(printing: Printing, others: Others | undefined, item: Code): Condition {
  if (others === undefined) return always;
  return "forbidden" in others ? never : printing.check(others.node, item);
}

/** Whether the key matches each pattern. */
export function patternConditions(
  { scope, owner }: Printing,
  patterns: readonly { readonly pattern: Pattern }[],
  key: Code,
): Condition[] {
  return patterns.map(({ pattern }) =>
    callTest(code`${scope.hoist(`${owner}Pattern`, patternLiteral(pattern))}.test(${key})`),
  );
}

/** More names than this are looked up in a set. */
const comparedNames = 6;

/** Whether the key is one of the named. */
export function namedCondition({ scope, owner }: Printing, named: readonly string[], key: Code): Condition {
  if (named.length <= comparedNames) return any(named.map((name) => compare(key, "===", valueLiteral(name))));
  const set = code`/* @__PURE__ */ new Set<string>([${joinCode(named.map(valueLiteral), ", ")}])`;
  return callTest(code`${scope.hoist(`${owner}Keys`, set)}.has(${key})`);
}
