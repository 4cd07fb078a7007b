import type { Source } from "./source.js";
import type { Call, Expression } from "./syntax.js";

function isFunction(node: Expression): boolean {
  return node.kind === "arrow" || node.kind === "function";
}

/** Functions among the arguments, as in `compose(a => b, c => d)`: each argument has a line of its own. */
export function isComposition(args: readonly Expression[]): boolean {
  if (args.filter(isFunction).length > 1) return true;
  return args.some((each) => {
    const node = each.kind === "nonNull" ? each.argument : each;
    return node.kind === "call" && !node.isNew && node.args.some(isFunction);
  });
}

/** Calls that Prettier knows by name or form: tests, and hooks with dependencies. */
export function isHookCall({ args, callee }: Call, source: Source): boolean {
  const [first, second] = args;
  if (first?.kind === "arrow" && second?.kind === "array" && first.signature.parameters.length === 0)
    return true;
  if (second?.kind === "arrow" && args[2]?.kind === "array" && second.signature.parameters.length === 0)
    return true;
  const isNamed = first?.kind === "atom" && (first.is === "string" || first.is === "template");
  if (!isNamed || !second || !isFunction(second)) return false;
  return /^(?:[fx]?(?:describe|it|test)|skip|step)\b/.test(source.writtenAt(callee.first));
}

/** Whether an argument may break within while the others stay in the line of the parenthesis. */
export function canHug(node: Expression): boolean {
  switch (node.kind) {
    case "object":
      return node.properties.length > 0 || node.ending.length > 0;
    case "array":
      return node.elements.length > 0 || node.ending.length > 0;
    case "cast":
      return canHug(node.argument);
    case "function":
      return true;
    case "arrow": {
      const { body } = node;
      if (body.kind === "nonNull") return body.argument.kind === "call" && !body.argument.isNew;
      if (body.kind === "call") return !body.isNew;
      return (
        body.kind === "block" ||
        body.kind === "object" ||
        body.kind === "array" ||
        body.kind === "conditional"
      );
    }
    case "access":
    case "arrayPattern":
    case "assignment":
    case "atom":
    case "binary":
    case "call":
    case "conditional":
    case "nonNull":
    case "objectPattern":
    case "spread":
    case "unary":
    case "update":
      return false;
  }
}

/** Whether the last argument is hugged by the parentheses. */
export function hugsLast(args: readonly Expression[]): boolean {
  const [last, previous] = [args.at(-1), args.at(-2)];
  if (!last || !canHug(last) || previous?.kind === last.kind) return false;
  if (args.length === 2 && previous?.kind === "arrow" && last.kind === "array") return false;
  return args.length === 1 || !isNumberList(last);
}

/** Numbers fill their lines. */
export function isNumberList(node: Expression): boolean {
  if (node.kind !== "array" || node.elements.length === 0) return false;
  return node.elements.every((item) => {
    const element = item?.node;
    const number = element?.kind === "unary" && /[+-]/.test(element.operator) ? element.argument : element;
    return number?.kind === "atom" && number.is === "number" && item?.trailing === undefined;
  });
}

/** Whether the first of two arguments is hugged: a function before something simple. */
export function hugsFirst(
  [first, second, more]: readonly Expression[],
  isSecondSimple: (node: Expression) => boolean,
): boolean {
  if (!first || !second || more) return false;
  const isBlock = first.kind === "function" || (first.kind === "arrow" && first.body.kind === "block");
  if (!isBlock || isFunction(second) || second.kind === "conditional") return false;
  return isSecondSimple(second) && !canHug(second);
}
