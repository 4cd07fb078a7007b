import type { MethodSignatureStructure, OptionalKind, StatementStructures } from "ts-morph";
import { StructureKind } from "ts-morph";
import { code, commentText, nameCode } from "./code.js";
import { printCondition } from "./condition.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { readTag } from "./union-context.js";
import { isKnown } from "./union-guards.js";

/** The router's interface, exact per tag, and the function that makes one. */
export function printRouter(printing: UnionPrinting): StatementStructures[] {
  const { names, first, second, taken, closed, scope, union } = printing;
  const router = code`${nameCode(names.router)}<Result>`;
  const tags = second ? [first, second] : [first];
  const readers = tags.map((tag) => code`(event) => ${readTag(code`event`, tag)}`);
  const [readFirst, readSecond] = readers;
  const guarded = code`(event) => ${printCondition(isKnown(printing, code`event`))} ? ${readTag(code`event`, first)} : undefined`;
  const isGuarded = union.isOpen && second !== undefined;
  const args = [isGuarded ? guarded : readFirst, readSecond].filter((reader) => reader !== undefined);
  return [
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: names.router,
      typeParameters: [{ name: "Result", default: "void" }],
      docs: [
        {
          description: `Passes each {@link ${closed}} to the handler of its tags, the most specific one first.`,
        },
      ],
      methods: [
        printOn(printing, first),
        ...(second ? [printPairOn(printing, first, second)] : []),
        {
          name: "otherwise",
          parameters: [{ name: "handler", type: code`(event: ${taken}) => Result` }],
          returnType: "this",
          docs: [{ description: "Handles what no other handler takes." }],
        },
        {
          name: "dispatch",
          parameters: [{ name: "event", type: taken }],
          returnType: "Result | undefined",
          docs: [{ description: "Calls the handler and returns its result; undefined where there is none." }],
        },
      ],
    },
    {
      kind: StructureKind.Function,
      isExported: true,
      name: names.createRouter,
      typeParameters: [{ name: "Result", default: "void" }],
      returnType: router,
      statements: [
        code`return new ${scope.use("runtime", "TagRouter")}<${taken}, Result>(${args.join(", ") as typeof taken});`,
      ],
      docs: [{ description: `A router without handlers. A second handler for the same tags throws.` }],
    },
  ];
}

function printOn({ names }: UnionPrinting, first: TagPrinting): OptionalKind<MethodSignatureStructure> {
  const key = code`${nameCode(first.names.type)}`;
  const variant = variantBy(nameCode(names.map), first);
  return {
    name: "on",
    typeParameters: [{ name: "First", constraint: key }],
    parameters: [
      { name: first.names.parameter, type: "First" },
      { name: "handler", type: code`(event: ${variant}) => Result` },
    ],
    returnType: "this",
    docs: [{ description: `Handles the events of one \`${commentText(first.text)}\`.` }],
  };
}

function printPairOn(
  { names }: UnionPrinting,
  first: TagPrinting,
  second: TagPrinting,
): OptionalKind<MethodSignatureStructure> {
  const leaves = variantBy(nameCode(names.leafMap), first);
  return {
    name: "on",
    typeParameters: [
      { name: "First", constraint: first.names.type },
      { name: "Second", constraint: code`keyof ${leaves} & ${nameCode(second.names.type)}` },
    ],
    parameters: [
      { name: first.names.parameter, type: "First" },
      { name: second.names.parameter, type: "Second" },
      { name: "handler", type: code`(event: ${leaves}[Second]) => Result` },
    ],
    returnType: "this",
    docs: [
      {
        description: `Handles the events of one \`${commentText(first.text)}\` and \`${commentText(second.text)}\`.`,
      },
    ],
  };
}

function variantBy(map: ReturnType<typeof nameCode>, { tag }: TagPrinting): ReturnType<typeof nameCode> {
  const isKey = tag.values.every((value) => typeof value === "string");
  return isKey ? code`${map}[First]` : code`${map}[\`\${First}\`]`;
}
