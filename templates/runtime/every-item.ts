/** Whether each item from the index `from` on is accepted. A hole of a sparse array is read as undefined. */
export function everyItem(
  items: readonly unknown[],
  from: number,
  accepts: (item: unknown) => boolean,
): boolean {
  for (let index = from; index < items.length; index++) {
    if (!accepts(items[index])) return false;
  }
  return true;
}
