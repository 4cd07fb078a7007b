import type { FunctionDeclarationOverloadStructure, OptionalKind, StatementStructures } from "ts-morph";
import { StructureKind } from "ts-morph";
import type { Code } from "./code.js";
import { code, commentText, nameCode } from "./code.js";
import type { UnionPrinting } from "./union-context.js";
import type { Parameter } from "./union-external-context.js";
import { bodyOf, fallbackOf, tagParameter, tagTypeOf } from "./union-external-context.js";

/** The handlers' type, and `match`: for the values that the tag may have by its type, or for some with a fallback. */
export function printExternalMatch(printing: UnionPrinting): StatementStructures[] {
  return [printHandlers(printing), printMatcher(printing)];
}

function printHandlers({ names, first, parameters: { result } }: UnionPrinting): StatementStructures {
  const map = nameCode(names.map);
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: names.handlers,
    typeParameters: [result],
    type: code`{ readonly [Tag in keyof ${map}]: (body: ${map}[Tag]) => ${result} }`,
    docs: [{ description: `A handler for each \`${commentText(first.text)}\`.` }],
  };
}

/** What a caller gives who leaves some to the fallback. */
function listParameters(printing: UnionPrinting): [tag: Parameter, body: Parameter, handlers: Parameter] {
  const { first, closed } = printing;
  return [
    { name: first.names.parameter, type: tagTypeOf(printing) },
    { name: "body", type: closed },
    { name: "handlers", type: code`Partial<${handlersOf(printing)}>` },
  ];
}

function handlersOf({ names, parameters: { result } }: UnionPrinting): Code {
  return code`${nameCode(names.handlers)}<${result}>`;
}

function printMatcher(printing: UnionPrinting): StatementStructures {
  const { scope, names, first, closed, parameters } = printing;
  const { result } = parameters;
  const tag = nameCode(first.names.parameter);
  const own = code`${scope.use("runtime", "hasOwn")}(handlers, ${tag})`;
  const otherwise = { name: "otherwise", type: fallbackOf(printing) };
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: names.match,
    typeParameters: [result],
    parameters: [...listParameters(printing), { ...otherwise, hasQuestionToken: true }],
    returnType: result,
    statements: [
      // As the object's own, since a tag may be called `constructor`.
      code`const handler = ${own} ? handlers[${tag}] : undefined;`,
      code`if (handler !== undefined) return (handler as (body: ${closed}) => ${result})(body);`,
      code`if (otherwise === undefined) throw new TypeError(\`There is no handler for \${${tag}}.\`);`,
      code`return otherwise(${tag}, body);`,
    ],
    overloads: [
      printExhaustive(printing),
      {
        typeParameters: [result],
        parameters: [...listParameters(printing), otherwise],
        returnType: result,
      },
    ],
  };
}

/** Handlers of all that the tag may be by its type at the call. */
function printExhaustive(printing: UnionPrinting): OptionalKind<FunctionDeclarationOverloadStructure> {
  const { first, parameters } = printing;
  return {
    typeParameters: [parameters.result, { name: parameters.first, constraint: tagTypeOf(printing) }],
    parameters: [
      tagParameter(printing),
      { name: "body", type: bodyOf(printing) },
      { name: "handlers", type: code`Pick<${handlersOf(printing)}, ${parameters.first}>` },
    ],
    returnType: parameters.result,
    docs: [
      {
        description: `Calls the handler of the \`${commentText(first.text)}\` with the body. All that it may be are handled, or \`otherwise\` takes the rest.`,
      },
    ],
  };
}
