/**
 * Whether a number is a signed integer of 64 bits, as exactly as a number tells.
 * @see https://spec.openapis.org/registry/format/int64
 */
export function isInt64Format(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
}
