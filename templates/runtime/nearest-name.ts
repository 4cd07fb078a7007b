/** The candidate that a name was probably meant to be: at most a third of its letters differ, and none differs less. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  // Comparing costs the product of both lengths, and no tag is that long.
  if (name.length > longestName) return undefined;
  let nearest: string | undefined;
  let bound = Math.floor(name.length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bound) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance >= bound) continue;
    nearest = candidate;
    bound = distance;
  }
  return nearest;
}

const longestName = 64;

/** How many letters to insert, delete or replace; see https://en.wikipedia.org/wiki/Levenshtein_distance */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const replaced = cell(row, column - 1) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, cell(row, column) + 1, cell(next, column - 1) + 1));
    }
    row = next;
  }
  return cell(row, to.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
