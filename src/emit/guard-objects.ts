import type { Applied, NodePlan, PropertyCheck } from "../checks/check-plan.js";
import type { Code } from "./code.js";
import { accessOf } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, never, not } from "./condition.js";
import type { Models } from "./context.js";
import { checkNamesOf, planOf } from "./context.js";
import { literalCondition } from "./guard-literals.js";
import { isInheritedKey, presence } from "./guard-presence.js";
import { wholeCondition } from "./guard-wholes.js";
import { anyLeft, narrowLeft } from "./left.js";
import { restCondition } from "./guard-rests.js";
import type { Printing } from "./printing.js";

export function objectConditions(printing: Printing, plan: NodePlan, subject: Code): Condition[] {
  return [
    ...plan.properties.map((check) => propertyCondition(printing, check, subject)),
    ...plan.rests.map((check) => restCondition(printing, check, subject)),
    ...plan.objects.map((check) => wholeCondition(printing, check, subject)),
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

/** The checks of a property's value, where it has one. Calls come last, as in `planCondition`. */
function valueCondition(printing: Printing, check: PropertyCheck, access: Code): Condition {
  const { facts } = printing.models;
  const left = check.values.reduce((all, { node }) => narrowLeft(all, facts, node), anyLeft);
  const isCall = ({ node }: Applied): boolean => checkNamesOf(printing.models, node) !== undefined;
  const values = [...check.values.filter((value) => !isCall(value)), ...check.values.filter(isCall)];
  return all([
    ...(check.literals ? [literalCondition({ ...printing, left }, check.literals, access)] : []),
    ...values.map(({ node }) => printing.check(node, access, left)),
  ]);
}

/** Whether the value's own checks fail for undefined, so that its presence need not be asked for. */
function refusesUndefined(models: Models, { values, literals }: PropertyCheck): boolean {
  return (
    literals !== undefined ||
    values.some(({ node }) => models.facts.enforcesTypes(node) || planOf(models, node).types !== undefined)
  );
}
