import type { FunctionDeclarationStructure, StatementStructures } from "ts-morph";
import { invariant } from "../invariant.js";
import type { FilledTag } from "../unions/parts.js";
import { listConstructible, listFilledTags } from "../unions/parts.js";
import type { Part } from "../unions/unions.js";
import type { Code } from "./code.js";
import { accessOf, code, commentText, entryOf, joinCode, stringLiteral, valueLiteral } from "./code.js";
import { isNever, meetsIndexes, needsCast } from "./constructed-type.js";
import { StructureKind } from "./structure-kind.js";
import type { UnionPrinting } from "./union-context.js";
import { partType } from "./union-context.js";

/** A function for each variant and leaf that makes its values: it takes all but the tags, and fills them in. */
export function printConstructors(printing: UnionPrinting): StatementStructures[] {
  const { union, names } = printing;
  return listConstructible(union).flatMap(({ variant, leaf }) => {
    const part = leaf ?? variant;
    const name = names.constructors.get(part.id);
    // Of what no value is, none can be made.
    if (name === undefined || isNever(printing.models, part.id)) return [];
    return [printConstructor(printing, part, name, listFilledTags(union, variant, leaf))];
  });
}

function printConstructor(
  printing: UnionPrinting,
  part: Part,
  name: string,
  tags: readonly FilledTag[],
): FunctionDeclarationStructure {
  const type = partType(printing, part);
  // To the compiler there may be no value of what an index signature is met with.
  const copied = meetsIndexes(printing.models, { kind: "reference", target: part.id })
    ? code`(fields as object)`
    : code`fields`;
  const made = code`{ ...${copied}, ${joinCode(fillIn(code`fields`, tags), ", ")} }`;
  const isCast = needsCast(printing.models, part.id, tags);
  return {
    kind: StructureKind.Function,
    name,
    isExported: true,
    parameters: [{ name: "fields", type: fieldsType(printing, type, tags) }],
    returnType: type,
    statements: [code`return ${made}${isCast ? code` as ${type}` : code``};`],
    docs: [{ description: `Makes a \`${type}\` of all but its ${describeTags(tags)}.` }],
  };
}

/** The members that hold the tags. They follow a copy of what stood around them, so that nothing given takes their place. */
function fillIn(holder: Code, tags: readonly FilledTag[]): Code[] {
  const keys = new Set(tags.map(({ path: [key = ""] }) => key));
  return [...keys].map((key) => {
    const own = tags.filter(({ path: [first] }) => first === key);
    const [only] = own;
    invariant(only, "a key is that of a tag");
    if (only.path.length === 1) return entryOf(key, valueLiteral(only.value));
    const inner = accessOf(holder, key);
    const below = own.map(({ path: [, ...path], value }) => ({ path, value }));
    return entryOf(key, code`{ ...${inner}, ${joinCode(fillIn(inner, below), ", ")} }`);
  });
}

function fieldsType({ scope }: UnionPrinting, type: Code, tags: readonly FilledTag[]): Code {
  const isPlain = tags.every(({ path }) => path.length === 1);
  const untagged = scope.useType("runtime", isPlain ? "Untagged" : "UntaggedWithin");
  const keys = tags.map(({ path }) => {
    const words = joinCode(path.map(stringLiteral), ", ");
    return path.length === 1 ? words : code`[${words}]`;
  });
  return code`${untagged}<${type}, ${joinCode(keys, " | ")}>`;
}

function describeTags(tags: readonly FilledTag[]): string {
  return tags.map(({ path }) => commentText(`\`${path.join(".")}\``)).join(" and ");
}
