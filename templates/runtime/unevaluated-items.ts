/** The items that are not evaluated, with their indexes. */
export function unevaluatedItems(
  items: readonly unknown[],
  evaluates: (index: number, item: unknown) => boolean,
): (readonly [index: number, item: unknown])[] {
  const found: (readonly [index: number, item: unknown])[] = [];
  for (let index = 0; index < items.length; index++) {
    if (!evaluates(index, items[index])) found.push([index, items[index]]);
  }
  return found;
}
