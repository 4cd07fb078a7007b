import type { NodePlan, PropertyCheck, RestCheck } from "../checks/check-plan.js";
import { allTypes } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { accessOf, code, joinCode, patternLiteral, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, callTest, compare, never, not, printCondition } from "./condition.js";
import type { Models } from "./context.js";
import { planOf } from "./context.js";
import { literalCondition } from "./guard-literals.js";
import type { Printing } from "./printing.js";

/** What `Object.prototype` has: such a property is there only if it is the object's own. */
const inheritedKeys: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isInheritedKey(key: string): boolean {
  return inheritedKeys.has(key);
}

export function objectConditions(printing: Printing, plan: NodePlan, subject: Code): Condition[] {
  return [
    ...plan.properties.map((check) => propertyCondition(printing, check, subject)),
    ...plan.rests.map((check) => restCondition(printing, check, subject)),
  ];
}

function propertyCondition(printing: Printing, check: PropertyCheck, subject: Code): Condition {
  const present = presence(printing, check.key, subject);
  if (check.forbidden) return check.required ? never : not(present);
  const value = valueCondition(printing, check, accessOf(subject, check.key));
  if (!check.required) return value.kind === "always" ? always : any([not(present), value]);
  const isImplied = !isInheritedKey(check.key) && refusesUndefined(printing.models, check);
  return isImplied ? value : all([present, value]);
}

/** The checks of a property's value, where it has one. */
export function valueCondition(printing: Printing, check: PropertyCheck, access: Code): Condition {
  return all([
    ...(check.literals ? [literalCondition(printing, check.literals, access, allTypes)] : []),
    ...check.values.map(({ node }) => printing.check(node, access)),
  ]);
}

/** Whether the property is there. A value of undefined counts as absence, unless `exactOptional` says otherwise. */
export function presence({ models, scope }: Printing, key: string, subject: Code): Condition {
  const isDefined = compare(accessOf(subject, key), "!==", code`undefined`);
  if (!models.options.exactOptional && !isInheritedKey(key)) return isDefined;
  const isOwn = callTest(code`${scope.use("runtime", "hasOwn")}(${subject}, ${valueLiteral(key)})`);
  return models.options.exactOptional ? isOwn : all([isOwn, isDefined]);
}

/** Whether the value's own checks fail for undefined, so that its presence need not be asked for. */
function refusesUndefined(models: Models, { values, literals }: PropertyCheck): boolean {
  return (
    literals !== undefined ||
    values.some(({ node }) => models.facts.enforcesTypes(node) || planOf(models, node).types !== undefined)
  );
}

function restCondition(printing: Printing, check: RestCheck, subject: Code): Condition {
  const [key, item] = [code`key`, code`item`];
  const matches = patternConditions(printing, check, key);
  const values = check.patterns.map(({ value }) => printing.check(value.node, item));
  const isForbidding = check.others !== undefined && "forbidden" in check.others;
  const other = otherCondition(printing, check.others, item);
  const isNamed = namedCondition(printing, check.named, key);
  const accepted = all([
    ...values.map((value, index) => any([not(matches[index] ?? always), value])),
    other.kind === "always" ? always : any([isNamed, ...matches, other]),
  ]);
  if (accepted.kind === "always") return always;
  const isCounted = !isForbidding || check.patterns.length > 0 || printing.models.options.exactOptional;
  const every = printing.scope.use("runtime", isCounted ? "everyOwnProperty" : "everyProperty");
  const readsKey = check.patterns.length > 0 || check.named.length > 0;
  const readsItem = [...values, other].some(({ kind }) => kind !== "always" && kind !== "never");
  const parameters = [readsKey ? key : code`_key`, ...(readsItem ? [item] : [])];
  return callTest(code`${every}(${subject}, (${joinCode(parameters, ", ")}) => ${printCondition(accepted)})`);
}

/** What a property that neither a name nor a pattern claims must meet. */
function otherCondition(printing: Printing, others: RestCheck["others"], item: Code): Condition {
  if (others === undefined) return always;
  return "forbidden" in others ? never : printing.check(others.node, item);
}

/** Whether the key matches each pattern. */
export function patternConditions(
  { scope, owner }: Printing,
  { patterns }: RestCheck,
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
  const set = code`new Set<string>([${joinCode(named.map(valueLiteral), ", ")}])`;
  return callTest(code`${scope.hoist(`${owner}Keys`, set)}.has(${key})`);
}
