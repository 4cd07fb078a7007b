/**
 * Throws where `condition` does not hold: a bug of ours, never the user's doing. What the message ends in is given apart, so that
 * nothing is joined where it does.
 */
export function invariant(condition: unknown, message: string, subject = ""): asserts condition {
  if (!condition) throw new Error(`Bug in Schemist: ${message}${subject === "" ? "" : ` ${subject}`}`);
}
