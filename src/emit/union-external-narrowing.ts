import type { FunctionDeclarationOverloadStructure, OptionalKind, StatementStructures } from "ts-morph";
import { toPascalCase } from "../identifier.js";
import { code, commentText, localCode, nameCode } from "./code.js";
import type { Condition } from "./condition.js";
import { all, any, compare, printCondition } from "./condition.js";
import { StructureKind } from "./structure-kind.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { narrowedLeafOf, pairConstraint, secondConstraint } from "./union-context.js";
import { bodyOf, leaveUnread, listGiven } from "./union-given.js";

type Overload = OptionalKind<FunctionDeclarationOverloadStructure>;

/** `eventIs`: narrows the body by the tag that goes with it, or by that and the second. */
export function printExternalNarrowing(printing: UnionPrinting): StatementStructures[] {
  const { names, first, second } = printing;
  const isFirst = compare(localCode(first.names.parameter), "===", localCode(nameExpected(first)));
  const condition = second ? all([isFirst, secondCondition(second)]) : isFirst;
  const given = listGiven(printing, printing.closed);
  const last = second
    ? [{ name: nameExpected(second), type: nameCode(second.names.type), hasQuestionToken: true }]
    : [];
  return [
    {
      kind: StructureKind.Function,
      isExported: true,
      name: names.narrow,
      parameters: [
        ...(second ? given : leaveUnread(printing, given)),
        { name: nameExpected(first), type: nameCode(first.names.type) },
        ...last,
      ],
      returnType: "boolean",
      statements: [code`return ${printCondition(condition)};`],
      overloads: [overloadByOne(printing), ...(second ? [overloadByBoth(printing, second)] : [])],
    },
  ];
}

function overloadByOne(printing: UnionPrinting): Overload {
  const { first, closed, parameters } = printing;
  return {
    typeParameters: [{ name: parameters.first, constraint: nameCode(first.names.type) }],
    parameters: [...listGiven(printing, closed), { name: nameExpected(first), type: parameters.first }],
    returnType: `body is ${bodyOf(printing)}`,
    docs: [
      {
        description: `Narrows the body of a \`${closed}\`, which goes with its \`${commentText(first.text)}\` already, by the tags alone.`,
      },
    ],
  };
}

function overloadByBoth(printing: UnionPrinting, second: TagPrinting): Overload {
  const { first, closed, parameters } = printing;
  return {
    typeParameters: [
      { name: parameters.first, constraint: pairConstraint(printing) },
      { name: parameters.second, constraint: secondConstraint(printing, second) },
    ],
    parameters: [
      ...listGiven(printing, closed),
      { name: nameExpected(first), type: parameters.first },
      { name: nameExpected(second), type: parameters.second },
    ],
    returnType: code`body is ${narrowedLeafOf(printing, second, closed)}`,
  };
}

/** Where one is asked for, the second tag's value. */
function secondCondition(second: TagPrinting): Condition {
  const expected = localCode(nameExpected(second));
  return any([compare(expected, "===", code`undefined`), compare(second.read(code`body`), "===", expected)]);
}

function nameExpected({ names }: TagPrinting): string {
  return `expected${toPascalCase(names.parameter)}`;
}
