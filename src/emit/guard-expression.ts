import type { LogicCheck, NodePlan } from "../checks/check-plan.js";
import { isAlways, isOpen } from "../checks/check-plan.js";
import type { JsonType } from "../schema/type-set.js";
import { allTypes, jsonTypes, jsonTypesOf } from "../schema/type-set.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, callTest, never, not } from "./condition.js";
import type { Models } from "./context.js";
import { checkNamesOf, planOf } from "./context.js";
import { arrayConditions } from "./guard-arrays.js";
import { extensionCondition } from "./guard-extensions.js";
import { literalCondition } from "./guard-literals.js";
import { logicCondition } from "./guard-logic.js";
import { objectConditions } from "./guard-objects.js";
import { numberConditions, stringConditions } from "./guard-scalars.js";
import { typeTest } from "./guard-types.js";
import type { Left } from "./left.js";
import { anyLeft, narrowLeft } from "./left.js";
import type { Printing } from "./printing.js";
import type { Scope } from "./scope.js";

/** The value that a function is called with. */
const whole = code`value`;

/** The printing of one function's expressions; `guarded`: the node, where the function is its guard. */
export function startPrinting(models: Models, scope: Scope, owner: string, guarded?: NodeId): Printing {
  const printing: Printing = {
    models,
    scope,
    owner,
    guarded,
    left: anyLeft,
    check: (node, subject, left = anyLeft) => conditionOf(printing, node, subject, left),
  };
  return printing;
}

/** Whether the subject is valid by a node, in the place of the node whose expression is printed. */
function conditionOf(printing: Printing, node: NodeId, subject: Code, left: Left): Condition {
  const { models, scope } = printing;
  const plan = planOf(models, node);
  if (isAlways(plan)) return always;
  const names = checkNamesOf(models, node);
  if (!names) return planCondition({ ...printing, left }, plan, subject);
  const guard = scope.use("guards", names.guard);
  const descend = chooseDescent(printing, node, subject);
  if (descend === undefined) return callTest(code`${guard}(${subject})`);
  return callTest(code`${scope.use("runtime", descend)}(${guard}, ${subject})`);
}

/** What asks a guard of a value that may lead back to its caller, or on through more guards than the stack should hold. */
function chooseDescent(
  { models, guarded }: Printing,
  node: NodeId,
  subject: Code,
): "descend" | "descendAlways" | undefined {
  const { facts } = models;
  if (guarded === undefined || !facts.isDeep(guarded) || !facts.isDeep(node)) return undefined;
  if (!facts.isRecursive(node)) return "descendAlways";
  return facts.isRecursive(guarded) && subject !== whole ? "descend" : undefined;
}

/**
 * The plan written out: types, literals, negations, alternatives, and calls. Calls come last, since they narrow the subject to types
 * that may leave nothing to read. `typeName` names the keys that are read, where the subject has a declared type.
 */
export function planCondition(printing: Printing, plan: NodePlan, subject: Code, typeName?: Code): Condition {
  if (plan.never) return never;
  // Of most nodes a type is all that is asked.
  if (isOpen(plan)) return typesAloneCondition(printing, plan, subject);
  const left = narrowLeft(printing.left, printing.models.facts, plan.node);
  const narrowed = { ...printing, left };
  return all([
    typeCondition(narrowed, plan, subject, typeName),
    ...plan.literals.map((check) => literalCondition(narrowed, check, subject)),
    ...(plan.logic.length > 0 ? logicConditions(narrowed, plan, subject) : []),
    ...plan.applied.map(({ node }) => printing.check(node, subject, left)),
    ...plan.extensions.map((check) => extensionCondition(narrowed, check, subject)),
  ]);
}

function logicConditions(printing: Printing, { logic, literals }: NodePlan, subject: Code): Condition[] {
  const { left } = printing;
  // What a negation is there to exclude may be what other checks exclude, if they do so before it.
  const negated = { ...printing, left: literals.length > 0 ? left : { ...left, literals: [] } };
  const [negations, others] = [logic.filter(isNegation), logic.filter((check) => !isNegation(check))];
  return [
    ...negations.map((check) => logicCondition(negated, check, subject)),
    ...others.map((check) => logicCondition(printing, check, subject)),
  ];
}

function isNegation({ kind }: LogicCheck): boolean {
  return kind === "not";
}

function typesAloneCondition(printing: Printing, plan: NodePlan, subject: Code): Condition {
  const { types } = plan;
  if (types === undefined) return always;
  return any(
    jsonTypesOf(types.set).map((type) =>
      typeTest(printing, plan, type, types.set, subject, false, undefined),
    ),
  );
}

/** The types that may be, each with the checks that bear on it; without stated types, the checks alone. */
function typeCondition(printing: Printing, plan: NodePlan, subject: Code, typeName?: Code): Condition {
  const groups = groupConditions(printing, plan, subject);
  const { types } = plan;
  if (types === undefined) {
    const bearing = jsonTypes.filter((type) => groups[type].kind !== "always");
    return all(
      bearing.map((type) =>
        any([not(typeTest(printing, plan, type, allTypes, subject, true, typeName)), groups[type]]),
      ),
    );
  }
  const isDecidedByLiterals =
    plan.literals.length > 0 && jsonTypes.every((type) => groups[type].kind === "always");
  if (isDecidedByLiterals) return always;
  return any(
    jsonTypesOf(types.set).map((type) => {
      const isRead = groups[type].kind !== "always";
      return all([typeTest(printing, plan, type, types.set, subject, isRead, typeName), groups[type]]);
    }),
  );
}

function groupConditions(
  printing: Printing,
  plan: NodePlan,
  subject: Code,
): Readonly<Record<JsonType, Condition>> {
  return {
    string: all(stringConditions(printing, plan, subject)),
    number: all(numberConditions(printing, plan, subject)),
    boolean: always,
    null: always,
    array: all(arrayConditions(printing, plan, subject)),
    object: all(objectConditions(printing, plan, subject)),
  };
}
