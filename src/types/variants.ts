import type { Part, Tag, TagValue, Union, Variant, VariantId } from "../unions/unions.js";
import { pathOf } from "../unions/unions.js";
import { intersectTypes, neverType, referTo, uniteTypes } from "./algebra.js";
import { findConflicts, membersAlong } from "./bases.js";
import { literalType } from "./literal-types.js";
import type { Projecting } from "./projection.js";
import type { DeclarationId, Member, ObjectType, Type } from "./type-model.js";
import { openUnionOf, unknownVariantOf } from "./type-model.js";

/** The declarations that a union adds: its variants, their leaves, and, where it is open, its unknown variant. */
export function projectUnion(projecting: Projecting, union: Union): ReadonlyMap<VariantId, Type> {
  const types = new Map<VariantId, Type>();
  for (const variant of union.variants) {
    types.set(variant.id, variantType(union, variant));
    for (const leaf of variant.leaves) types.set(leaf.id, leafType(union, variant, leaf));
  }
  if (union.isOpen) {
    const unknown = unknownVariantOf(union.node);
    types.set(unknown, unknownVariant(projecting, union));
    types.set(openUnionOf(union.node), uniteTypes([referTo(union.node), referTo(unknown)]));
  }
  return types;
}

function variantType({ tags: [tag] }: Union, { branches, isCut, value }: Variant): Type {
  if (!isCut) return uniteTypes(branches.map(referTo));
  return narrow(branches, [cutTo(tag, value)]);
}

/** A leaf of all branches of its variant narrows the variant; of some of them, it is cut anew. */
function leafType(union: Union, variant: Variant, leaf: Part): Type {
  const [first, second] = union.tags;
  if (!second) return neverType;
  if (!leaf.isCut) return uniteTypes(leaf.branches.map(referTo));
  const byLeaf = cutTo(second, leaf.value);
  if (first.kind === "external") return narrow(leaf.branches, [byLeaf]);
  if (leaf.branches.length === variant.branches.length) {
    const isSingle = variant.branches.length === 1;
    const hasOneLeaf = variant.leaves.length === 1;
    return hasOneLeaf ? referTo(variant.id) : narrow([variant.id], [byLeaf], isSingle);
  }
  return narrow(leaf.branches, [cutTo(first, variant.value), byLeaf]);
}

/** What stands at a path of properties. */
interface Cut {
  readonly path: readonly string[];
  readonly type: Type;
}

function cutTo(tag: Tag, value: TagValue): Cut {
  return { path: pathOf(tag), type: value === undefined ? { kind: "undefined" } : literalType(value) };
}

/** The bases with their tags narrowed: an extended interface for one base and plain tags, an intersection otherwise. */
function narrow(bases: readonly DeclarationId[], cuts: readonly Cut[], canExtend = true): Type {
  const members = membersOf(cuts);
  const isPlain = canExtend && bases.length === 1 && cuts.every(({ path }) => path.length === 1);
  if (isPlain) return objectOf(members, bases);
  return intersectTypes([uniteTypes(bases.map(referTo)), objectOf(members)]);
}

/** A required member for each first key of the paths, objects nested as they go on. */
function membersOf(cuts: readonly Cut[]): readonly Member[] {
  const keys = new Set(cuts.map(({ path: [key = ""] }) => key));
  return [...keys].map((key) => {
    const own = cuts.filter(({ path: [first] }) => first === key);
    const ending = own.filter(({ path }) => path.length === 1);
    const inner = own.flatMap(({ path: [, ...rest], type }) =>
      rest.length > 0 ? [{ path: rest, type }] : [],
    );
    const types = [
      ...ending.map(({ type }) => type),
      ...(inner.length > 0 ? [objectOf(membersOf(inner))] : []),
    ];
    return { key, type: intersectTypes(types), isOptional: false, source: undefined };
  });
}

function objectOf(members: readonly Member[], bases: readonly DeclarationId[] = []): ObjectType {
  return { kind: "object", bases, members, indexes: [] };
}

/** The envelope with an unknown first tag, or a known one and an unknown second. */
function unknownVariant(projecting: Projecting, union: Union): Type {
  const [first, second] = union.tags;
  const unknownTag: Type = { kind: "unknown-tag" };
  const unknownFirst = { path: pathOf(first), type: unknownTag };
  const build = union.form === "flat" ? withMembers : withEnvelope;
  if (!second) return build(projecting, union, [unknownFirst]);
  const anyString: Type = { kind: "primitive", name: "string" };
  const knownFirst: Type = { kind: "tag", union: union.node, index: 0 };
  return uniteTypes([
    build(projecting, union, [unknownFirst, { path: pathOf(second), type: anyString }]),
    build(projecting, union, [
      { path: pathOf(first), type: knownFirst },
      { path: pathOf(second), type: unknownTag },
    ]),
  ]);
}

/** The members of the one object that is the union, but for its tags. */
function withMembers(projecting: Projecting, { node }: Union, cuts: readonly Cut[]): Type {
  const keys = new Set(cuts.map(({ path: [key] }) => key));
  const kept = [...membersAlong(projecting, node).values()].filter(({ key }) => !keys.has(key));
  return objectOf([...kept, ...membersOf(cuts)]);
}

/** Definitions are extended where an interface may, and met where they may contradict each other. */
function withEnvelope(projecting: Projecting, { envelope }: Union, cuts: readonly Cut[]): Type {
  const members = membersOf(cuts);
  const areExtendable = envelope.every((id) => projecting.done.get(id)?.isExtendable);
  if (areExtendable && findConflicts(projecting, envelope).length === 0) return objectOf(members, envelope);
  return intersectTypes([...envelope.map(referTo), objectOf(members)]);
}
