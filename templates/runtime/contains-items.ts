/** Whether at least `least` and at most `most` items are accepted. A hole of a sparse array is read as undefined. */
export function containsItems(
  items: readonly unknown[],
  accepts: (item: unknown) => boolean,
  least: number,
  most: number = Infinity,
): boolean {
  let count = 0;
  for (let index = 0; index < items.length; index++) {
    if (!accepts(items[index])) continue;
    count++;
    if (count > most) return false;
    if (count >= least && most === Infinity) return true;
  }
  return count >= least;
}
