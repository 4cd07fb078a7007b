/** Whether each item that is not evaluated already is accepted; without `accepts`, whether there is none. */
export function everyUnevaluatedItem(
  items: readonly unknown[],
  evaluates: (index: number, item: unknown) => boolean,
  accepts?: (item: unknown) => boolean,
): boolean {
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (!evaluates(index, item) && !(accepts?.(item) ?? false)) return false;
  }
  return true;
}
