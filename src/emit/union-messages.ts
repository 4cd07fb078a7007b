import type { FunctionDeclarationStructure, StatementStructures } from "ts-morph";
import type { OpenMessageNames } from "../names/names.js";
import { pathOf } from "../unions/unions.js";
import type { Code } from "./code.js";
import { code, commentText, joinCode, localCode, memberKey, nameCode } from "./code.js";
import { all, any, callTest, compare, not, printCondition } from "./condition.js";
import { StructureKind } from "./structure-kind.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { pairConstraint } from "./union-context.js";
import { outsideOf, tagTypeOf, takeApart } from "./union-given.js";
import { isKnown, printKnownTags } from "./union-guards.js";

/** A body and the tag that stands outside as one object, since TypeScript narrows a body by its tag only there; of an open union also what is unknown. */
export function printMessages(printing: UnionPrinting): StatementStructures[] {
  const { names, first, closed, parameters } = printing;
  const { message, isMessage, guard, open } = outsideOf(printing);
  const type = tagTypeOf(printing);
  const one = messageType(printing, code`Tag`, code`${nameCode(names.map)}[Tag]`);
  const tag = localCode(first.names.parameter);
  return [
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: message,
      typeParameters: [{ name: parameters.first, constraint: type, default: type }],
      type: code`{ [Tag in ${parameters.first}]: ${one} }[${parameters.first}]`,
      docs: [
        {
          description: `A \`${closed}\` with its \`${commentText(first.text)}\`, by which \`switch\` narrows the body.`,
        },
      ],
    },
    printGuard(printing, isMessage, message, `Decides as \`${guard}\` does.`, [
      code`return ${nameCode(guard)}(message.${tag}, message.body);`,
    ]),
    ...(open ? printOpenMessages(printing, open) : []),
  ];
}

function messageType({ first }: UnionPrinting, tag: Code, body: Code): Code {
  return code`{ readonly ${localCode(first.names.parameter)}: ${tag}; readonly body: ${body} }`;
}

function printGuard(
  printing: UnionPrinting,
  name: string,
  type: string,
  description: string,
  statements: Code[],
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    parameters: [{ name: "message", type: messageType(printing, code`string`, code`unknown`) }],
    returnType: `message is ${nameCode(type)}`,
    statements,
    docs: [{ description }],
  };
}

function printOpenMessages(printing: UnionPrinting, open: OpenMessageNames): StatementStructures[] {
  const { message, isMessage } = outsideOf(printing);
  const { first, second, closed } = printing;
  const [outside, inside] = [first, second].map((tag) => `\`${commentText(tag?.text ?? "")}\``);
  const alias = (name: string, types: readonly Code[], description: string): StatementStructures => ({
    kind: StructureKind.TypeAlias,
    isExported: true,
    name,
    type: joinCode(types, " | "),
    docs: [{ description }],
  });
  const orKnown = second ? `, or a known one whose body has ${inside} that it does not know for it` : "";
  return [
    alias(
      open.unknown,
      listUnknown(printing),
      `A \`${closed}\` whose ${outside} the schema does not know yet${orKnown}.`,
    ),
    alias(
      open.any,
      [nameCode(message), nameCode(open.unknown)],
      `Every \`${message}\`, and what the schema does not know yet.`,
    ),
    ...printKnownTags(printing),
    printUnknownGuard(printing, open),
    printGuard(
      printing,
      open.isAny,
      open.any,
      `Whether a body is valid for its ${outside}, or the schema does not know what it is.`,
      [code`return ${nameCode(isMessage)}(message) || ${nameCode(open.isUnknown)}(message);`],
    ),
  ];
}

/** An unknown tag says nothing of the body; beside a known one, all that is said is that the second is another. */
function listUnknown(printing: UnionPrinting): Code[] {
  const { second, first } = printing;
  const whole = messageType(printing, unknownTag(printing, first), code`unknown`);
  if (!second) return [whole];
  const body = pathOf(second.tag).reduceRight<Code>(
    (type, key) => code`{ readonly ${memberKey(key)}: ${type} }`,
    unknownTag(printing, second),
  );
  return [whole, messageType(printing, pairConstraint(printing), body)];
}

function unknownTag({ scope }: UnionPrinting, { names }: TagPrinting): Code {
  return names.unknown === undefined ? code`never` : scope.useType("types", names.unknown);
}

function printUnknownGuard(printing: UnionPrinting, open: OpenMessageNames): FunctionDeclarationStructure {
  const { first, second, parameter } = printing;
  const tag = first.read(parameter);
  const isNoTag = not(callTest(code`${nameCode(first.names.guard)}(${tag})`));
  const description = "Whether the schema does not know what a message is; its body may be anything then.";
  if (!second)
    return printGuard(printing, open.isUnknown, open.unknown, description, [
      code`return !${nameCode(first.names.guard)}(message.${tag});`,
    ]);
  const isNew = all([
    compare(code`typeof ${second.read(parameter)}`, "===", code`"string"`),
    not(isKnown(printing, parameter)),
  ]);
  return printGuard(printing, open.isUnknown, open.unknown, description, [
    takeApart(printing, code`message`),
    code`return ${printCondition(any([isNoTag, isNew]))};`,
  ]);
}
