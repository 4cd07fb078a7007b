import { hasOwn } from "./has-own.js";

/** How many properties an object has, also those whose value is undefined. */
export function countOwnProperties(object: object): number {
  let count = 0;
  for (const key in object) if (hasOwn(object, key)) count++;
  return count;
}
