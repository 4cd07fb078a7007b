import { hasOwn } from "./has-own.js";

/** How many properties an object has. One whose value is undefined counts as absent. */
export function countProperties(object: object): number {
  const properties = object as { readonly [key: string]: unknown };
  let count = 0;
  for (const key in properties) {
    if (properties[key] !== undefined && hasOwn(properties, key)) count++;
  }
  return count;
}
