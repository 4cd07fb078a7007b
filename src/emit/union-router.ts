import type { MethodSignatureStructure, OptionalKind, StatementStructures } from "ts-morph";
import type { Code } from "./code.js";
import { code, commentText, joinCode, nameCode } from "./code.js";
import { printCondition } from "./condition.js";
import { StructureKind } from "./structure-kind.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { indexBy, leafOf, pairConstraint, secondConstraint } from "./union-context.js";
import { isKnown } from "./union-guards.js";

/** The router's interface, exact per tag, and the function that makes one. */
export function printRouter(printing: UnionPrinting): StatementStructures[] {
  const { names, taken, closed, scope, parameters } = printing;
  const typeParameters = [{ name: parameters.result, default: "void" }];
  const tagRouter = scope.use("runtime", "TagRouter");
  return [
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: names.router,
      typeParameters,
      docs: [
        {
          description: `Passes each \`${closed}\` to the handler of its tags, the most specific one first.`,
        },
      ],
      methods: printMethods(printing),
    },
    {
      kind: StructureKind.Function,
      isExported: true,
      name: names.createRouter,
      typeParameters,
      returnType: code`${nameCode(names.router)}<${parameters.result}>`,
      statements: [
        code`return new ${tagRouter}<${taken}, ${parameters.result}>(${joinCode(printReaders(printing), ", ")});`,
      ],
      docs: [{ description: "A router without handlers. A second handler for the same tags throws." }],
    },
  ];
}

function printMethods(printing: UnionPrinting): OptionalKind<MethodSignatureStructure>[] {
  const { taken, second, parameter, parameters } = printing;
  return [
    printOn(printing),
    ...(second ? [printPairOn(printing, second)] : []),
    {
      name: "otherwise",
      parameters: [{ name: "handler", type: handlerOf(printing, taken) }],
      returnType: "this",
      docs: [{ description: "Handles what no other handler takes." }],
    },
    {
      name: "dispatch",
      parameters: [{ name: parameter, type: taken }],
      returnType: code`${parameters.result} | undefined`,
      docs: [{ description: "Calls the handler and returns its result; undefined where there is none." }],
    },
  ];
}

/** The functions that read the tags. A pair that the schema does not know is not for the handler of its first tag. */
function printReaders(printing: UnionPrinting): Code[] {
  const { first, second, union, parameter } = printing;
  const read = (tag: TagPrinting): Code => code`(${parameter}) => ${tag.read(parameter)}`;
  if (!second) return [read(first)];
  const known = code`(${parameter}) => ${printCondition(isKnown(printing, parameter))} ? ${first.read(parameter)} : undefined`;
  return [union.isOpen ? known : read(first), read(second)];
}

/** `NoInfer`: a compiler would look for the tag in what the handler takes too, property by property of all variants. */
function printOn(printing: UnionPrinting): OptionalKind<MethodSignatureStructure> {
  const { names, closed, first, parameters } = printing;
  const variant = indexBy(nameCode(names.map), parameters.first, first);
  return {
    name: "on",
    typeParameters: [{ name: parameters.first, constraint: nameCode(first.names.type) }],
    parameters: [
      { name: first.names.parameter, type: parameters.first },
      { name: "handler", type: handlerOf(printing, code`NoInfer<${variant}>`) },
    ],
    returnType: "this",
    docs: [{ description: `Handles every \`${closed}\` of one \`${commentText(first.text)}\`.` }],
  };
}

function printPairOn(printing: UnionPrinting, second: TagPrinting): OptionalKind<MethodSignatureStructure> {
  const { closed, first, parameters } = printing;
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
        description: `Handles every \`${closed}\` of one \`${commentText(first.text)}\` and \`${commentText(second.text)}\`.`,
      },
    ],
  };
}

function handlerOf({ parameter, parameters }: UnionPrinting, type: Code): Code {
  return code`(${parameter}: ${type}) => ${parameters.result}`;
}
