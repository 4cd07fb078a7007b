import type { Applied, NodePlan, PropertyCheck } from "../checks/check-plan.js";
import { typesAloneOf } from "../checks/check-plan.js";
import type { NodeId } from "../schema/schema-graph.js";
import { jsonTypesOf, typeSetOfValue } from "../schema/type-set.js";
import { toPascalCase } from "../identifier.js";
import { isInheritedKey } from "../json.js";
import type { Code } from "./code.js";
import { accessOf, code, joinCode, stringLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, callTest, compare, isConstant, never, not, printCondition } from "./condition.js";
import type { Models } from "./context.js";
import { checkNamesOf, planOf } from "./context.js";
import { listReadKeys } from "./declared-keys.js";
import { literalCondition } from "./guard-literals.js";
import { isClosed } from "./guard-closed.js";
import { estimateCost } from "./guard-cost.js";
import { callShared, nameTypes, scalarTypesOf } from "./guard-scalar-types.js";
import { presence } from "./guard-presence.js";
import { wholeCondition } from "./guard-wholes.js";
import type { Left } from "./left.js";
import { anyLeft, narrowLeft } from "./left.js";
import { restCondition } from "./guard-rests.js";
import type { Printing } from "./printing.js";
import { splitWide } from "./wide.js";

/** What is cheap comes first; what costs the same, in the order of the schema. */
export function objectConditions(printing: Printing, plan: NodePlan, subject: Code): Condition[] {
  if (plan.properties.length === 0 && plan.rests.length === 0 && plan.objects.length === 0) return [];
  const [cheap, dear] = splitByCost(printing, plan.properties);
  return [
    ...propertyConditions(printing, cheap, subject),
    ...plan.rests.filter(isClosed).map((check) => restCondition(printing, plan, check, subject)),
    ...propertyConditions(printing, dear, subject),
    ...plan.rests
      .filter((check) => !isClosed(check))
      .map((check) => restCondition(printing, plan, check, subject)),
    ...plan.objects.map((check) => wholeCondition(printing, check, subject)),
  ];
}

/** The properties, the cheapest first, and apart from them those that cost more than a look at each of them. */
function splitByCost(
  printing: Printing,
  properties: readonly PropertyCheck[],
): readonly [cheap: readonly PropertyCheck[], dear: readonly PropertyCheck[]] {
  const ranked = properties.map((check) => ({ check, cost: costOf(printing, check) }));
  ranked.sort((one, other) => one.cost - other.cost);
  const sorted = ranked.map(({ check }) => check);
  const first = ranked.findIndex(({ cost }) => cost > properties.length);
  return first === -1 ? [sorted, []] : [sorted.slice(0, first), sorted.slice(first)];
}

function costOf(printing: Printing, { values }: PropertyCheck): number {
  let cost = 0;
  for (const { node } of values) cost += estimateCost(printing, node);
  return Math.max(1, cost);
}

/** One condition for each property, or, where they are very many, one for each part of them. */
function propertyConditions(
  printing: Printing,
  properties: readonly PropertyCheck[],
  subject: Code,
): Condition[] {
  const [first = [], ...further] = splitWide(properties);
  if (further.length === 0) return first.map((check) => propertyCondition(printing, check, subject));
  return [first, ...further].map((part) => {
    const object = code`object`;
    const read = part
      .map((check) => ({ key: check.key, condition: propertyCondition(printing, check, object) }))
      .filter(({ condition }) => condition.kind !== "always");
    const condition = all(read.map((each) => each.condition));
    if (isConstant(condition)) return condition;
    const body = printCondition(condition);
    const type = typeOfKeys(read.map(({ key }) => key));
    const name = `is${toPascalCase(printing.owner)}Part`;
    return callTest(
      code`${printing.scope.hoist(name, code`(object: ${type}): boolean => ${body}`)}(${subject})`,
    );
  });
}

/** An object of which these keys are read. */
export function typeOfKeys(keys: readonly string[]): Code {
  return code`object & { readonly [K in ${joinCode(keys.map(stringLiteral), " | ")}]: unknown }`;
}

function propertyCondition(printing: Printing, check: PropertyCheck, subject: Code): Condition {
  const shared = scalarCondition(printing, check, subject);
  if (shared) return shared;
  const present = presence(printing, check.key, subject);
  if (check.forbidden) return check.required ? never : not(present);
  const value = valueCondition(printing, check, accessOf(subject, check.key));
  if (!check.required) return value.kind === "always" ? always : any([not(present), value]);
  const isImplied = !isInheritedKey(check.key) && refusesUndefined(printing.models, check);
  return isImplied ? value : all([present, value]);
}

/** Where the value is one of several scalar types, or may be absent, and nothing else is asked of it: a call. */
function scalarCondition(printing: Printing, check: PropertyCheck, subject: Code): Condition | undefined {
  const { models, scope } = printing;
  const { key, required, forbidden, literals, values } = check;
  const [only, ...others] = values;
  if (only === undefined || others.length > 0 || forbidden || literals || isInheritedKey(key))
    return undefined;
  if (checkNamesOf(models, only.node) !== undefined) return undefined;
  const types = scalarTypesOf(planOf(models, only.node));
  const isOptional = required === undefined;
  if (types === undefined || (isOptional && models.options.exactOptional)) return undefined;
  if (!isOptional && jsonTypesOf(types).length === 1) return undefined;
  const value = printing.check(only.node, code`value`);
  const condition = isOptional ? any([compare(code`value`, "===", code`undefined`), value]) : value;
  return callShared(scope, nameTypes(types, isOptional), condition, accessOf(subject, key));
}

/**
 * The checks of a property's value, where it has one. Those come first that leave most types, since each narrows the value, and reads
 * nothing of types that are left no more. Calls come last, as in `planCondition`.
 */
function valueCondition(printing: Printing, check: PropertyCheck, access: Code): Condition {
  const { facts } = printing.models;
  const left = check.values.reduce((all, { node }) => narrowLeft(all, facts, node), anyLeft);
  const isCall = ({ node }: Applied): boolean => checkNamesOf(printing.models, node) !== undefined;
  const countTypes = ({ node }: Applied): number => jsonTypesOf(facts.types(node)).length;
  const written = check.values.filter(
    (value) => !isCall(value) && !isTypeImplied(printing.models, check, value),
  );
  const values = [
    ...written.toSorted((one, other) => countTypes(other) - countTypes(one)),
    ...check.values.filter(isCall),
  ];
  return all([
    ...(check.literals ? [literalCondition({ ...printing, left }, check.literals, access)] : []),
    ...values.map(({ node }) => valuePart(printing, check.key, node, access, left)),
  ]);
}

/** An object whose properties are read has a function, so that it is itself read once; all that are alike share it. */
function valuePart(printing: Printing, key: string, node: NodeId, access: Code, left: Left): Condition {
  const { models, scope } = printing;
  const plan = planOf(models, node);
  const isWritten = checkNamesOf(models, node) === undefined;
  if (!isWritten || listReadKeys(models, plan).length < 2) return printing.check(node, access, left);
  const condition = printing.check(node, code`property`, left);
  if (isConstant(condition)) return condition;
  const predicate = code`(property: unknown): boolean => ${printCondition(condition)}`;
  return callTest(code`${scope.hoist(`is${toPascalCase(key)}`, predicate)}(${access})`);
}

/** Whether a schema states nothing but types that the literals of another one have. */
function isTypeImplied(models: Models, { values }: PropertyCheck, { node }: Applied): boolean {
  const isTypeAlone = (id: NodeId): boolean => typesAloneOf(planOf(models, id)) !== undefined;
  if (!isTypeAlone(node)) return false;
  return values.some(({ node: other }) => {
    const literals = isTypeAlone(other) ? undefined : models.facts.literals(other);
    return literals?.every((value) => (typeSetOfValue(value) & ~models.facts.types(node)) === 0) ?? false;
  });
}

/** Whether the value's own checks fail for undefined, so that its presence need not be asked for. */
function refusesUndefined(models: Models, { values, literals }: PropertyCheck): boolean {
  return (
    literals !== undefined ||
    values.some(({ node }) => models.facts.enforcesTypes(node) || planOf(models, node).types !== undefined)
  );
}
