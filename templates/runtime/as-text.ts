/** A number or boolean as text; anything else as it is. */
export function asText(value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : value;
}
