import type { DeclarationId } from "../types/type-model.js";
import { openUnionOf, unknownVariantOf } from "../types/type-model.js";
import type { Part, Tag, Union, VariantId } from "../unions/unions.js";
import { dottedNameOf, hasUnknownVariant } from "../unions/parts.js";
import { wordsOf } from "../unions/unions.js";
import type { Role } from "./names.js";
import { nameTagValue } from "./tag-value-name.js";

/** A declaration that a union adds, or a branch that stands for a variant. */
export interface UnionPart {
  readonly id: DeclarationId;
  readonly role: Role;
  /** What its name has before the union's, or else after it: `Unknown`, `Messages`. */
  readonly stem: string;
  /** Whether it goes after the union's at once: `WithoutKind`. */
  readonly isAfter: boolean;
  /** Whether the config gave the stem, or some of it. */
  readonly isConfigured: boolean;
  /** The variant, or the leaf, that the branch is. */
  readonly variant: VariantId | undefined;
}

/** What the config calls the parts of a union: stems by tag value, and by the dotted name of a leaf. */
export type PartStems = Readonly<Record<string, string>>;

interface Stem {
  readonly text: string;
  readonly isConfigured: boolean;
}

/** What a union declares: the open forms, then each variant with its leaves. */
export function listParts(union: Union, stems: PartStems = {}): readonly UnionPart[] {
  const [first, second] = union.tags;
  const open: UnionPart[] = hasUnknownVariant(union)
    ? [
        partOf(unknownVariantOf(union.node), "unknown", { text: "Unknown", isConfigured: false }),
        partOf(openUnionOf(union.node), "open", { text: "Any", isConfigured: false }),
      ]
    : [];
  const variants = union.variants.flatMap((variant) => {
    const stem = stemOf(variant, first, stems);
    const leaves = variant.leaves.map((leaf) => {
      const pair = configuredStem(stems, dottedNameOf(union, variant, leaf));
      const leafStem = pair ?? joinStems(stem, stemOf(leaf, second, stems));
      // Below a tag outside the value, the author's own names say all that is to say.
      return first.kind === "external"
        ? nameBranch(leaf, "leaf", leafStem)
        : partOf(leaf.id, "leaf", leafStem);
    });
    return [nameBranch(variant, "variant", stem), ...leaves];
  });
  return [...open, ...variants];
}

function stemOf({ value }: Part, tag: Tag | undefined, stems: PartStems): Stem {
  const text = nameTagValue(value, (tag && wordsOf(tag).at(-1)) ?? "");
  return configuredStem(stems, String(value)) ?? { text, isConfigured: false };
}

function configuredStem(stems: PartStems, key: string): Stem | undefined {
  const text = Object.hasOwn(stems, key) ? stems[key] : undefined;
  return text === undefined ? undefined : { text, isConfigured: true };
}

function joinStems(first: Stem, second: Stem): Stem {
  return { text: first.text + second.text, isConfigured: first.isConfigured || second.isConfigured };
}

/** The part's one branch, where that is all of it and nothing else. */
function nameBranch({ id, value, branches, isCut }: Part, role: Role, stem: Stem): UnionPart {
  const [branch, ...others] = branches;
  const isBranch = !isCut && branch !== undefined && others.length === 0;
  return isBranch
    ? { ...partOf(branch, "hoisted", stem), variant: id }
    : partOf(id, role, stem, role === "variant" && value === undefined && !stem.isConfigured);
}

function partOf(id: DeclarationId, role: Role, { text, isConfigured }: Stem, isAfter = false): UnionPart {
  return { id, role, stem: text, isAfter, isConfigured, variant: undefined };
}
