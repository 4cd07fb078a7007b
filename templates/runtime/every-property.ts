import { hasOwn } from "./has-own.js";

/** Whether each own property is accepted. One whose value is undefined counts as absent. */
export function everyProperty(
  object: object,
  accepts: (key: string, value: unknown) => boolean,
): boolean {
  const properties = object as { readonly [key: string]: unknown };
  for (const key in properties) {
    const value = properties[key];
    if (value !== undefined && hasOwn(properties, key) && !accepts(key, value))
      return false;
  }
  return true;
}
