/* oxlint-disable eslint/no-underscore-dangle -- what is not read has an underscore, so that `noUnusedLocals` lets it pass */

/**
 * Whether an object has at most so many properties, of which the caller has found as many: then it has no others. One whose value is
 * undefined counts as absent. JSON has no such, and so the first count decides what is valid: it reads no value. Nothing is allocated.
 */
export function hasAtMost(object: object, room: number): boolean {
  for (const _key in object) room--;
  if (room < 0) {
    for (const key in object) {
      const value = (object as { readonly [key: string]: unknown })[key];
      if (value === undefined || !{}.hasOwnProperty.call(object, key)) room++;
    }
  }
  return room >= 0;
}
