import type { DeclarationId, Type } from "../types/type-model.js";
import type { FilledTag } from "../unions/parts.js";
import type { Models } from "./context.js";
import { declaredType } from "./context.js";

/** What is not followed further is cast, which is never wrong. */
const deepest = 8;

/**
 * Whether the compiler cannot tell that a copy of all but the tags and these make a whole: where a tag stands deeper in one of several
 * objects, which the copy is of all at once, or these are met with others; where an index signature is met with what does not fit it; and where another printer made
 * the type, which may require a property by one declaration and describe it by another that leaves it optional.
 */
export function needsCast(models: Models, part: DeclarationId, tags: readonly FilledTag[]): boolean {
  const type = declaredType(models, part);
  const isDeep = tags.some(({ path }) => path.length > 1);
  const isOneOfSeveral = isDeep ? !isOneObject(models, type) : meetsUnion(models, type);
  return models.printed !== undefined || isOneOfSeveral || meetsIndexes(models, type);
}

/** Whether the type is an object, or several at once, rather than one of several. */
function isOneObject(models: Models, type: Type, depth = 0): boolean {
  const isOne = (each: Type): boolean => isOneObject(models, each, depth + 1);
  if (depth > deepest) return false;
  if (type.kind === "intersection") return type.members.every(isOne);
  if (type.kind === "object") return type.bases.every((base) => isOne(declaredType(models, base)));
  return type.kind === "reference" && isOne(declaredType(models, type.target));
}

/** Whether the type is, or refers to, the one without values. */
export function isNever(models: Models, part: DeclarationId, depth = 0): boolean {
  const type = declaredType(models, part);
  return (
    type.kind === "never" ||
    (type.kind === "reference" && depth <= deepest && isNever(models, type.target, depth + 1))
  );
}

/** Whether several objects of which the value is one are met with others. */
function meetsUnion(models: Models, type: Type, isMet = false, depth = 0): boolean {
  if (depth > deepest) return true;
  if (type.kind === "union") return isMet;
  if (type.kind === "reference")
    return meetsUnion(models, declaredType(models, type.target), isMet, depth + 1);
  return (
    type.kind === "intersection" && type.members.some((each) => meetsUnion(models, each, true, depth + 1))
  );
}

/** Whether an index signature stands in an intersection. `seen`: what has been followed to the end, each once. */
export function meetsIndexes(
  models: Models,
  type: Type,
  isMet = false,
  depth = 0,
  seen = new Set<string>(),
): boolean {
  const isInside = isMet || type.kind === "intersection";
  const follow = (each: Type): boolean => meetsIndexes(models, each, isInside, depth + 1, seen);
  const followTo = (target: DeclarationId): boolean => {
    const key = `${isInside ? "&" : ""}${target}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return follow(declaredType(models, target));
  };
  if (depth > deepest) return true;
  if (type.kind === "reference") return followTo(type.target);
  if (type.kind === "union" || type.kind === "intersection") return type.members.some(follow);
  return type.kind === "object" && ((isMet && type.indexes.length > 0) || type.bases.some(followTo));
}
