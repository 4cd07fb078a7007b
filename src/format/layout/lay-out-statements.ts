import { layAssignment } from "./assignment.js";
import { type Document, group, hardLine, ifBroken, indent, join, line, softLine } from "./document.js";
import { layEnding, layItem } from "./items.js";
import { type Layouter, trailingComma } from "./layouter.js";
import { layTest } from "./lay-out-expressions.js";
import { layTarget } from "./lay-out-signatures.js";
import type {
  Case,
  Declarator,
  ExpressionStatement,
  For,
  ForEach,
  If,
  Leaving,
  Names,
  Switch,
  Try,
  Variables,
  While,
} from "./statement-syntax.js";
import type { Block, Item, Node } from "./syntax.js";

/** Statements, each in lines of its own, and at most one blank line between them. */
export function layStatements(layouter: Layouter, statements: readonly Item<Node>[]): Document[] {
  return statements.map((item, index): Document => {
    const statement = layItem(item, layouter, layouter.lay(item.node));
    if (index === statements.length - 1) return statement;
    return [statement, hardLine, item.isBlankLineNext ? hardLine : ""];
  });
}

export function layBlock(layouter: Layouter, { statements, ending }: Block): Document {
  if (statements.length === 0 && ending.length === 0) return "{}";
  const end = layEnding(layouter, ending);
  const comments = statements.length === 0 ? end.slice(1) : end;
  return ["{", indent([hardLine, ...layStatements(layouter, statements), ...comments]), hardLine, "}"];
}

export function layExpressionStatement(layouter: Layouter, { expression }: ExpressionStatement): Document {
  return [layouter.lay(expression, "statement"), ";"];
}

export function layVariables(layouter: Layouter, node: Variables): Document {
  const { head, declarators, isInLoop } = node;
  const documents = declarators.map((each) => layouter.lay(each));
  const hasValue = declarators.some(({ value }) => value);
  const [first = "", ...rest] = documents;
  const others = rest.map((each): Document => [",", hasValue && !isInLoop ? hardLine : line, each]);
  const opening = declarators.length === 1 ? first : indent(first);
  return group([head, " ", opening, indent(others), isInLoop ? "" : ";"], layouter.isForced(node));
}

export function layDeclarator(layouter: Layouter, node: Declarator): Document {
  const { target, type, value } = node;
  const isBare = target.kind === "objectPattern" && !target.isBroken;
  const left: Document = [layTarget(layouter, target, isBare), type ? [": ", layouter.lay(type)] : ""];
  if (!value) return left;
  const pattern = target.kind === "objectPattern" ? target : undefined;
  return layAssignment(layouter, {
    first: node.first,
    is: "variable",
    left,
    operator: " =",
    right: value,
    declarator: node,
    pattern,
  });
}

export function layLeaving(layouter: Layouter, { keyword, argument }: Leaving): Document {
  if (!argument) return `${keyword};`;
  const document = layouter.lay(argument, "returned");
  if (argument.kind !== "binary") return [keyword, " ", document, ";"];
  const wrapped = [ifBroken("("), indent([softLine, document]), softLine, ifBroken(")")];
  return [keyword, " ", group(wrapped, layouter.isForced(argument)), ";"];
}

/** What an `if` or a loop holds: a block in its line, or a statement below it where it does not fit. */
function layClause(layouter: Layouter, node: Node): Document {
  return node.kind === "block" ? [" ", layouter.lay(node)] : indent([line, layouter.lay(node)]);
}

export function layIf(layouter: Layouter, { test, consequent, alternate, comment }: If): Document {
  const isBroken = layouter.isForced(test) || layouter.isForced(consequent);
  const opening = group(["if (", layTest(layouter, test), ")", layClause(layouter, consequent)], isBroken);
  if (!alternate) return opening;
  const isElseIf = alternate.kind === "if";
  const clause = isElseIf ? [" ", layouter.lay(alternate)] : layClause(layouter, alternate);
  const space = consequent.kind === "block" ? " " : hardLine;
  const noted = comment === undefined ? "" : [layouter.source.writtenAt(comment).trimEnd(), hardLine];
  return [opening, space, noted, "else", group(clause, layouter.isForced(alternate))];
}

export function layFor(layouter: Layouter, node: For): Document {
  const { initial, test, update, body } = node;
  const parts: Document[] = [
    initial ? layouter.lay(initial) : "",
    ";",
    line,
    test ? layouter.lay(test, "loop") : "",
    ";",
  ];
  if (update) parts.push(line, layouter.lay(update, "loop"));
  const head = group([indent([softLine, ...parts]), softLine]);
  return group(["for (", head, ")", layClause(layouter, body)], layouter.isForced(node));
}

export function layForEach(layouter: Layouter, node: ForEach): Document {
  const { isAwaited, left, keyword, right, body } = node;
  return group(
    [
      isAwaited ? "for await (" : "for (",
      layouter.lay(left),
      ` ${keyword} `,
      layouter.lay(right),
      ")",
      layClause(layouter, body),
    ],
    layouter.isForced(node),
  );
}

export function layWhile(layouter: Layouter, node: While): Document {
  return group(
    ["while (", layTest(layouter, node.test), ")", layClause(layouter, node.body)],
    layouter.isForced(node),
  );
}

export function laySwitch(layouter: Layouter, { discriminant, cases }: Switch): Document {
  const test = layTest(layouter, discriminant);
  const clauses = cases.map((item, index): Document => {
    const clause = layItem(item, layouter, layouter.lay(item.node));
    return [hardLine, clause, item.isBlankLineNext && index < cases.length - 1 ? hardLine : ""];
  });
  return [
    group(["switch (", test, ")"], layouter.isForced(discriminant)),
    " {",
    indent(clauses),
    hardLine,
    "}",
  ];
}

export function layCase(layouter: Layouter, { test, body }: Case): Document {
  const label: Document = test ? ["case ", layouter.lay(test), ":"] : "default:";
  const [only] = body.statements;
  if (!only) return label;
  const statements = layStatements(layouter, body.statements);
  const isBlock = body.statements.length === 1 && only.node.kind === "block";
  return [label, isBlock ? [" ", statements] : indent([hardLine, statements])];
}

export function layTry(layouter: Layouter, { block, parameter, handler, finalizer }: Try): Document {
  const caught: Document = parameter ? ["(", layouter.lay(parameter), ") "] : "";
  return [
    "try ",
    layouter.lay(block),
    handler ? [" catch ", caught, layouter.lay(handler)] : "",
    finalizer ? [" finally ", layouter.lay(finalizer)] : "",
  ];
}

export function layNames(layouter: Layouter, { head, names, tail }: Names): Document {
  if (!names) return [head, tail, ";"];
  if (names.length === 0) return [head, " {}", tail, ";"];
  const space = layouter.options.bracketSpacing ? line : softLine;
  // A single name stays in its line, whatever its length.
  if (names.length === 1) {
    const gap = layouter.options.bracketSpacing ? " " : "";
    return [head, " {", gap, ...names, gap, "}", tail, ";"];
  }
  const comma = trailingComma(layouter.options) ? ifBroken(",") : "";
  return [head, " ", group(["{", indent([space, join([",", line], names), comma]), space, "}"]), tail, ";"];
}
