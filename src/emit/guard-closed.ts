import type { NodePlan, RestCheck } from "../checks/check-plan.js";
import { isInheritedKey } from "../json.js";
import { toCamelCase } from "../identifier.js";
import type { Code } from "./code.js";
import { code, joinCode, stringLiteral, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { callTest, compare, printCondition } from "./condition.js";
import { presence } from "./guard-presence.js";
import type { Printing } from "./printing.js";

/** More optional properties than this are not counted one by one. */
const countedOptional = 3;

/** In a list of more names than this the next one is not looked for. */
const listedNames = 100;

/**
 * Whether an object has no properties but the named, where nothing else may stand beside them: that there are no more than of the named,
 * of which other checks hold that the required ones are there. What a prototype has is not counted. Undefined where this is not so simple.
 */
export function closedCondition(
  printing: Printing,
  plan: NodePlan,
  check: RestCheck,
  subject: Code,
): Condition | undefined {
  if (!isClosed(check)) return undefined;
  const { named } = check;
  const { exactOptional } = printing.models.options;
  const counted = listCounted(plan, check);
  if (counted === undefined) {
    if (named.length > listedNames || named.some(isInheritedKey)) return undefined;
    const names = code`[${joinCode(named.map(stringLiteral), ", ")}]`;
    const list = printing.scope.hoist(`${toCamelCase(printing.owner)}Keys`, names);
    const hasOnly = printing.scope.use("runtime", exactOptional ? "hasOnlyOwnKeys" : "hasOnlyKeys");
    return callTest(code`${hasOnly}(${subject}, ${list})`);
  }
  const { required, optional } = counted;
  const present = optional.map((key) => code`Number(${printCondition(presence(printing, key, subject))})`);
  const parts = required > 0 || present.length === 0 ? [valueLiteral(required), ...present] : present;
  const count = joinCode(parts, " + ");
  if (exactOptional)
    return compare(code`${printing.scope.use("runtime", "countOwnProperties")}(${subject})`, "<=", count);
  return callTest(code`${printing.scope.use("runtime", "hasAtMost")}(${subject}, ${count})`);
}

/** Whether nothing may stand beside the named. */
export function isClosed({ patterns, others }: RestCheck): boolean {
  return patterns.length === 0 && others !== undefined && "forbidden" in others;
}

/** How many of the named are required, and those that are not; undefined where nothing is counted, or they are too many. */
export function listCounted(
  { properties }: NodePlan,
  check: RestCheck,
): { readonly required: number; readonly optional: readonly string[] } | undefined {
  if (!isClosed(check)) return undefined;
  const { named } = check;
  const known = new Map(properties.map((property) => [property.key, property]));
  const possible = named.filter((key) => !known.get(key)?.forbidden);
  const optional = possible.filter((key) => !known.get(key)?.required);
  if (optional.length > countedOptional) return undefined;
  return { required: possible.length - optional.length, optional };
}
