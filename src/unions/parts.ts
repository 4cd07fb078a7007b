import type { Part, Tag, Union, Variant } from "./unions.js";
import { leafGuardBudget } from "./unions.js";

/**
 * Whether values of the union may be of an unknown variant. Where the first tag stands outside they may not: an unknown one says nothing of
 * them, so that only what has both is of the open form.
 */
export function hasUnknownVariant({ isOpen, tags: [first] }: Union): boolean {
  return isOpen && first.kind !== "external";
}

/** Whether some variants have no second tag. */
export function isMixed({ variants }: Union): boolean {
  return variants.some(({ leaves }) => leaves.length === 0);
}

/** A tag that a part has one value for, and where it stands. */
export interface FilledTag {
  readonly path: readonly string[];
  readonly value: string | number | boolean | null;
}

/**
 * The tags that a value of the part need not be given: properties of one value there. A variant has one value for the second, too, where
 * it has only one leaf.
 */
export function listFilledTags({ tags: [first, second] }: Union, variant: Variant, leaf?: Part): FilledTag[] {
  const [only, ...others] = variant.leaves;
  const isWhole = others.length === 0 && only?.branches.length === variant.branches.length;
  const fill = (tag: Tag, { value }: Part): FilledTag[] =>
    tag.kind === "property" && value !== undefined ? [{ path: tag.path, value }] : [];
  const filledLeaf = leaf ?? (isWhole ? only : undefined);
  return [...fill(first, variant), ...(second && filledLeaf ? fill(second, filledLeaf) : [])];
}

/** The variants and leaves that a function can make: those with a tag to fill in, which none outside is. Leaves only while they are few. */
export function listConstructible(
  union: Union,
): { readonly variant: Variant; readonly leaf: Part | undefined }[] {
  const count = union.variants.reduce((sum, { leaves }) => sum + leaves.length, 0);
  return union.variants
    .flatMap((variant) => {
      const leaves = count > leafGuardBudget ? [] : variant.leaves;
      return [{ variant, leaf: undefined }, ...leaves.map((leaf) => ({ variant, leaf }))];
    })
    .filter(({ variant, leaf }) => listFilledTags(union, variant, leaf).length > 0);
}

/**
 * What a part is called where names are texts: by its tags, with a dot between. The last dot parts two tags, since any in the second is
 * written `%2E`, as any percent sign is `%25`; so is the one tag of a part that has no second.
 */
export function dottedNameOf({ tags }: Union, variant: Part, leaf?: Part): string {
  const first = String(variant.value);
  if (tags.length === 1) return first;
  const second = leaf?.value;
  return second === undefined ? escapeDots(first) : `${first}.${escapeDots(String(second))}`;
}

function escapeDots(text: string): string {
  return text.replaceAll("%", "%25").replaceAll(".", "%2E");
}
