import type { MethodSignatureStructure, OptionalKind, StatementStructures } from "ts-morph";
import type { Code } from "./code.js";
import { code, commentText, nameCode } from "./code.js";
import { StructureKind } from "./structure-kind.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { leafOf, pairConstraint, secondConstraint } from "./union-context.js";
import { bodyOf, listGiven, listGivenTogether, tagTypeParameter, takesGiven } from "./union-given.js";

/** The router's interface, exact per tag, and the function that makes one. */
export function printExternalRouter(printing: UnionPrinting): StatementStructures[] {
  const { names, closed, scope, second, parameters } = printing;
  const typeParameters = [{ name: parameters.result, default: "void" }];
  const router = scope.use("runtime", "TaggedBodyRouter");
  const reader = second ? code`(body: ${closed}) => ${second.read(code`body`)}` : code``;
  return [
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: names.router,
      typeParameters,
      docs: [
        {
          description: `Passes the body of each \`${closed}\` to the handler of its tags, the most specific one first.`,
        },
      ],
      methods: [
        printOn(printing),
        ...(second ? [printPairOn(printing, second)] : []),
        {
          name: "otherwise",
          parameters: [{ name: "handler", type: takesGiven(listGiven(printing, closed), parameters.result) }],
          returnType: "this",
          docs: [{ description: "Handles what no other handler takes." }],
        },
        {
          name: "dispatch",
          typeParameters: [tagTypeParameter(printing)],
          parameters: listGivenTogether(printing),
          returnType: code`${parameters.result} | undefined`,
          docs: [{ description: "Calls the handler and returns its result; undefined where there is none." }],
        },
      ],
    },
    {
      kind: StructureKind.Function,
      isExported: true,
      name: names.createRouter,
      typeParameters,
      returnType: code`${nameCode(names.router)}<${parameters.result}>`,
      // `never` goes where any body does: a compiler that compares the map's types with the union multiplies them out.
      statements: [code`return new ${router}<never, ${parameters.result}>(${reader});`],
      docs: [{ description: "A router without handlers. A second handler for the same tags throws." }],
    },
  ];
}

function printOn(printing: UnionPrinting): OptionalKind<MethodSignatureStructure> {
  const { first, parameters } = printing;
  return {
    name: "on",
    typeParameters: [tagTypeParameter(printing)],
    parameters: [
      { name: first.names.parameter, type: parameters.first },
      { name: "handler", type: handlerOf(printing, code`NoInfer<${bodyOf(printing)}>`) },
    ],
    returnType: "this",
    docs: [{ description: `Handles the bodies of one \`${commentText(first.text)}\`.` }],
  };
}

function printPairOn(printing: UnionPrinting, second: TagPrinting): OptionalKind<MethodSignatureStructure> {
  const { first, parameters } = printing;
  return {
    name: "on",
    typeParameters: [
      { name: parameters.first, constraint: pairConstraint(printing) },
      { name: parameters.second, constraint: secondConstraint(printing, second) },
    ],
    parameters: [
      { name: first.names.parameter, type: parameters.first },
      { name: second.names.parameter, type: parameters.second },
      { name: "handler", type: handlerOf(printing, code`NoInfer<${leafOf(printing, second)}>`) },
    ],
    returnType: "this",
    docs: [
      {
        description: `Handles the bodies of one \`${commentText(first.text)}\` and \`${commentText(second.text)}\`.`,
      },
    ],
  };
}

function handlerOf({ parameters }: UnionPrinting, body: Code): Code {
  return code`(body: ${body}) => ${parameters.result}`;
}
