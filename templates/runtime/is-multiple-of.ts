/** Whether a number is a multiple of `divisor` as both are written in decimal: 19.99 is one of 0.01. */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor))
    return value % divisor === 0;
  // Counted in steps of 0.1, 0.01 and so on, most numbers are whole. Up to 15 digits no two decimals share a number, so
  // that one that divides back to `value` is the decimal that was written.
  for (let steps = 10; steps <= 1e6; steps *= 10) {
    const dividend = Math.round(value * steps);
    const wholeDivisor = Math.round(divisor * steps);
    const isExact = Math.max(Math.abs(dividend), Math.abs(wholeDivisor)) < 1e15;
    if (
      isExact &&
      dividend / steps === value &&
      wholeDivisor / steps === divisor
    ) {
      return dividend % wholeDivisor === 0;
    }
  }
  return (
    Number.isFinite(value) &&
    isDecimalMultiple(toDecimal(value), toDecimal(divisor))
  );
}

/** `digits` times ten to the power of `exponent`: 19.99 is 1999 and -2. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

function toDecimal(value: number): Decimal {
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return {
    digits: whole + fraction,
    exponent: Number(exponent) - fraction.length,
  };
}

function isDecimalMultiple(value: Decimal, divisor: Decimal): boolean {
  const exponent = Math.min(value.exponent, divisor.exponent);
  return scaleTo(exponent, value) % scaleTo(exponent, divisor) === 0n;
}

function scaleTo(exponent: number, decimal: Decimal): bigint {
  return BigInt(decimal.digits + "0".repeat(decimal.exponent - exponent));
}
