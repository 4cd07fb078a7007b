import type { StatementStructures } from "ts-morph";
import { dottedNameOf } from "../unions/parts.js";
import type { Part, Variant } from "../unions/unions.js";
import type { Code } from "./code.js";
import { code, commentText, joinCode, memberKey, nameCode, stringLiteral, valueLiteral } from "./code.js";
import { any, compare, printCondition } from "./condition.js";
import { StructureKind } from "./structure-kind.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { isOutside, leaveUnread, listGiven, listGivenTogether, tagTypeParameter } from "./union-given.js";
import { areKeys, groupByKey, indexBy, partType } from "./union-context.js";

/** The names of a union's members, as `messages.created`: their type, the map from name to member, and the function that reads them. */
export function printDottedNames(printing: UnionPrinting): StatementStructures[] {
  return [printType(printing), printMap(printing), printReader(printing)];
}

/** With two tags, all names or those of some values of the first. */
function printType(printing: UnionPrinting): StatementStructures {
  const { names, closed, first, second, parameters } = printing;
  const description = `The name of a \`${closed}\`: its ${quote(first)}${second ? ` and its ${quote(second)}, as in \`${commentText(exampleOf(printing))}\`` : ""}.`;
  const common = {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: names.listeners.type,
    docs: [{ description }],
  };
  if (!second) return { ...common, type: code`keyof ${nameCode(names.listeners.map)}` };
  const tag = nameCode(first.names.type);
  const byFirst = indexBy(namesByFirst(printing), parameters.first, first);
  return {
    ...common,
    typeParameters: [{ name: parameters.first, constraint: tag, default: tag }],
    type: byFirst,
  };
}

/** Where values are texts without dots, of the tags' maps; literally, otherwise. */
function namesByFirst(printing: UnionPrinting): Code {
  const { union, names, first, second, parameters } = printing;
  const isPlain =
    areKeys(first.tag.values) && union.variants.every((variant) => hasPlainNames(printing, variant));
  if (second && isPlain) {
    const leaves = code`${nameCode(names.leafMap)}[Name]`;
    return code`{ [Name in ${parameters.first}]: \`\${Name}.\${keyof ${leaves} & string}\` }`;
  }
  const rows = [...groupByKey(union.variants)].map(([key, variants]) => {
    const literals = variants.flatMap((variant) => listNarrowest(printing, variant).map(({ name }) => name));
    return code`${memberKey(key)}: ${joinCode([...new Set(literals)].map(stringLiteral), " | ")}`;
  });
  return code`{ ${joinCode(rows, "; ")} }`;
}

function hasPlainNames({ union }: UnionPrinting, variant: Variant): boolean {
  return (
    variant.leaves.length > 0 &&
    variant.leaves.every(
      (leaf) =>
        typeof leaf.value === "string" &&
        dottedNameOf(union, variant, leaf) === `${String(variant.value)}.${leaf.value}`,
    )
  );
}

interface Narrowest {
  readonly part: Part;
  readonly name: string;
}

/** The leaves, or the variant that has none. */
function listNarrowest({ union }: UnionPrinting, variant: Variant): readonly Narrowest[] {
  if (variant.leaves.length === 0) return [{ part: variant, name: dottedNameOf(union, variant) }];
  return variant.leaves.map((part) => ({ part, name: dottedNameOf(union, variant, part) }));
}

/** A type alias, since interfaces fit no `Record`, which emitters ask for. */
function printMap(printing: UnionPrinting): StatementStructures {
  const { union, names, closed, second } = printing;
  const { map, type } = names.listeners;
  const byTag = nameCode(names.map);
  const members = new Map<string, Set<Code>>();
  for (const { name, part } of union.variants.flatMap((variant) => listNarrowest(printing, variant))) {
    members.set(name, (members.get(name) ?? new Set<Code>()).add(partType(printing, part)));
  }
  const rows = [...members].map(([name, types]) => code`${memberKey(name)}: ${joinCode([...types], " | ")};`);
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: map,
    type: second ? code`{\n${joinCode(rows, "\n")}\n}` : code`{ [Name in keyof ${byTag}]: ${byTag}[Name] }`,
    docs: [
      {
        description: `The \`${closed}\` of each \`${type}\`: what an emitter such as mitt is typed by.`,
      },
    ],
  };
}

function printReader(printing: UnionPrinting): StatementStructures {
  const { names, closed, taken, open } = printing;
  const { read, type } = names.listeners;
  const signature = (of: Code, returnType: Code) => ({ parameters: listGiven(printing, of), returnType });
  const docs = [{ description: `The name of a \`${closed}\`.` }];
  const common = { kind: StructureKind.Function, isExported: true, name: read };
  const body = readName(printing);
  const cast = body.isExact ? code`` : code` as ${nameCode(type)}`;
  const statements = [code`return ${body.text}${cast};`];
  if (isOutside(printing)) {
    const { parameters, returnType } = signature(closed, nameCode(type));
    return {
      ...common,
      parameters: printing.second ? parameters : leaveUnread(printing, parameters),
      returnType,
      overloads: [
        {
          typeParameters: [tagTypeParameter(printing)],
          parameters: listGivenTogether(printing),
          returnType,
          docs,
        },
      ],
      statements,
    };
  }
  if (open === undefined) return { ...common, ...signature(closed, nameCode(type)), docs, statements };
  return {
    ...common,
    ...signature(taken, code`string`),
    overloads: [{ ...signature(closed, nameCode(type)), docs }, signature(taken, code`string`)],
    statements: [code`return ${body.text};`],
  };
}

/** The name, and whether TypeScript sees that it is one. */
function readName(printing: UnionPrinting): { readonly text: Code; readonly isExact: boolean } {
  const { first, second, parameter, scope, models } = printing;
  const read = first.read(parameter);
  if (!second) {
    const isText = areKeys(first.tag.values);
    // Of another printer's types, one may leave the tag optional.
    return { text: isText ? read : code`String(${read})`, isExact: isText && models.printed === undefined };
  }
  const joinTags = scope.use("runtime", "joinTags");
  return { text: code`${joinTags}(${read}, ${readSecond(printing, second)})`, isExact: false };
}

/** The second tag where the first one's variant has it. */
function readSecond({ union, first, parameter }: UnionPrinting, second: TagPrinting): Code {
  const alone = union.variants.filter(({ leaves }) => leaves.length === 0).map(({ value }) => value);
  const read = second.read(parameter);
  if (alone.length === 0) return read;
  const isAlone = any(alone.map((value) => compare(first.read(parameter), "===", valueLiteral(value))));
  return code`${printCondition(isAlone)} ? undefined : ${read}`;
}

function quote({ text }: TagPrinting): string {
  return `\`${commentText(text)}\``;
}

function exampleOf(printing: UnionPrinting): string {
  const { variants } = printing.union;
  const variant = variants.find(({ leaves }) => leaves.length > 0) ?? variants[0];
  return (variant && listNarrowest(printing, variant)[0]?.name) ?? "";
}
