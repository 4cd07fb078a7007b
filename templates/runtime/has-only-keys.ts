import { hasOwn } from "./has-own.js";

/**
 * Whether an object has no properties but these. One whose value is undefined counts as absent. Names are compared in their order, in
 * which most objects have them.
 */
export function hasOnlyKeys(object: object, names: readonly string[]): boolean {
  const properties = object as { readonly [key: string]: unknown };
  let next = 0;
  for (const key in properties) {
    if (key !== names[next]) {
      next = names.indexOf(key);
      if (next < 0 && properties[key] !== undefined && hasOwn(properties, key))
        return false;
    }
    next++;
  }
  return true;
}
