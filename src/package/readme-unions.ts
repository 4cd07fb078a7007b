import type { DeclarationId } from "../types/type-model.js";
import { unknownVariantOf } from "../types/type-model.js";
import { hasUnknownVariant } from "../unions/parts.js";
import type { TagValue, Union } from "../unions/unions.js";
import { leafGuardBudget, wordsOf } from "../unions/unions.js";
import { markdownCode, markdownTable } from "./markdown.js";
import type { PackageContext } from "./package-context.js";

/** What a row of the table says: which tag values, whose type, and whether that has a guard. */
interface Row {
  readonly id: DeclarationId;
  readonly tags: readonly string[];
  readonly hasGuard: boolean;
}

/** A section on one union: its variants by their tag, and with two tags what each consists of. */
export function printUnion({ names, input }: PackageContext, union: Union): string[] {
  const type = names.declarations.get(union.node)?.type ?? "";
  const hasGuards = input.runtime.includes("guards") && input.runtime.includes("unions");
  const tags = union.tags.map((tag) => markdownCode(wordsOf(tag).join(".")));
  const rows = listRows(union).map((row) => {
    const own = names.declarations.get(row.id);
    // A leaf that is a schema of its own has a guard in any case.
    const guard = own && (row.hasGuard || own.role !== "leaf") ? markdownCode(own.guard) : "";
    return [...row.tags, markdownCode(own?.type ?? ""), ...(hasGuards ? [guard] : [])];
  });
  return [
    `## Variants of ${markdownCode(type)}`,
    ...markdownTable([...tags, "Type", ...(hasGuards ? ["Guard"] : [])], rows),
  ];
}

function listRows(union: Union): Row[] {
  const { node, tags, variants } = union;
  const rest = tags.slice(1).map(() => "any");
  const none = tags.slice(1).map(() => "");
  const leafCount = variants.reduce((count, { leaves }) => count + leaves.length, 0);
  const unknown: Row = { id: unknownVariantOf(node), tags: ["any other", ...rest], hasGuard: true };
  return [
    ...variants.flatMap(({ id, value, leaves }): Row[] => [
      { id, tags: [printValue(value), ...(leaves.length > 0 ? rest : none)], hasGuard: true },
      ...leaves.map((leaf) => ({
        id: leaf.id,
        tags: [printValue(value), printValue(leaf.value)],
        hasGuard: leafCount <= leafGuardBudget,
      })),
    ]),
    ...(hasUnknownVariant(union) ? [unknown] : []),
  ];
}

function printValue(value: TagValue): string {
  return value === undefined ? "absent" : markdownCode(JSON.stringify(value));
}
