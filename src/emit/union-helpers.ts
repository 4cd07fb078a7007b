import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  StatementStructures,
} from "ts-morph";
import { StructureKind } from "ts-morph";
import type { Code } from "./code.js";
import { code, commentText, nameCode } from "./code.js";
import type { Condition } from "./condition.js";
import { all, any, compare, printCondition } from "./condition.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { areKeys, readTag, unknownType } from "./union-context.js";
import { isKnown } from "./union-guards.js";

const event = code`event`;

/** An index by a tag's type parameter: the text of the value where it is no key itself. */
function indexBy(map: Code, parameter: Code, { tag }: TagPrinting): Code {
  return areKeys(tag.values) ? code`${map}[${parameter}]` : code`${map}[\`\${${parameter}}\`]`;
}

/** What a helper takes apart, after the union: `event`. */
export function printNarrowing(printing: UnionPrinting): StatementStructures[] {
  const { names, first, second, closed, taken } = printing;
  const [one, two] = [code`First`, code`Second`];
  const variant = indexBy(nameCode(names.map), one, first);
  const parameters = [
    { name: "event", type: taken },
    { name: first.names.parameter, type: one },
  ];
  const typeParameters = [{ name: one, constraint: first.names.type }];
  const signature = { typeParameters, parameters, returnType: `event is ${variant}` };
  const docs = [{ description: narrowingText(closed, first, second) }];
  if (!second) {
    return [
      {
        ...helper(names.narrow, [code`return ${printCondition(equalsParameter(first))};`]),
        ...signature,
        docs,
      },
    ];
  }
  const leaves = indexBy(nameCode(names.leafMap), one, first);
  const pair = {
    typeParameters: [...typeParameters, { name: two, constraint: code`keyof ${leaves}` }],
    parameters: [...parameters, { name: second.names.parameter, type: two }],
    returnType: `event is ${closed} & ${leaves}[${two}]`,
  };
  return [
    {
      ...helper(names.narrow, [code`return ${printCondition(pairCondition(printing, second))};`]),
      parameters: [
        { name: "event", type: taken },
        { name: first.names.parameter, type: first.names.type },
        { name: second.names.parameter, type: "PropertyKey", hasQuestionToken: true },
      ],
      returnType: "boolean",
      overloads: [{ ...signature, docs }, pair],
    },
  ];
}

function narrowingText(closed: Code, first: TagPrinting, second: TagPrinting | undefined): string {
  const tags = second
    ? `\`${first.text}\`, or \`${first.text}\` and \`${second.text}\``
    : `\`${first.text}\``;
  return `Narrows a value that is a {@link ${closed}} by its type already, by ${commentText(tags)} alone.`;
}

function equalsParameter(tag: TagPrinting): Condition {
  return compare(readTag(event, tag), "===", nameCode(tag.names.parameter));
}

/** The second tag's keys are texts, also where its values are not. */
function pairCondition(printing: UnionPrinting, second: TagPrinting): Condition {
  const { first, union } = printing;
  const parameter = nameCode(second.names.parameter);
  const read = readTag(event, second);
  const isAbsent = compare(parameter, "===", code`undefined`);
  const isEqual = areKeys(second.tag.values)
    ? compare(read, "===", parameter)
    : compare(code`String(${read})`, "===", code`String(${parameter})`);
  const whole = union.isOpen ? all([isAbsent, isKnown(printing, event)]) : isAbsent;
  return all([equalsParameter(first), any([whole, isEqual])]);
}

function helper(name: string, statements: readonly Code[]): FunctionDeclarationStructure {
  return { kind: StructureKind.Function, isExported: true, name, statements: [...statements] };
}

/** The handlers' type, and `match` in its exhaustive and its partial form. */
export function printMatch(printing: UnionPrinting): StatementStructures[] {
  const { names, closed, union } = printing;
  const handlers = code`${nameCode(names.handlers)}<Result>`;
  const partial = code`Partial<${handlers}>`;
  const fallback = (type: Code): Code => code`(event: ${type}) => Result`;
  const exhaustive = printMatcher(printing, names.match, closed, {
    docs: `Calls the handler of the event's variant. All are handled, or \`otherwise\` takes the rest.`,
    overloads: [
      [handlers, undefined],
      [partial, fallback(closed)],
    ],
  });
  if (!union.isOpen) return [printHandlers(printing), ...exhaustive];
  const open = printMatcher(printing, names.matchAny, printing.taken, {
    docs: "Calls the handler of the event's variant; `otherwise` takes what the schema does not know, and what has no handler.",
    overloads: [
      [handlers, fallback(unknownType(printing))],
      [partial, fallback(printing.taken)],
    ],
  });
  return [printHandlers(printing), ...exhaustive, ...open];
}

function printHandlers({ names, first }: UnionPrinting): InterfaceDeclarationStructure | StatementStructures {
  const map = nameCode(names.map);
  const type = code`{ readonly [Tag in keyof ${map}]: (event: ${map}[Tag]) => Result }`;
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: names.handlers,
    typeParameters: ["Result"],
    type,
    docs: [{ description: `A handler for each \`${commentText(first.text)}\`.` }],
  };
}

interface MatcherOptions {
  readonly docs: string;
  readonly overloads: readonly (readonly [handlers: Code, otherwise: Code | undefined])[];
}

/** The handler is looked up as the object's own, since a tag may be called `constructor`. */
function printMatcher(
  printing: UnionPrinting,
  name: string,
  type: Code,
  { docs, overloads }: MatcherOptions,
): StatementStructures[] {
  const { names, first, second, scope, union } = printing;
  const tag = readTag(event, first);
  const key = areKeys(first.tag.values) ? tag : code`String(${tag})`;
  const isOpenPair = union.isOpen && second !== undefined && name === names.matchAny;
  const isHandled = all([
    ...(isOpenPair ? [isKnown(printing, event)] : []),
    { kind: "test", holds: code`${scope.use("runtime", "hasOwn")}(handlers, ${key})`, fails: code`` },
  ]);
  const handler = code`(event: ${type}) => Result`;
  const generic = code`${nameCode(names.handlers)}<Result>`;
  const signature = ([handlers, otherwise]: MatcherOptions["overloads"][number]) => ({
    typeParameters: ["Result"],
    parameters: [
      { name: "event", type },
      { name: "handlers", type: handlers },
      ...(otherwise ? [{ name: "otherwise", type: otherwise }] : []),
    ],
    returnType: "Result",
  });
  const [main, ...others] = overloads.map(signature);
  return [
    {
      ...helper(name, [
        code`const handler = ${printCondition(isHandled)} ? handlers[${key} as keyof typeof handlers] : otherwise;`,
        code`if (handler === undefined) throw new TypeError(\`There is no handler for \${String(${tag})}.\`);`,
        code`return (handler as ${handler})(event);`,
      ]),
      typeParameters: ["Result"],
      parameters: [
        { name: "event", type },
        { name: "handlers", type: code`Partial<${generic}>` },
        { name: "otherwise", type: code`(event: never) => Result`, hasQuestionToken: true },
      ],
      returnType: "Result",
      overloads: main ? [{ ...main, docs: [{ description: docs }] }, ...others] : [],
    },
  ];
}
