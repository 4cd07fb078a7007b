// Imported anew for each contestant, under an address of its own: what the engine learns of one loop is not told to another.

/**
 * How many of the values a guard accepts.
 * @param {(value: unknown) => boolean} guard
 * @param {readonly unknown[]} values
 */
export function countValid(guard, values) {
  let count = 0;
  for (const value of values) {
    if (guard(value)) count += 1;
  }
  return count;
}
