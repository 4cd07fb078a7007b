const batchSize = 32;

/**
 * Does `work` on every item and returns the results in order, 32 at a time: a process may have only so many files
 * open. A failure is thrown when its batch has ended, so that nothing still runs behind the caller's back.
 */
export async function mapInBatches<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize).map((item, index) => work(item, start + index));
    for (const settled of await Promise.allSettled(batch)) {
      if (settled.status === "rejected") throw settled.reason;
      results.push(settled.value);
    }
  }
  return results;
}
