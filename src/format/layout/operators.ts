import { kindOf } from "../../tokens.js";
import type { Expression } from "./syntax.js";

const levels = [
  ["??"],
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["==", "===", "!=", "!=="],
  ["<", ">", "<=", ">=", "in", "instanceof"],
  [">>", "<<", ">>>"],
  ["+", "-"],
  ["*", "/", "%"],
  ["**"],
];

const precedences = new Map(
  levels.flatMap((level, index) => level.map((each) => [each, index + 1] as const)),
);

/** The level of `as` and `satisfies`. */
export const castPrecedence = precedences.get("in") ?? 0;

/** By kind of token; 0 is no operator of two operands. Those that are words, or begin with `>`, are found by their text. */
export const precedenceOfKind = Uint8Array.from({ length: 256 }, () => 0);
for (const [operator, precedence] of precedences) {
  if (!/^(\w|>)/.test(operator)) precedenceOfKind[kindOf(operator)] = precedence;
}

export const assignmentKinds = new Set(
  "= += -= *= /= %= **= &= |= ^= &&= ||= ??= <<=".split(" ").map((each) => kindOf(each)),
);

export function precedenceOf(operator: string): number {
  return precedences.get(operator) ?? 0;
}

const isEquality = (operator: string): boolean => precedenceOf(operator) === precedenceOf("==");
const isMultiplicative = (operator: string): boolean => precedenceOf(operator) === precedenceOf("*");
const isShift = (operator: string): boolean => precedenceOf(operator) === precedenceOf("<<");

export function isLogical(operator: string): boolean {
  return operator === "&&" || operator === "||" || operator === "??";
}

/** Whether `(a inner b) outer c` reads as well without parentheses, and is laid out as one list. */
export function canFlatten(outer: string, inner: string): boolean {
  if (precedenceOf(outer) !== precedenceOf(inner) || outer === "**") return false;
  if (isEquality(outer) && isEquality(inner)) return false;
  if ((inner === "%" && isMultiplicative(outer)) || (outer === "%" && isMultiplicative(inner))) return false;
  if (inner !== outer && isMultiplicative(inner) && isMultiplicative(outer)) return false;
  return !(isShift(outer) && isShift(inner)) && !(outer === ">" && inner === "<");
}

/** Where an expression stands, as far as that asks for parentheses around it. */
export type Role =
  | "left"
  | "right"
  | "unary"
  | "spread"
  | "awaited"
  | "object"
  | "callee"
  | "constructor"
  | "cast"
  | "test"
  | "branch"
  | "consequent"
  | "arrowBody"
  | "value";

const tight: ReadonlySet<Role> = new Set([
  "left",
  "right",
  "unary",
  "awaited",
  "object",
  "callee",
  "constructor",
  "cast",
]);

/** Whether an expression needs parentheses where it stands; `operator` is the one that it is an operand of. */
export function needsParentheses(node: Expression, role: Role, operator: string): boolean {
  switch (node.kind) {
    case "binary":
      if (role === "left" || role === "right")
        return needsInOperator(node.operators[0] ?? "", role, operator);
      if (role === "branch" || role === "consequent" || role === "test") return node.operators[0] === "??";
      return (tight.has(role) && role !== "value") || role === "spread";
    case "cast":
      if (role === "cast") return false;
      return (
        tight.has(role) || role === "spread" || role === "test" || role === "branch" || role === "consequent"
      );
    case "conditional":
      return (
        tight.has(role) ||
        role === "spread" ||
        role === "test" ||
        role === "arrowBody" ||
        role === "consequent"
      );
    case "arrow":
      return tight.has(role) || role === "test";
    case "function":
      return role === "callee" || role === "constructor";
    case "unary":
      return needsAroundUnary(node.operator, role, operator);
    case "update":
      return role === "object" || role === "callee" || role === "constructor";
    case "object":
      return role === "arrowBody";
    case "assignment":
      return true;
    case "call":
      return role === "constructor" && !node.isNew;
    case "access":
    case "array":
    case "arrayPattern":
    case "atom":
    case "nonNull":
    case "objectPattern":
    case "spread":
      return false;
  }
}

function needsAroundUnary(inner: string, role: Role, operator: string): boolean {
  if (role === "object" || role === "callee" || role === "constructor") return true;
  if (inner === "await ")
    return (
      role === "left" ||
      role === "right" ||
      role === "unary" ||
      role === "spread" ||
      role === "cast" ||
      role === "test"
    );
  if (role === "unary") return inner === operator && (inner === "+" || inner === "-");
  return role === "left" && (operator === "in" || operator === "instanceof" || operator === "**");
}

function needsInOperator(inner: string, role: Role, outer: string): boolean {
  if (isLogical(inner) && isLogical(outer)) return inner !== outer || role === "right";
  const [own, other] = [precedenceOf(inner), precedenceOf(outer)];
  if (other > own || (other === own && role === "right")) return true;
  if (other === own && !canFlatten(outer, inner)) return true;
  if (other < own && inner === "%") return outer === "+" || outer === "-";
  return ["|", "^", "&", "<<", ">>", ">>>"].includes(outer);
}
