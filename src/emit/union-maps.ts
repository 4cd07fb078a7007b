import type { StatementStructures } from "ts-morph";
import type { Part, Variant } from "../unions/unions.js";
import type { Code } from "./code.js";
import { code, commentText, joinCode, nameCode, valueLiteral } from "./code.js";
import { callTest } from "./condition.js";
import { predicate } from "./guards-module.js";
import { StructureKind } from "./structure-kind.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";
import { groupByKey, mapKey, partType } from "./union-context.js";

/** The tags' values and guards, and the maps from tag to variant. */
export function printMaps(printing: UnionPrinting): StatementStructures[] {
  const { first, second } = printing;
  const tags = second ? [first, second] : [first];
  return [
    ...tags.flatMap((tag) => printTag(printing, tag)),
    ...printMap(printing),
    ...printLeafMap(printing),
  ];
}

function printTag({ scope }: UnionPrinting, { tag, names }: TagPrinting): StatementStructures[] {
  const literals = tag.values.map((value) => valueLiteral(value));
  const type = scope.useType("types", names.type);
  return [
    {
      kind: StructureKind.VariableStatement,
      isExported: true,
      declarationKind: "const" as never,
      declarations: [{ name: names.values, initializer: code`[${joinCode(literals, ", ")}] as const` }],
      docs: [{ description: `Every \`${type}\`, in the schema's order.` }],
    },
    {
      ...predicate(
        names.guard,
        callTest(code`(${nameCode(names.values)} as readonly unknown[]).includes(value)`),
        type,
      ),
      docs: [{ description: `Whether a value is one of \`${names.values}\`.` }],
    },
  ];
}

function printMap(printing: UnionPrinting): StatementStructures[] {
  const { union, names, first, closed } = printing;
  return [
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: names.map,
      properties: [...groupByKey(union.variants)].map(([, variants]) => ({
        name: keyOf(variants),
        type: typesOf(printing, variants),
      })),
      docs: [{ description: `The variant of \`${closed}\` for each \`${commentText(first.text)}\`.` }],
    },
  ];
}

function printLeafMap(printing: UnionPrinting): StatementStructures[] {
  const { union, names, first, second, closed } = printing;
  if (!second) return [];
  const leavesOf = (variants: readonly Variant[]): Code => {
    const leaves = groupByKey(variants.flatMap((variant) => variant.leaves));
    return code`{ ${joinCode(
      [...leaves.values()].map((group) => code`${keyOf(group)}: ${typesOf(printing, group)}`),
      "; ",
    )} }`;
  };
  return [
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: names.leafMap,
      properties: [...groupByKey(union.variants.filter(({ leaves }) => leaves.length > 0)).values()].map(
        (variants) => ({
          name: keyOf(variants),
          type: leavesOf(variants),
        }),
      ),
      docs: [
        {
          description: `The leaf of \`${closed}\` for each \`${commentText(first.text)}\` and each \`${commentText(second.text)}\` that goes with it.`,
        },
      ],
    },
  ];
}

function keyOf([part]: readonly Part[]): Code {
  return mapKey(part?.value);
}

function typesOf(printing: UnionPrinting, parts: readonly Part[]): Code {
  return joinCode([...new Set(parts.map((part) => partType(printing, part)))], " | ");
}
