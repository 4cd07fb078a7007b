/** The text `null` as null; anything else as it is. */
export function asNull(value: unknown): unknown {
  return value === "null" ? null : value;
}
