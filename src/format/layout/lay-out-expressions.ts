import { endsInline, layAssignment } from "./assignment.js";
import { isNumberList } from "./call-arguments.js";
import { align, type Document, fill, group, hardLine, ifBroken, indent, line, softLine } from "./document.js";
import { layEnding, layItem } from "./items.js";
import { type Layouter, type Place, trailingComma } from "./layouter.js";
import { layBranch, layTypeParameters } from "./lay-out-types.js";
import { isSignatureForced, laySignature } from "./lay-out-signatures.js";
import { isLogical } from "./operators.js";
import type {
  ArrayLiteral,
  Arrow,
  Assignment,
  Binary,
  Cast,
  Conditional,
  Expression,
  FunctionExpression,
  Unary,
} from "./syntax.js";
import { UnknownConstruct } from "./unknown-construct.js";

export function layArray(layouter: Layouter, node: ArrayLiteral): Document {
  const { elements, ending, isBroken } = node;
  if (elements.length === 0 && ending.length === 0) return "[]";
  const isForced = isBroken || layouter.isForced(node);
  const name = Symbol("array");
  const comma = trailingComma(layouter.options);
  const contents = isNumberList(node)
    ? layNumbers(layouter, node, comma ? ifBroken(",", "", name) : "")
    : layElements(layouter, node, comma ? ifBroken(",") : "");
  return group(
    ["[", indent([softLine, contents, ...layEnding(layouter, ending)]), softLine, "]"],
    isForced,
    name,
  );
}

function layElements(layouter: Layouter, { elements }: ArrayLiteral, comma: Document): Document {
  return elements.map((item, index): Document => {
    if (!item) throw new UnknownConstruct();
    const isLast = index === elements.length - 1;
    const element = group(layouter.lay(item.node), layouter.isForced(item.node));
    const laid = layItem(item, layouter, [element, isLast ? comma : ","]);
    return isLast ? laid : [laid, line, item.isBlankLineNext ? softLine : ""];
  });
}

function layNumbers(layouter: Layouter, { elements }: ArrayLiteral, comma: Document): Document {
  return fill(
    elements.flatMap((item, index): Document[] => {
      if (!item || item.comments.length > 0) throw new UnknownConstruct();
      const isLast = index === elements.length - 1;
      const element: Document = [layouter.lay(item.node), isLast ? comma : ","];
      if (isLast) return [element];
      return [element, item.isBlankLineNext ? [hardLine, hardLine] : line];
    }),
  );
}

export function layArrow(layouter: Layouter, node: Arrow, place: Place): Document {
  const { body, signature, isAsync } = node;
  const isHugged = place === "lastArgument" || place === "firstArgument";
  const head = isHugged
    ? layouter.source.print(node.first, node.signatureEnd)
    : layHead(layouter, isAsync ? "async " : "", signature, isHeadForced(layouter, node));
  const isForced = layouter.isForced(node);
  return group(
    [
      group(head, isHeadForced(layouter, node)),
      " =>",
      group(layBody(layouter, body, place), layouter.isForced(body)),
    ],
    isForced,
  );
}

function isHeadForced({ source }: Layouter, { first, signatureEnd }: Arrow): boolean {
  return source.isForced(first, signatureEnd);
}

function layHead(
  layouter: Layouter,
  prefix: string,
  signature: Arrow["signature"],
  isForced: boolean,
): Document {
  const { typeParameters, parts } = laySignature(layouter, signature, ": ", layTypeParameters);
  return [prefix, group([typeParameters, ...parts], isForced)];
}

function layBody(layouter: Layouter, body: Arrow["body"], place: Place): Document {
  const isLast = place === "lastArgument";
  const end = isLast ? [trailingComma(layouter.options, "all") ? ifBroken(",") : "", softLine] : "";
  const document = layouter.lay(body, "arrowBody");
  switch (body.kind) {
    case "block":
    case "object":
    case "array":
      return [" ", document];
    case "conditional":
      return [
        " ",
        group(
          [ifBroken("", "("), indent([softLine, document]), ifBroken("", ")"), end],
          layouter.isForced(body),
        ),
      ];
    case "access":
    case "arrayPattern":
    case "arrow":
    case "assignment":
    case "atom":
    case "binary":
    case "call":
    case "cast":
    case "function":
    case "nonNull":
    case "objectPattern":
    case "spread":
    case "unary":
    case "update":
      return [indent([line, document]), end];
  }
}

export function layFunctionExpression(layouter: Layouter, node: FunctionExpression): Document {
  const { typeParameters, parts } = laySignature(layouter, node.signature, ": ", layTypeParameters);
  return [
    node.head,
    typeParameters,
    group(parts, isSignatureForced(layouter, node.signature)),
    " ",
    layouter.lay(node.body),
  ];
}

export function layUnary(layouter: Layouter, node: Unary): Document {
  return [node.operator, layouter.lay(node.argument, "unary")];
}

export function layCast(layouter: Layouter, node: Cast, place: Place): Document {
  const parts = [layouter.lay(node.argument), ` ${node.operator} `, layouter.lay(node.type)];
  return place === "callee" || place === "object" ? group([indent([softLine, ...parts]), softLine]) : parts;
}

/** Operands and operators, each in a line of its own where the group around them is broken. */
export function layOperands(layouter: Layouter, node: Binary, place: Place, isInTest = false): Document[] {
  const { operands, operators } = node;
  const isLogic = isLogical(operators[0] ?? "");
  const operandPlace = isLogic ? "logicalOperand" : "arithmeticOperand";
  const [first, ...others] = operands;
  const parts: Document[] = first ? [group(layouter.lay(first, operandPlace), layouter.isForced(first))] : [];
  for (const [index, operand] of others.entries()) {
    const operator = operators[index] ?? "";
    const isInline = index === others.length - 1 && endsInline(node);
    const right: Document = [operator, isInline ? " " : line, layouter.lay(operand, operandPlace)];
    parts.push(" ", isAlone(node, place, isInTest) ? group(right, layouter.isForced(operand)) : right);
  }
  return parts;
}

/** Whether its only operator stands in no list of like operators. */
function isAlone({ operands, operators }: Binary, place: Place, isInTest: boolean): boolean {
  const isLogic = isLogical(operators[0] ?? "");
  if (operators.length > 1 || (isInTest && isLogic)) return false;
  if (place === (isLogic ? "logicalOperand" : "arithmeticOperand")) return false;
  return operands.every((each) => each.kind !== "binary" || isLogical(each.operators[0] ?? "") !== isLogic);
}

const insideParentheses: ReadonlySet<Place> = new Set(["unary", "object", "callee"]);
const unindented: ReadonlySet<Place> = new Set([
  "returned",
  "arrowBody",
  "loop",
  "conditionalTest",
  "branch",
]);
const values: ReadonlySet<Place> = new Set(["assigned", "variable", "stored"]);

export function layBinary(layouter: Layouter, node: Binary, place: Place): Document {
  const parts = layOperands(layouter, node, place);
  const isForced = layouter.isForced(node);
  if (insideParentheses.has(place)) return group([indent([softLine, ...parts]), softLine], isForced);
  const isInline = endsInline(node);
  const isPlain = unindented.has(place) || (values.has(place) && !isInline);
  if (isPlain || (isInline && node.operators.length === 1)) return group(parts, isForced);
  const [first = "", ...rest] = parts;
  return group([first, indent(rest)], isForced);
}

/** The root of a chain of conditions; those in its branches are laid out with it. */
export function layConditional(layouter: Layouter, node: Conditional, place: Place): Document {
  if (place === "object" || place === "callee") throw new UnknownConstruct();
  const [test = "", ...branches] = layConditions(layouter, node, place);
  return group([test, indent(branches)], layouter.isForced(node));
}

function layConditions(layouter: Layouter, node: Conditional, place: Place): Document[] {
  const inner = place === "returned" || place === "argument" ? "branchInCall" : "branch";
  const { test, whenTrue, whenFalse } = node;
  const isNested = whenTrue.kind === "conditional";
  const documents: Document[] = [layouter.lay(test, inner === "branch" ? "conditionalTest" : "branchInCall")];
  const consequent: Document = isNested ? layNested(layouter, whenTrue) : layouter.lay(whenTrue, inner);
  documents.push(
    [
      line,
      "? ",
      isNested ? ifBroken("", "(") : "",
      layBranch(layouter, consequent),
      isNested ? ifBroken("", ")") : "",
    ],
    [line, ": "],
  );
  if (whenFalse.kind !== "conditional") documents.push(layBranch(layouter, layouter.lay(whenFalse, inner)));
  else {
    const [first = "", ...branches] = layConditions(layouter, whenFalse, "branch");
    documents.push(layBranch(layouter, [align(2, first), branches]));
  }
  return documents;
}

function layNested(layouter: Layouter, node: Conditional): Document {
  const [test = "", ...branches] = layConditions(layouter, node, "branch");
  return [test, align(Math.max(0, layouter.options.tabWidth - 2), branches)];
}

export function layAssignmentExpression(layouter: Layouter, node: Assignment): Document {
  const { left, right, operator } = node;
  const is = left.kind === "access" || left.kind === "array" ? "storing" : "assignment";
  return layAssignment(layouter, {
    first: node.first,
    is,
    left: layouter.lay(left, "stored"),
    operator: ` ${operator}`,
    right,
  });
}

/** What stands between the parentheses of an `if` or a loop. */
export function layTest(layouter: Layouter, node: Expression): Document {
  const test =
    node.kind === "binary" && !node.hasParentheses
      ? layOperands(layouter, node, "any", true)
      : layouter.lay(node);
  if (isNegatedLogic(node)) return test;
  return group([indent([softLine, test]), softLine], layouter.isForced(node));
}

/** `!(a && b)` breaks within its own parentheses. */
function isNegatedLogic(node: Expression): boolean {
  let inner: Expression = node;
  for (let count = 0; count < 2 && inner.kind === "unary" && inner.operator === "!"; count++)
    inner = inner.argument;
  return inner !== node && inner.kind === "binary" && isLogical(inner.operators[0] ?? "");
}
