/**
 * The value below which a share of the numbers lies, between two of them in proportion.
 * @type {(numbers: readonly number[], share: number) => number}
 */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [lower = NaN, upper = lower] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return lower + (upper - lower) * (at - Math.floor(at));
}

/** @type {(numbers: readonly number[]) => number} */
export const median = (numbers) => quantile(numbers, 0.5);

/**
 * The middle of samples, and the quartiles around it.
 * @type {(samples: readonly number[]) => { median: number, low: number, high: number, runs: number }}
 */
export const summarize = (samples) => ({
  median: roundTo(median(samples)),
  low: roundTo(quantile(samples, 0.25)),
  high: roundTo(quantile(samples, 0.75)),
  runs: samples.length,
});

/** @type {(value: number) => number} */
export const roundTo = (value) => Number(value.toPrecision(4));

/**
 * The middle of the ratios of samples that were taken beside each other: what else the machine does falls out.
 * @type {(samples: readonly number[], others: readonly number[]) => number}
 */
export function pairedRatio(samples, others) {
  const count = Math.min(samples.length, others.length);
  return median(
    Array.from({ length: count }, (_, round) => (samples[round] ?? NaN) / (others[round] ?? NaN)),
  );
}
