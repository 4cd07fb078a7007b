import type { FunctionDeclarationStructure, StatementStructures } from "ts-morph";
import type { Code } from "./code.js";
import { code, commentText, localCode, nameCode } from "./code.js";
import type { Condition } from "./condition.js";
import { all, any, compare, printCondition } from "./condition.js";
import { StructureKind } from "./structure-kind.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { indexBy, narrowedLeafOf, pairConstraint, secondConstraint } from "./union-context.js";
import { isKnown } from "./union-guards.js";

/** `eventIs`: narrows by the first tag, or by both. */
export function printNarrowing(printing: UnionPrinting): StatementStructures[] {
  const { names, first, second, closed, taken, parameter, parameters } = printing;
  const signature = {
    typeParameters: [{ name: parameters.first, constraint: nameCode(first.names.type) }],
    parameters: [
      { name: parameter, type: taken },
      { name: first.names.parameter, type: parameters.first },
    ],
    returnType: `${parameter} is ${indexBy(nameCode(names.map), parameters.first, first)}`,
    docs: [{ description: narrowingText(closed, first, second) }],
  };
  if (!second) {
    const body = code`return ${printCondition(equalsParameter(printing, first))};`;
    return [{ ...helper(names.narrow, [body]), ...signature }];
  }
  const pair = {
    typeParameters: [
      { name: parameters.first, constraint: pairConstraint(printing) },
      { name: parameters.second, constraint: secondConstraint(printing, second) },
    ],
    parameters: [...signature.parameters, { name: second.names.parameter, type: parameters.second }],
    returnType: `${parameter} is ${narrowedLeafOf(printing, second, taken)}`,
  };
  return [
    {
      ...helper(names.narrow, [code`return ${printCondition(pairCondition(printing, second))};`]),
      parameters: [
        { name: parameter, type: taken },
        { name: first.names.parameter, type: nameCode(first.names.type) },
        { name: second.names.parameter, type: nameCode(second.names.type), hasQuestionToken: true },
      ],
      returnType: "boolean",
      overloads: [signature, pair],
    },
  ];
}

function narrowingText(closed: Code, first: TagPrinting, second: TagPrinting | undefined): string {
  const tags = second
    ? `\`${first.text}\`, or \`${first.text}\` and \`${second.text}\``
    : `\`${first.text}\``;
  return `Narrows a value that is a \`${closed}\` by its type already, by ${commentText(tags)} alone.`;
}

function equalsParameter({ parameter }: UnionPrinting, tag: TagPrinting): Condition {
  return compare(tag.read(parameter), "===", localCode(tag.names.parameter));
}

/** Without a second tag, any pair that the schema has. */
function pairCondition(printing: UnionPrinting, second: TagPrinting): Condition {
  const isAbsent = compare(localCode(second.names.parameter), "===", code`undefined`);
  const whole = printing.union.isOpen ? all([isAbsent, isKnown(printing, printing.parameter)]) : isAbsent;
  return all([equalsParameter(printing, printing.first), any([whole, equalsParameter(printing, second)])]);
}

function helper(name: string, statements: readonly Code[]): FunctionDeclarationStructure {
  return { kind: StructureKind.Function, isExported: true, name, statements: [...statements] };
}
