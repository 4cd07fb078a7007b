import type { Code } from "./code.js";
import { code, joinCode } from "./code.js";

/** A boolean expression as data, so that it can be simplified and negated before it is printed. */
export type Condition =
  | { readonly kind: "always" }
  | { readonly kind: "never" }
  /** `fails` is how the opposite reads. */
  | { readonly kind: "test"; readonly holds: Code; readonly fails: Code }
  | { readonly kind: "all" | "any"; readonly parts: readonly Condition[] }
  | {
      readonly kind: "choice";
      readonly condition: Condition;
      readonly then: Condition;
      readonly otherwise: Condition;
    }
  | { readonly kind: "not"; readonly part: Condition };

export const always: Condition = { kind: "always" };
export const never: Condition = { kind: "never" };

/** Whether it holds, or fails, whatever the value. */
export function isConstant({ kind }: Condition): boolean {
  return kind === "always" || kind === "never";
}

/** A call or another expression that binds tighter than `!`. */
export function callTest(holds: Code): Condition {
  return { kind: "test", holds, fails: code`!${holds}` };
}

const opposites = { "===": "!==", "!==": "===", "<": ">=", ">=": "<", ">": "<=", "<=": ">" } as const;

/** A comparison. Of numbers only: the opposite of an order is not its reverse for NaN, which JSON does not have. */
export function compare(left: Code, operator: keyof typeof opposites, right: Code): Condition {
  const print = (sign: string): Code => code`${left} ${sign as Code} ${right}`;
  return { kind: "test", holds: print(operator), fails: print(opposites[operator]) };
}

export function all(conditions: readonly Condition[]): Condition {
  return combine("all", conditions, always, never);
}

export function any(conditions: readonly Condition[]): Condition {
  return combine("any", conditions, never, always);
}

/** `neutral` adds nothing, and `decisive` decides. */
function combine(
  kind: "all" | "any",
  conditions: readonly Condition[],
  neutral: Condition,
  decisive: Condition,
): Condition {
  const parts: Condition[] = [];
  for (const condition of conditions) {
    if (condition.kind === decisive.kind) return decisive;
    // What is of its own kind has been combined, and so has neither.
    if (condition.kind === kind) parts.push(...condition.parts);
    else if (condition.kind !== neutral.kind) parts.push(condition);
  }
  const [only] = parts;
  return parts.length > 1 ? { kind, parts } : (only ?? neutral);
}

/** `condition ? then : otherwise`, or what that amounts to where one of them is constant. */
export function choice(condition: Condition, then: Condition, otherwise: Condition): Condition {
  if (condition.kind === "always" || (then.kind === "always" && otherwise.kind === "always")) return then;
  if (condition.kind === "never") return otherwise;
  if (then.kind === "always") return any([condition, otherwise]);
  if (then.kind === "never") return all([not(condition), otherwise]);
  if (otherwise.kind === "always") return any([not(condition), then]);
  if (otherwise.kind === "never") return all([condition, then]);
  return { kind: "choice", condition, then, otherwise };
}

export function not(condition: Condition): Condition {
  if (condition.kind === "always") return never;
  if (condition.kind === "never") return always;
  if (condition.kind === "not") return condition.part;
  if (condition.kind !== "test") return { kind: "not", part: condition };
  return { kind: "test", holds: condition.fails, fails: condition.holds };
}

/** The text of every test in it, each as it is asked. */
export function listTests(condition: Condition): Code[] {
  switch (condition.kind) {
    case "always":
    case "never":
      return [];
    case "test":
      return [condition.holds];
    case "not":
      return listTests(condition.part);
    case "choice":
      return [condition.condition, condition.then, condition.otherwise].flatMap(listTests);
    case "all":
    case "any":
      return condition.parts.flatMap(listTests);
  }
}

/** The expression, in parentheses only where an operator around it asks for them. */
export function printCondition(condition: Condition): Code {
  switch (condition.kind) {
    case "always":
      return code`true`;
    case "never":
      return code`false`;
    case "test":
      return condition.holds;
    case "not":
      return code`!(${printCondition(condition.part)})`;
    case "choice": {
      const { condition: asked, then, otherwise } = condition;
      return code`${printChosen(asked)} ? ${printChosen(then)} : ${printChosen(otherwise)}`;
    }
    case "all":
    case "any":
      return joinCode(
        condition.parts.map((part) => printOperand(part)),
        condition.kind === "all" ? " && " : " || ",
      );
  }
}

function printOperand(part: Condition): Code {
  const text = printCondition(part);
  return part.kind === "all" || part.kind === "any" || part.kind === "choice" ? code`(${text})` : text;
}

function printChosen(part: Condition): Code {
  const text = printCondition(part);
  return part.kind === "choice" ? code`(${text})` : text;
}
