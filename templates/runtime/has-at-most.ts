/* oxlint-disable eslint/no-underscore-dangle -- what is not read has an underscore, so that `noUnusedLocals` lets it pass */

/**
 * Whether an object has at most so many properties, of which the caller has found as many: then it has no others. One whose value is
 * undefined counts as absent. JSON has no such, and so the first count decides what is valid: it reads no value. Nothing is allocated.
 */
export function hasAtMost(object: object, count: number): boolean {
  const properties = object as { readonly [key: string]: unknown };
  let found = 0;
  for (const _key in properties) found++;
  if (found > count) {
    for (const key in properties) {
      if (
        properties[key] === undefined ||
        !{}.hasOwnProperty.call(properties, key)
      )
        found--;
    }
  }
  return found <= count;
}
