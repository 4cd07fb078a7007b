import { intersectTypes, uniteTypes } from "./algebra.js";
import type { Type } from "./type-model.js";

/** Whether the type is made of others, which few are. */
export function hasParts({ kind }: Type): boolean {
  return (
    kind === "object" || kind === "union" || kind === "intersection" || kind === "array" || kind === "tuple"
  );
}

/** The type with `map` applied to every type that it is made of; the same value where nothing changes. */
export function mapType(type: Type, map: (part: Type) => Type): Type {
  if (type.kind === "union" || type.kind === "intersection") {
    const members = mapAll(type.members, map);
    if (members === type.members) return type;
    return type.kind === "union" ? uniteTypes(members) : intersectTypes(members);
  }
  if (type.kind === "array") {
    const item = map(type.item);
    return item === type.item ? type : { kind: "array", item };
  }
  if (type.kind === "tuple") {
    const elements = mapAll(type.elements, map);
    const rest = type.rest && map(type.rest);
    return elements === type.elements && rest === type.rest ? type : { ...type, elements, rest };
  }
  if (type.kind !== "object") return type;
  const members = mapWithin(type.members, map);
  const indexes = mapWithin(type.indexes, map);
  return members === type.members && indexes === type.indexes ? type : { ...type, members, indexes };
}

/** The same array where nothing changes. */
export function mapAll(types: readonly Type[], map: (type: Type) => Type): readonly Type[] {
  return mapEach(types, map);
}

function mapWithin<T extends { readonly type: Type }>(
  holders: readonly T[],
  map: (type: Type) => Type,
): readonly T[] {
  return mapEach(holders, (holder) => {
    const type = map(holder.type);
    return type === holder.type ? holder : { ...holder, type };
  });
}

/** The same array where nothing changes, which is so of most: another is made from the first change on. */
function mapEach<T>(before: readonly T[], map: (each: T) => T): readonly T[] {
  let after: T[] | undefined;
  for (const [index, each] of before.entries()) {
    const mapped = map(each);
    if (mapped !== each) after ??= before.slice(0, index);
    after?.push(mapped);
  }
  return after ?? before;
}
