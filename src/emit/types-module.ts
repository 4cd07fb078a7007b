import type { OptionalKind, PropertySignatureStructure, StatementStructures } from "ts-morph";
import type { DeclarationNames } from "../names/names.js";
import { typesModule } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { DeclarationId, Member, ObjectType, Type } from "../types/type-model.js";
import { openUnionOf, unknownVariantOf } from "../types/type-model.js";
import type { Code } from "./code.js";
import { commentText, joinCode, memberKey, nameCode, valueLiteral } from "./code.js";
import type { Union } from "../unions/unions.js";
import { hasUnknownVariant } from "../unions/parts.js";
import { wordsOf } from "../unions/unions.js";
import type { Models } from "./context.js";
import { declaredType, homeOf } from "./context.js";
import { describeDeclaration } from "./declaration-text.js";
import { documentNode } from "./documentation.js";
import { listKnownValues, nameKnownValues } from "./known-values.js";
import type { Printed } from "./print-declarations.js";
import { indexKey, typeCode } from "./print-type.js";
import { StructureKind } from "./structure-kind.js";

/** Every declared type but those of `enums`, by the module that it stands in, definitions first. What a union adds stands with the union. */
export function printTypes(models: Models): ReadonlyMap<string, readonly Printed[]> {
  const modules = new Map<string, Printed[]>([[typesModule, []]]);
  const print = (node: NodeId, statements: readonly Printed[]): void => {
    const home = homeOf(models, node);
    const others = modules.get(home) ?? [];
    others.push(...statements);
    modules.set(home, others);
  };
  const unions = [...models.unions.values()];
  const known = listKnownValues(models);
  const added = new Map([
    ...unions.flatMap((union) => listAdded(union).map((id) => [id, union.node] as const)),
    ...known.map(({ id, node }) => [id, node] as const),
  ]);
  const printed = new Set<DeclarationNames>();
  for (const [id, names] of models.names.declarations) {
    if (printed.has(names) || models.names.enums.has(added.get(id) ?? id)) continue;
    printed.add(names);
    print(added.get(id) ?? id, [models.printed?.get(id) ?? printDeclaration(models, id, names)]);
  }
  // Of closed unions they serve the helpers alone.
  const tagged = models.options.runtime.includes("unions") ? unions : unions.filter(hasUnknownVariant);
  for (const union of tagged) print(union.node, printTags(models, union));
  const open = tagged.filter(({ isOpen }) => isOpen).map(({ node }) => homeOf(models, node));
  for (const home of new Set(open)) modules.get(home)?.push(unknownTag);
  return modules;
}

/** What a union declares that is no schema. */
function listAdded({ node, variants }: Union): DeclarationId[] {
  const parts = variants.flatMap((variant) => [variant, ...variant.leaves]);
  return [unknownVariantOf(node), openUnionOf(node), ...parts.map(({ id }) => id)];
}

/** The types of a union's tags. */
function printTags({ names }: Models, union: Union): StatementStructures[] {
  const own = names.declarations.get(union.node)?.type ?? "";
  const print = (name: string, type: Code, text: string): StatementStructures => ({
    kind: StructureKind.TypeAlias,
    isExported: true,
    name,
    type,
    docs: docsOf(text),
  });
  return union.tags.flatMap((tag, index) => {
    const { type = "", unknown } = names.unions.get(union.node)?.tags[index] ?? {};
    const text = `\`${commentText(wordsOf(tag).join("."))}\``;
    const literals = joinCode(
      tag.values.map((value) => valueLiteral(value)),
      " | ",
    );
    return [
      print(type, literals, `What ${text} may be in \`${own}\`.`),
      ...(unknown === undefined
        ? []
        : [print(unknown, nameCode("UnknownTag"), `What ${text} is where \`${own}\` does not know it.`)]),
    ];
  });
}

/** Ambient, so that nothing of it is left at run time. A string enum overlaps no literal, and `switch` narrows on it. */
const unknownTag: StatementStructures = {
  kind: StructureKind.Enum,
  name: "UnknownTag",
  hasDeclareKeyword: true,
  members: [{ name: "any", value: "" }],
  docs: [{ description: "A tag that the schema does not know: any string but those that it does." }],
};

export function printDeclaration(
  models: Models,
  id: DeclarationId,
  names: DeclarationNames,
  description = describeDeclaration(models, id, names),
): StatementStructures {
  const type = nameKnownValues(models, id, declaredType(models, id));
  const docs = docsOf(description);
  if (type.kind === "object" && models.options.declarations === "interface" && canBeInterface(models, type)) {
    return {
      kind: StructureKind.Interface,
      name: names.type,
      isExported: true,
      docs,
      extends: type.bases.map((base) => typeCode(models, { kind: "reference", target: base })),
      properties: type.members.map((member) => printProperty(models, member)),
      indexSignatures: type.indexes.map((index) => ({
        keyName: "key",
        keyType: indexKey(index.template),
        returnType: typeCode(models, index.type),
        isReadonly: models.options.readonly,
      })),
    };
  }
  return {
    kind: StructureKind.TypeAlias,
    name: names.type,
    isExported: true,
    docs,
    type: typeCode(models, type),
  };
}

/** An interface extends objects whose members are known: every base must be one, under a name, and printed here. */
function canBeInterface(models: Models, { bases }: ObjectType): boolean {
  if (bases.some((base) => models.printed?.has(base))) return false;
  return bases.every((base) => {
    const seen = new Set<DeclarationId>();
    let id = base;
    for (
      let type: Type = declaredType(models, id);
      type.kind === "reference";
      type = declaredType(models, id)
    ) {
      if (seen.has(id)) return false;
      seen.add(id);
      id = type.target;
    }
    const type = declaredType(models, id);
    return models.names.declarations.has(base) && type.kind === "object" && canBeInterface(models, type);
  });
}

function printProperty(models: Models, member: Member): OptionalKind<PropertySignatureStructure> {
  const text = member.source === undefined ? "" : documentNode(models, member.source);
  return {
    name: memberKey(member.key),
    type: typeCode(models, member.type),
    hasQuestionToken: member.isOptional,
    isReadonly: models.options.readonly,
    docs: docsOf(text),
  };
}

/** ts-morph writes a description that starts with a line break over several lines. */
export function docsOf(text: string): { description: string }[] {
  if (text === "") return [];
  return [{ description: text.includes("\n") ? `\n${text}` : text }];
}
