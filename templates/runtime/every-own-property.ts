import { hasOwn } from "./has-own.js";

/** Whether each own property is accepted, also one whose value is undefined. */
export function everyOwnProperty(
  object: object,
  accepts: (key: string, value: unknown) => boolean,
): boolean {
  const properties = object as { readonly [key: string]: unknown };
  for (const key in properties) {
    if (hasOwn(properties, key) && !accepts(key, properties[key])) return false;
  }
  return true;
}
