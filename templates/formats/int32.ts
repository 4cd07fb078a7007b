/**
 * Whether a number is a signed integer of 32 bits.
 * @see https://spec.openapis.org/registry/format/int32
 */
export function isInt32Format(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
}
