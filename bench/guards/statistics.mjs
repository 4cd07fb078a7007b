/** @type {(numbers: readonly number[], share: number) => number} */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.round((sorted.length - 1) * share)] ?? NaN;
}

/** @type {(numbers: readonly number[]) => number} */
export const median = (numbers) => quantile(numbers, 0.5);

/** Three digits that count. @type {(number: number) => number} */
export const round = (number) => Number(number.toPrecision(3));
