import type { StatementStructures } from "ts-morph";
import { StructureKind } from "ts-morph";
import { code, commentText, nameCode } from "./code.js";
import { all, any, compare, printCondition } from "./condition.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { leafOf, secondConstraint } from "./union-context.js";
import type { Parameter } from "./union-external-context.js";
import { bodyOf, readLoosely, splitTags } from "./union-external-context.js";
import { toPascalCase } from "../identifier.js";

/** `eventIs`: narrows the body by the tag that goes with it, or by that and the second. */
export function printExternalNarrowing(printing: UnionPrinting): StatementStructures[] {
  const { names, first, second, closed, parameters } = printing;
  const given: Parameter[] = [
    { name: first.names.parameter, type: first.names.type },
    { name: "body", type: closed },
  ];
  const firstExpected = nameExpected(first);
  const one = {
    typeParameters: [{ name: parameters.first, constraint: first.names.type }],
    parameters: [...given, { name: firstExpected, type: parameters.first }],
    returnType: `body is ${bodyOf(printing)}`,
    docs: [
      {
        description: `Narrows the body of a {@link ${closed}}, which goes with its \`${commentText(first.text)}\` already, by the tags alone.`,
      },
    ],
  };
  const isFirst = compare(nameCode(first.names.parameter), "===", nameCode(firstExpected));
  const common = { kind: StructureKind.Function, isExported: true, name: names.narrow } as const;
  if (!second) return [{ ...common, ...one, statements: [code`return ${printCondition(isFirst)};`] }];
  const secondExpected = nameExpected(second);
  const isSecond = any([
    compare(nameCode(secondExpected), "===", code`undefined`),
    compare(readLoosely(printing, second), "===", nameCode(secondExpected)),
  ]);
  const both = {
    typeParameters: [
      { name: parameters.first, constraint: splitTags(printing) },
      { name: parameters.second, constraint: secondConstraint(printing, second) },
    ],
    parameters: [...one.parameters, { name: secondExpected, type: parameters.second }],
    returnType: `body is ${closed} & ${leafOf(printing, second)}`,
  };
  return [
    {
      ...common,
      parameters: [
        ...given,
        { name: firstExpected, type: first.names.type },
        { name: secondExpected, type: second.names.type, hasQuestionToken: true },
      ],
      returnType: "boolean",
      statements: [code`return ${printCondition(all([isFirst, isSecond]))};`],
      overloads: [one, both],
    },
  ];
}

function nameExpected({ names }: TagPrinting): string {
  return `expected${toPascalCase(names.parameter)}`;
}
