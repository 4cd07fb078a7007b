/* oxlint-disable eslint/no-underscore-dangle -- what is not read has an underscore, so that `noUnusedLocals` lets it pass */

/**
 * Whether an object has at most so many properties, of which the caller has found as many: then it has no others. One whose value is
 * undefined counts as absent. JSON has no such, and so the first count decides what is valid; it reads no value, and allocates nothing.
 */
export function hasAtMost(object: object, count: number): boolean {
  let found = 0;
  for (const _key in object) found++;
  if (found > count) {
    found = 0;
    for (const value of Object.values(object)) if (value !== undefined) found++;
  }
  return found <= count;
}
