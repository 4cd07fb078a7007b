import { type Document, group, indent, indentIfBroken, line } from "./document.js";
import { isMemberChain } from "./chain.js";
import { canBreak, type Layouter, type Place } from "./layouter.js";
import { isHuggedUnion } from "./lay-out-types.js";
import { isLogical } from "./operators.js";
import { isShortArgument } from "./simple.js";
import type { Declarator } from "./statement-syntax.js";
import type { Call, ConditionalType, Expression, ObjectPattern, Type, TypeParameter } from "./syntax.js";

/** What is given a value: a variable, a property, a member of a class, a type. */
export interface Assigned {
  /** Where it begins. */
  readonly first: number;
  readonly is: "variable" | "assignment" | "storing" | "property" | "member" | "alias";
  readonly left: Document;
  readonly operator: string;
  readonly right: Expression | Type;
  readonly declarator?: Declarator;
  readonly pattern?: ObjectPattern | undefined;
  readonly typeParameters?: readonly TypeParameter[];
}

type Style = "breakAfterOperator" | "neverBreakAfterOperator" | "breakLeft" | "fluid";

const placeOf: Readonly<Record<Assigned["is"], Place>> = {
  variable: "variable",
  assignment: "variable",
  storing: "stored",
  property: "assigned",
  member: "assigned",
  alias: "any",
};

/** A value behind what it is given to: in the same line, or below it where it fits there only. */
export function layAssignment(layouter: Layouter, assigned: Assigned): Document {
  const { left, operator, right } = assigned;
  const style = chooseStyle(layouter, assigned);
  const isUnion = style === "breakAfterOperator" && right.kind === "union";
  const value = layouter.lay(right, isUnion ? "brokenAlias" : placeOf[assigned.is]);
  const isBroken = layouter.isForced(right);
  const isLeftBroken = layouter.source.isForced(assigned.first, right.first - 1);
  const isWholeBroken = isBroken || isLeftBroken;
  const head = group(left, isLeftBroken);
  switch (style) {
    case "breakAfterOperator":
      return group([head, operator, group(indent([line, value]), isBroken)], isWholeBroken);
    case "neverBreakAfterOperator":
      return group([head, operator, " ", value], isWholeBroken);
    case "breakLeft":
      return group([left, operator, " ", group(value, isBroken)], isWholeBroken);
    case "fluid": {
      const name = Symbol("assignment");
      const after = group(indent(line), false, name);
      return group([head, operator, after, indentIfBroken(value, name)], isWholeBroken);
    }
  }
}

function chooseStyle(layouter: Layouter, assigned: Assigned): Style {
  const { is, left, right, declarator, pattern, typeParameters = [] } = assigned;
  if (right.kind === "union" && !isHuggedUnion(right, layouter)) return "breakAfterOperator";
  const isLeftBreakable = canBreak(left);
  if (pattern && isComplexPattern(pattern)) return "breakLeft";
  if (declarator && isComplexAnnotation(declarator)) return "breakLeft";
  if (declarator && right.kind === "arrow" && isLeftBreakable) return "breakLeft";
  const isShort =
    is === "property" && typeof left === "string" && left.length < layouter.options.tabWidth + 3;
  if (breaksAfterOperator(layouter, right, isShort, is === "alias")) return "breakAfterOperator";
  if (typeParameters.length > 1 && typeParameters.some((each) => each.constraint ?? each.initial))
    return "breakLeft";
  const isNever = isShort || (right.kind === "atom" && isUnbreakable(right.is, layouter.print(right)));
  return !isLeftBreakable && isNever && is !== "alias" ? "neverBreakAfterOperator" : "fluid";
}

function isUnbreakable(is: string, text: string): boolean {
  return is === "template" || is === "number" || text === "true" || text === "false";
}

function isComplexPattern({ properties }: ObjectPattern): boolean {
  return (
    properties.length > 2 &&
    properties.some(({ key, initial, isRest }) => !isRest && (key !== undefined || initial))
  );
}

function isComplexAnnotation({ type }: Declarator): boolean {
  if (type?.kind !== "reference" || type.args.length < 2) return false;
  return type.args.some((each) => each.kind === "reference" || each.kind === "conditionalType");
}

function breaksAfterOperator(
  layouter: Layouter,
  right: Expression | Type,
  hasShortKey: boolean,
  isType: boolean,
): boolean {
  if (right.kind === "binary") return !endsInline(right);
  if (right.kind === "conditionalType") return hasArguments(right);
  if (right.kind === "conditional") return right.test.kind === "binary" && !endsInline(right.test);
  if (hasShortKey || isType) return false;
  let node: Expression | Type = right;
  while (node.kind === "unary" || node.kind === "nonNull") node = node.argument;
  if (node.kind === "atom") return node.is === "string";
  return isPoorlyBreakable(layouter, node, false);
}

function hasArguments({ check, extended }: ConditionalType): boolean {
  return [check, extended].some(
    (type) =>
      type.kind === "reference" || (type.kind === "functionType" && type.signature.typeParameters.length > 0),
  );
}

/** Whether a logical expression ends with an object or an array, which stays in the operator's line. */
export function endsInline(node: Expression): boolean {
  if (node.kind !== "binary" || !isLogical(node.operators.at(-1) ?? "")) return false;
  const last = node.operands.at(-1);
  return (
    (last?.kind === "object" && last.properties.length > 0) ||
    (last?.kind === "array" && last.elements.length > 0)
  );
}

/** A chain of names with calls of at most one short argument: it has no good place to break. */
function isPoorlyBreakable(layouter: Layouter, start: Expression | Type, isWithin: boolean): boolean {
  let isDeep = isWithin;
  for (let node = start; ; isDeep = true) {
    if (node.kind === "nonNull") node = node.argument;
    else if (node.kind === "access") node = node.object;
    else if (node.kind === "call" && !node.isNew) {
      if (isMemberChain(node, layouter.source)) return false;
      if (!hasFewArguments(layouter, node)) return false;
      node = node.callee;
    } else return isDeep && node.kind === "atom" && node.is === "name" && !isLiteral(layouter.print(node));
  }
}

function isLiteral(text: string): boolean {
  return text === "null" || text === "true" || text === "false";
}

function hasFewArguments(layouter: Layouter, { args, typeArgs }: Call): boolean {
  const [only] = args;
  const isFew = !only || (args.length === 1 && isShortArgument(only, layouter.source));
  return isFew && !areComplex(layouter, typeArgs);
}

function areComplex(layouter: Layouter, typeArgs: readonly Type[]): boolean {
  const [only] = typeArgs;
  if (!only) return false;
  if (typeArgs.length > 1 || only.kind === "union" || only.kind === "intersection") return true;
  return only.kind === "typeLiteral" || layouter.isForced(only);
}
