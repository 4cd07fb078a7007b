/** The texts `true` and `false` as what they say; anything else as it is. */
export function asBoolean(value: unknown): unknown {
  return value === "true" ? true : value === "false" ? false : value;
}
