/** Throws where `condition` does not hold: a bug of ours, never the user's doing. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Bug in Schemist: ${message}`);
}
