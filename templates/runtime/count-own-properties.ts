/** How many properties an object has, also those whose value is undefined. */
export function countOwnProperties(object: object): number {
  return Object.keys(object).length;
}
