import type { Union, Variant, VariantId } from "../unions/unions.js";
import { intersectTypes, literalType, neverType, referTo, uniteTypes } from "./algebra.js";
import type { DeclarationId, Member, ObjectType, Type } from "./type-model.js";
import { openUnionOf, unknownVariantOf } from "./type-model.js";

/** The declarations that a union adds: its variants, their leaves, and, where it is open, its unknown variant. */
export function projectUnion(union: Union, unionType: Type): ReadonlyMap<VariantId, Type> {
  const types = new Map<VariantId, Type>();
  for (const variant of union.variants) {
    types.set(variant.id, variantType(union, variant));
    for (const leaf of variant.leaves) types.set(leaf.id, leafType(union, variant, leaf.id));
  }
  if (union.isOpen) {
    types.set(unknownVariantOf(union.node), unknownVariant(union, unionType));
    types.set(
      openUnionOf(union.node),
      uniteTypes([referTo(union.node), referTo(unknownVariantOf(union.node))]),
    );
  }
  return types;
}

function variantType({ tags: [tag] }: Union, { branches, isCut, value }: Variant): Type {
  if (!isCut) return uniteTypes(branches.map(referTo));
  return narrow(branches, [{ path: tag.path, type: literalType(value) }]);
}

/** A leaf of the branches of its variant extends the variant; of some of them, it is cut anew. */
function leafType(union: Union, variant: Variant, id: VariantId): Type {
  const [first, second] = union.tags;
  const leaf = variant.leaves.find((each) => each.id === id);
  if (!leaf || !second) return neverType;
  if (!leaf.isCut) return uniteTypes(leaf.branches.map(referTo));
  const byLeaf = { path: second.path, type: literalType(leaf.value) };
  if (leaf.branches.length === variant.branches.length) {
    const isSingle = variant.branches.length === 1;
    const hasOneLeaf = variant.leaves.length === 1;
    return hasOneLeaf ? referTo(variant.id) : narrow([variant.id], [byLeaf], isSingle);
  }
  return narrow(leaf.branches, [{ path: first.path, type: literalType(variant.value) }, byLeaf]);
}

interface Cut {
  readonly path: readonly string[];
  readonly type: Type;
}

/** The bases with their tags narrowed: an extended interface for one base and plain tags, an intersection otherwise. */
function narrow(bases: readonly DeclarationId[], cuts: readonly Cut[], canExtend = true): Type {
  const members = cuts.map(memberAt);
  const isPlain = canExtend && bases.length === 1 && cuts.every(({ path }) => path.length === 1);
  if (isPlain) return { kind: "object", bases, members, indexes: [] };
  return intersectTypes([
    uniteTypes(bases.map(referTo)),
    { kind: "object", bases: [], members, indexes: [] },
  ]);
}

/** A required member for the path, objects nested as it goes on. */
function memberAt({ path, type }: Cut): Member {
  const [key = "", ...rest] = path;
  const inner: Type = rest.length === 0 ? type : objectOf([memberAt({ path: rest, type })]);
  return { key, type: inner, isOptional: false, source: undefined };
}

function objectOf(members: readonly Member[], bases: readonly DeclarationId[] = []): ObjectType {
  return { kind: "object", bases, members, indexes: [] };
}

/** The envelope with an unknown first tag, or a known one and an unknown second. */
function unknownVariant(union: Union, unionType: Type): Type {
  const [first, second] = union.tags;
  const unknownTag: Type = { kind: "unknown-tag" };
  const build = (cuts: readonly Cut[]): Type => {
    const keys = new Set(cuts.map(({ path: [key] }) => key));
    const isFlat = union.form === "flat" && unionType.kind === "object";
    const kept = isFlat ? unionType.members.filter(({ key }) => !keys.has(key)) : [];
    return objectOf([...kept, ...cuts.map(memberAt)], union.envelope);
  };
  const unknownFirst = { path: first.path, type: unknownTag };
  if (!second) return build([unknownFirst]);
  const anyString: Type = { kind: "primitive", name: "string" };
  return uniteTypes([
    build([unknownFirst, { path: second.path, type: anyString }]),
    build([
      { path: first.path, type: { kind: "tag", union: union.node, index: 0 } },
      { path: second.path, type: unknownTag },
    ]),
  ]);
}
