/** Longer texts are no names that people misspell, and would take long to compare. */
const longestName = 256;

/**
 * The names among `known` that `name` is a likely misspelling of, nearest first, at most `most`: those within a third of its
 * length in single-character edits, letter case aside. A name equal to `name` is left out.
 */
export function nearest(name: string, known: Iterable<string>, most = 3): string[] {
  if (name.length > longestName) return [];
  const limit = Math.round(name.length / 3);
  const wanted = name.toLowerCase();
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(known)) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance <= limit) near.push({ candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  return near.slice(0, most).map(({ candidate }) => candidate);
}

/**
 * Insertions, deletions and substitutions that lead from `a` to `b`, or some number over `limit` where more are needed. Cells
 * further than `limit` from the diagonal cannot be part of a shorter way, and are not computed.
 * @see https://en.wikipedia.org/wiki/Levenshtein_distance
 */
function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  let previous = new Uint16Array(b.length + 1).map((_, column) => Math.min(column, beyond));
  let current = new Uint16Array(b.length + 1);
  for (let row = 1; row <= a.length; row++) {
    let least = Math.min(row, beyond);
    current.fill(beyond);
    current[0] = least;
    for (let column = Math.max(1, row - limit); column <= Math.min(b.length, row + limit); column++) {
      const substitution = (previous[column - 1] ?? beyond) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const edits = 1 + Math.min(previous[column] ?? beyond, current[column - 1] ?? beyond);
      current[column] = Math.min(substitution, edits);
      least = Math.min(least, substitution, edits);
    }
    // No later row can be smaller than the smallest of this one.
    if (least > limit) return beyond;
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? beyond;
}
