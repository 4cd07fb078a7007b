import type { Source } from "./source.js";
import type { Expression } from "./syntax.js";

/** Whether an argument is so short that a line break before it would win nothing. */
export function isShortArgument(node: Expression, source: Source): boolean {
  const most = source.options.printWidth / 4;
  if (node.kind === "unary") return node.operator !== "await " && isShortArgument(node.argument, source);
  if (node.kind === "call") {
    const { callee, args, isNew } = node;
    return (
      !isNew &&
      args.length === 0 &&
      isName(callee, source) &&
      source.width(callee.first, callee.last) <= most - 2
    );
  }
  if (node.kind !== "atom") return false;
  const text = source.print(node.first, node.last);
  if (text === "this" || text === "null" || text === "true" || text === "false" || node.is === "number")
    return true;
  if (node.is === "regex") return text.lastIndexOf("/") - 1 <= most;
  if (node.is === "template") return !text.includes("${") && text.length - 2 <= most;
  return text.length <= most;
}

function isName(node: Expression, source: Source): boolean {
  return node.kind === "atom" && node.is === "name" && source.writtenAt(node.first) !== "this";
}

/** Whether an argument needs no lines of its own: names, literals, and little that is made of them. */
export function isSimple(node: Expression, source: Source, depth = 2): boolean {
  if (depth <= 0) return false;
  switch (node.kind) {
    case "nonNull":
      return isSimple(node.argument, source, depth);
    case "atom":
      if (node.is === "regex") return source.print(node.first, node.last).lastIndexOf("/") - 1 <= 5;
      return (node.holes ?? []).every((each) => isSimple(each, source, depth - 1));
    case "object":
      return node.properties.every(({ node: each }) => {
        if (each.kind !== "property" || each.isComputed) return false;
        return each.key === undefined || isSimple(each.value, source, depth - 1);
      });
    case "array":
      return node.elements.every((each) => each === undefined || isSimple(each.node, source, depth - 1));
    case "call": {
      const isPlain = isSimple(node.callee, source, depth);
      return (
        isPlain && node.args.length <= depth && node.args.every((each) => isSimple(each, source, depth - 1))
      );
    }
    case "access":
      return isSimple(node.object, source, depth) && isSimple(node.property, source, depth);
    case "unary":
      return ["!", "-", "+", "~"].includes(node.operator) && isSimple(node.argument, source, depth);
    case "update":
      return isSimple(node.argument, source, depth);
    case "arrayPattern":
    case "arrow":
    case "assignment":
    case "binary":
    case "cast":
    case "conditional":
    case "function":
    case "objectPattern":
    case "spread":
      return false;
  }
}
