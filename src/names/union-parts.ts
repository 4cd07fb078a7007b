import type { DeclarationId } from "../types/type-model.js";
import { openUnionOf, unknownVariantOf } from "../types/type-model.js";
import type { Union, VariantId } from "../unions/unions.js";
import { wordsOf } from "../unions/unions.js";
import { nameTagValue } from "./tag-value-name.js";
import type { Role } from "./names.js";

/** A declaration that a union adds, or a branch that stands for a variant. */
export interface UnionPart {
  readonly id: DeclarationId;
  readonly role: Role;
  /** What its name has before the union's, or else after it: `Unknown`, `Messages`. */
  readonly stem: string;
  /** Whether it goes after the union's at once: `WithoutKind`. */
  readonly isAfter: boolean;
  /** The variant that the branch is. */
  readonly variant: VariantId | undefined;
}

/** What a union declares: the open forms, then each variant with its leaves. */
export function listParts(union: Union): readonly UnionPart[] {
  const [first, second] = union.tags;
  const open: UnionPart[] = union.isOpen
    ? [
        partOf(unknownVariantOf(union.node), "unknown", "Unknown"),
        partOf(openUnionOf(union.node), "open", "Any"),
      ]
    : [];
  const variants = union.variants.flatMap((variant) => {
    const stem = nameTagValue(variant.value, wordsOf(first).at(-1) ?? "");
    const [branch, ...others] = variant.branches;
    const isBranch = !variant.isCut && branch !== undefined && others.length === 0;
    const own = isBranch
      ? { ...partOf(branch, "hoisted", stem), variant: variant.id }
      : partOf(variant.id, "variant", stem, variant.value === undefined);
    const leaves = variant.leaves.map((leaf) =>
      partOf(leaf.id, "leaf", stem + nameTagValue(leaf.value, (second && wordsOf(second).at(-1)) ?? "")),
    );
    return [own, ...leaves];
  });
  return [...open, ...variants];
}

function partOf(id: DeclarationId, role: Role, stem: string, isAfter = false): UnionPart {
  return { id, role, stem, isAfter, variant: undefined };
}
