import type { DispatchCheck, NodePlan } from "../checks/check-plan.js";
import { type TypeSet, typeSetOf } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { accessOf, code, joinCode, stringLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, callTest } from "./condition.js";
import type { Printing } from "./printing.js";

/** The expression that reads a tag. */
export function tagAccess(subject: Code, path: readonly string[]): Code {
  return path.reduce<Code>(accessOf, subject);
}

/** Whether the value is an object, and so is each value on the way to any of the tags. */
export function isObjectAlong(
  { scope }: Printing,
  subject: Code,
  paths: readonly (readonly string[])[],
): Condition {
  const isObject = scope.use("runtime", "isObject");
  const keys = new Map<Code, Set<Code>>();
  for (const path of paths) {
    path.forEach((key, index) => {
      const holder = tagAccess(subject, path.slice(0, index));
      keys.set(holder, (keys.get(holder) ?? new Set<Code>()).add(stringLiteral(key)));
    });
  }
  return all(
    [...keys].map(([holder, read]) => callTest(code`${isObject}<${joinCode([...read], " | ")}>(${holder})`)),
  );
}

/** Whether there may be a tag to read; where TypeScript knows that there is none, it refuses to. */
export function canBeObject(types: TypeSet): boolean {
  return (types & typeSetOf(["object"])) !== 0;
}

/** Whether a case is that of an absent tag. */
export function mayLackTag(cases: DispatchCheck["cases"]): boolean {
  return cases.some(({ values }) => values.includes(undefined));
}

/**
 * What else the plan demands, to be asked before its dispatch. That the value is an object the dispatch asks itself, where nothing else
 * does, and the tag too where it covers it.
 */
export function withoutDispatch(plan: NodePlan, dispatch: DispatchCheck): NodePlan {
  const free = { required: undefined, values: [], literals: undefined, forbidden: undefined };
  const [tag = ""] = dispatch.path;
  return {
    ...plan,
    tag,
    types: isLeftToDispatch(plan, dispatch) ? undefined : plan.types,
    properties: plan.properties.map((property) =>
      property.key === dispatch.covers ? { ...property, ...free } : property,
    ),
    logic: plan.logic.filter((check) => check !== dispatch),
  };
}

/** Whether the dispatch alone reads the value, which must be an object. */
function isLeftToDispatch(
  { types, properties, rests, objects }: NodePlan,
  { notObject }: DispatchCheck,
): boolean {
  const isRead = [properties, rests, objects].some((checks) => checks.length > 0);
  return types?.set === typeSetOf(["object"]) && !notObject && !isRead;
}
