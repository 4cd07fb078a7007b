/**
 * How many conditions stand in one function. TypeScript follows what a value may be from one to the next, and gives up on a function
 * of some thousand (TS2563).
 */
const widest = 200;

/** The items in parts of a function each; one part where they are few. */
export function splitWide<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / widest);
  return Array.from({ length: count }, (_, index) => items.slice(index * widest, (index + 1) * widest));
}
