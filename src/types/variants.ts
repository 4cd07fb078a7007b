import type { NodeId } from "../schema/schema-graph.js";
import type { Part, Tag, TagValue, Union, Variant, VariantId } from "../unions/unions.js";
import { hasUnknownVariant, isMixed } from "../unions/parts.js";
import { pathOf } from "../unions/unions.js";
import { intersectTypes, neverType, referTo, uniteTypes } from "./algebra.js";
import { findConflicts, membersAlong } from "./bases.js";
import { finishType } from "./finish.js";
import { literalType } from "./literal-types.js";
import type { Cut } from "./narrow.js";
import { membersOf, narrowBases, narrowType, objectOf, bindsTags } from "./narrow.js";
import { projectBeside, projectTogether } from "./project.js";
import type { Projecting } from "./projection.js";
import type { Type } from "./type-model.js";
import { openUnionOf, unknownVariantOf } from "./type-model.js";

/** The declarations that a union adds: its variants, their leaves, and, where it is open, its unknown variant. */
export function projectUnion(projecting: Projecting, union: Union): ReadonlyMap<VariantId, Type> {
  const types = new Map<VariantId, Type>();
  for (const variant of union.variants) {
    types.set(variant.id, variantType(projecting, union, variant));
    for (const leaf of variant.leaves) types.set(leaf.id, leafType(projecting, union, variant, leaf));
  }
  if (hasUnknownVariant(union)) {
    const unknown = unknownVariantOf(union.node);
    types.set(unknown, unknownVariant(projecting, union));
    // A branch for unknown tags would take the known ones too, as far as types can say.
    const closed = union.fallback === undefined ? [union.node] : union.variants.map(({ id }) => id);
    types.set(openUnionOf(union.node), uniteTypes([...closed, unknown].map(referTo)));
  }
  return types;
}

function variantType(projecting: Projecting, union: Union, { branches, isCut, value }: Variant): Type {
  const [tag] = union.tags;
  if (!isCut) return uniteTypes(branches.map(referTo));
  return cutBranches(projecting, union, branches, [cutTo(tag, value)]);
}

/** A leaf of all branches of its variant narrows the variant; of some of them, it is cut anew. */
function leafType(projecting: Projecting, union: Union, variant: Variant, leaf: Part): Type {
  const [first, second] = union.tags;
  if (!second) return neverType;
  if (!leaf.isCut) return uniteTypes(leaf.branches.map(referTo));
  const byLeaf = cutTo(second, leaf.value);
  if (first.kind === "external") return narrowBases(projecting, leaf.branches, [byLeaf]);
  const isNamed = union.form === "branches" || isPlainObject(projecting, union);
  if (isNamed && leaf.branches.length === variant.branches.length) {
    const isSingle =
      variant.branches.length === 1 && !variant.branches.some((id) => bindsTags(projecting, id, [byLeaf]));
    const hasOneLeaf = variant.leaves.length === 1;
    return hasOneLeaf ? referTo(variant.id) : narrowBases(projecting, [variant.id], [byLeaf], isSingle);
  }
  return cutBranches(projecting, union, leaf.branches, [cutTo(first, variant.value), byLeaf]);
}

function cutBranches(
  projecting: Projecting,
  union: Union,
  branches: readonly NodeId[],
  cuts: readonly Cut[],
): Type {
  if (union.form === "branches") return narrowBases(projecting, branches, cuts);
  if (union.form === "based") {
    const chains = union.branches.filter(({ node }) => branches.includes(node)).map(({ chain }) => chain);
    const types = chains.map((chain) => projectTogether(projecting, [union.node, ...chain]).type);
    return finishType(projecting, narrowType(projecting, uniteTypes(types), cuts));
  }
  const type = projecting.done.get(union.node)?.type;
  if (!type || isPlainObject(projecting, union)) return narrowBases(projecting, branches, cuts);
  return finishType(projecting, narrowType(projecting, type, cuts));
}

/** Whether the parts, cut out of a schema that is no union of branches, are all of it, and say so better than its own type. */
export function isSumOfParts(projecting: Projecting, union: Union): boolean {
  return union.form !== "branches" && union.fallback === undefined && !isPlainObject(projecting, union);
}

export function sumOf({ variants }: Union): Type {
  return uniteTypes(variants.map(({ id }) => referTo(id)));
}

/** Whether the union is one object, that an interface can extend. */
function isPlainObject({ done }: Projecting, { form, node }: Union): boolean {
  const kind = done.get(node)?.type.kind;
  return form === "flat" && kind !== "union" && kind !== "intersection";
}

/** What is no property cuts nothing. */
function cutTo(tag: Tag, value: TagValue): Cut {
  return { path: pathOf(tag), type: value === undefined ? neverType : literalType(value) };
}

/** The envelope with an unknown first tag, or a known one and an unknown second. */
function unknownVariant(projecting: Projecting, union: Union): Type {
  const [first, second] = union.tags;
  const unknownTag: Type = { kind: "unknown-tag" };
  const unknownFirst = { path: pathOf(first), type: unknownTag };
  if (union.fallback !== undefined) return unknownFallback(projecting, union.fallback, unknownFirst);
  const build = union.form === "branches" ? withEnvelope : withMembers;
  if (!second) return build(projecting, union, [unknownFirst]);
  const anyString: Type = { kind: "primitive", name: "string" };
  const secondPath = pathOf(second);
  const besides = isMixed(union) ? [] : [{ path: secondPath, type: anyString }];
  return uniteTypes([
    build(projecting, union, [unknownFirst, ...besides]),
    build(projecting, union, [
      { path: pathOf(first), type: knownFirst(union) },
      { path: secondPath, type: unknownTag },
    ]),
  ]);
}

/** The branch for all other tags, which may lack one. */
function unknownFallback(projecting: Projecting, fallback: NodeId, cut: Cut): Type {
  const [key = "", ...inner] = cut.path;
  const own = membersAlong(projecting, fallback).get(key);
  const isOptional = inner.length === 0 && own?.isOptional !== false;
  return narrowBases(projecting, [fallback], [{ ...cut, isOptional }]);
}

/** The values of the first tag that a second goes with. */
function knownFirst(union: Union): Type {
  if (!isMixed(union)) return { kind: "tag", union: union.node, index: 0 };
  const values = union.variants.flatMap(({ leaves, value }) => (leaves.length > 0 ? [value] : []));
  return uniteTypes(values.flatMap((value) => (value === undefined ? [] : [literalType(value)])));
}

/** What the schema says beside its members, or of the one object that is the union, but for its tags. */
function withMembers(projecting: Projecting, union: Union, cuts: readonly Cut[]): Type {
  const base = projectBeside(projecting, union.node);
  if (base.kind !== "object") return intersectTypes([base, objectOf(membersOf(cuts))]);
  const bases = base.bases.filter((id) => union.envelope.includes(id));
  const inherited = base.bases
    .filter((id) => !bases.includes(id))
    .flatMap((id) => [...membersAlong(projecting, id).values()]);
  const members = new Map([...inherited, ...base.members].map((member) => [member.key, member]));
  for (const { path } of cuts) members.delete(path[0] ?? "");
  return { ...base, bases, members: [...members.values(), ...membersOf(cuts)] };
}

/** Definitions are extended where an interface may, and met where they may contradict each other. */
function withEnvelope(projecting: Projecting, { envelope }: Union, cuts: readonly Cut[]): Type {
  const members = membersOf(cuts);
  const areExtendable = envelope.every((id) => projecting.done.get(id)?.isExtendable);
  if (areExtendable && findConflicts(projecting, envelope).length === 0) return objectOf(members, envelope);
  return intersectTypes([...envelope.map(referTo), objectOf(members)]);
}
