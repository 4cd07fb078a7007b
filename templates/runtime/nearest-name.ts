/**
 * The candidate that a name was probably meant to be: word by word at most a third of its letters differ, and in none fewer do. Case,
 * and what stands between words, does not count.
 */
export function nearestName(
  name: string,
  candidates: readonly string[],
): string | undefined {
  // Comparing costs the product of both lengths, and no tag is that long.
  if (name.length > longestName) return undefined;
  const words = wordsOf(name);
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate.length > 2 * longestName) continue;
    const distance = distanceOf(words, wordsOf(candidate), least);
    if (distance >= least) continue;
    nearest = candidate;
    least = distance;
    if (least === 0) break;
  }
  return nearest;
}

const longestName = 64;

/** `orderCreated` and `order.created` are `["order", "created"]`. */
function wordsOf(name: string): readonly string[] {
  const parted = name.replace(/([a-z\d])([A-Z])/g, "$1 $2");
  return parted.toLowerCase().split(/[\s._:/-]+/);
}

/** How many letters differ; infinitely many where there are too many in any of the words, or `limit` in all. */
function distanceOf(
  from: readonly string[],
  to: readonly string[],
  limit: number,
): number {
  if (from.length !== to.length)
    return from.join("") === to.join("") ? 0 : Infinity;
  let sum = 0;
  for (const [index, word] of from.entries()) {
    const other = to[index] ?? "";
    const bound = Math.min(Math.floor(word.length / 3), limit - sum - 1);
    if (Math.abs(word.length - other.length) > bound) return Infinity;
    const distance = word === other ? 0 : editDistance(word, other, bound);
    if (distance > bound) return Infinity;
    sum += distance;
  }
  return sum;
}

/**
 * How many letters to insert, delete, replace or swap, or more than `bound` where that many do not do.
 * @see https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance
 */
function editDistance(from: string, to: string, bound: number): number {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return fillRows(from.slice(same), to.slice(same), bound);
}

/** The last cell of the table of distances between all beginnings of both. */
function fillRows(from: string, to: string, bound: number): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from(
    { length: to.length + 1 },
    (_, column) => column,
  );
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    let least = line;
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[line - 1] === to[column - 1];
      const isSwapped =
        from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      const swapped = isSwapped ? cell(before, column - 2) + 1 : Infinity;
      const replaced = cell(row, column - 1) + (isSame ? 0 : 1);
      const distance = Math.min(
        swapped,
        replaced,
        cell(row, column) + 1,
        cell(next, column - 1) + 1,
      );
      least = Math.min(least, distance);
      next.push(distance);
    }
    if (least > bound) return least;
    [before, row] = [row, next];
  }
  return cell(row, to.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
