/** The JSON type of a value: `array`, `null`, `number`…; for what JSON does not have, JavaScript's name. */
export function jsonTypeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" && !Number.isFinite(value)
    ? String(value)
    : typeof value;
}
