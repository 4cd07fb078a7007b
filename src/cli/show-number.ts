/** `1 note`, `2 notes`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The time since `startedAt`, of `performance.now()`: `85 ms`, `1.2 s`. */
export function showDuration(startedAt: number): string {
  const milliseconds = performance.now() - startedAt;
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
