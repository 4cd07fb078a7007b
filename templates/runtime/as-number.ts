/** A text that is a number in JSON as that number, unless that would lose digits; anything else as it is. */
export function asNumber(value: unknown): unknown {
  if (
    typeof value !== "string" ||
    !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)
  )
    return value;
  const number = Number(value);
  const isExact = Number.isInteger(number)
    ? Number.isSafeInteger(number)
    : Number.isFinite(number);
  return isExact ? number : value;
}
