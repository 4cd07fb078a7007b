import type { StatementStructures } from "ts-morph";
import { StructureKind } from "ts-morph";
import { code, commentText, nameCode } from "./code.js";
import { printExternalGuards } from "./union-external-guards.js";
import { printExternalNarrowing } from "./union-external-narrowing.js";
import { printExternalRouter } from "./union-external-router.js";
import type { UnionPrinting } from "./union-context.js";
import { printConstructors } from "./union-constructors.js";
import { printDottedNames } from "./union-dotted-names.js";
import { outsideOf } from "./union-given.js";
import { printListeners } from "./union-listeners.js";
import { printMaps } from "./union-maps.js";
import { printMatch } from "./union-matchers.js";

/** The helpers of a union whose tag stands outside the value: each takes the tag, then the value, which is called its body. */
export function printExternalUnion(printing: UnionPrinting): StatementStructures[] {
  return [
    ...printMaps(printing),
    ...printExternalGuards(printing),
    ...printMessage(printing),
    ...printExternalNarrowing(printing),
    ...printMatch(printing),
    ...printExternalRouter(printing),
    ...printDottedNames(printing),
    ...printListeners(printing),
    ...printConstructors(printing),
  ];
}

/** Both as one object, since TypeScript narrows a body by its tag only there. */
function printMessage(printing: UnionPrinting): StatementStructures[] {
  const { scope, names, first, closed, parameters } = printing;
  const outside = outsideOf(printing);
  const tag = nameCode(first.names.parameter);
  const type = scope.useType("types", first.names.type);
  const one = code`{ readonly ${tag}: Tag; readonly body: ${nameCode(names.map)}[Tag] }`;
  return [
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: outside.message,
      typeParameters: [{ name: parameters.first, constraint: type, default: type }],
      type: code`{ [Tag in ${parameters.first}]: ${one} }[${parameters.first}]`,
      docs: [
        {
          description: `A \`${closed}\` with its \`${commentText(first.text)}\`, by which \`switch\` narrows the body.`,
        },
      ],
    },
    {
      kind: StructureKind.Function,
      isExported: true,
      name: outside.isMessage,
      parameters: [{ name: "message", type: code`{ readonly ${tag}: string; readonly body: unknown }` }],
      returnType: `message is ${outside.message}`,
      statements: [code`return ${nameCode(outside.guard)}(message.${tag}, message.body);`],
      docs: [{ description: `Decides as \`${outside.guard}\` does.` }],
    },
  ];
}
