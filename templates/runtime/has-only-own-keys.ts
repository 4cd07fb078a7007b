import { hasOwn } from "./has-own.js";

/** Whether an object has no properties but these. Names are compared in their order, in which most objects have them. */
export function hasOnlyOwnKeys(
  object: object,
  names: readonly string[],
): boolean {
  let next = 0;
  for (const key in object) {
    if (key !== names[next]) {
      next = names.indexOf(key);
      if (next < 0 && hasOwn(object, key)) return false;
    }
    next++;
  }
  return true;
}
