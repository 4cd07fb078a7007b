import * as fc from "fast-check";
import { expect, it } from "vitest";
import { isMultipleOf } from "../../templates/runtime/is-multiple-of.js";

/** The fraction that a number's shortest decimal text stands for. */
function toFraction(value: number): { numerator: bigint; denominator: bigint } {
  const [, sign, whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const power = Number(exponent) - fraction.length;
  return power < 0
    ? { numerator: digits, denominator: 10n ** BigInt(-power) }
    : { numerator: digits * 10n ** BigInt(power), denominator: 1n };
}

function isMultipleOfFraction(value: number, divisor: number): boolean {
  const [left, right] = [toFraction(value), toFraction(divisor)];
  return (left.numerator * right.denominator) % (left.denominator * right.numerator) === 0n;
}

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const divisors = fc
  .oneof(
    finite,
    fc.integer(),
    fc.constantFrom(0.01, 0.0001, 0.5, 2.5, 1e-7, 1e-300, 1e21, 7, 10, 5e-324, Number.MAX_VALUE),
  )
  .filter((divisor) => divisor !== 0);
const prices = fc.tuple(fc.integer(), fc.nat({ max: 8 })).map(([digits, places]) => digits / 10 ** places);

/** The number next to a short decimal, with 16 or 17 digits. */
const neighbours = prices.map((price) => price * (1 + Number.EPSILON));

it("agrees with exact fractions", () => {
  fc.assert(
    fc.property(fc.oneof(finite, fc.integer(), prices, neighbours), divisors, (value, divisor) => {
      expect(isMultipleOf(value, divisor)).toBe(isMultipleOfFraction(value, divisor));
    }),
    { numRuns: 3_000 },
  );
});

it("accepts decimals that were made as multiples", () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat({ max: 15 }), (factor, places) => {
      expect(isMultipleOf(Number(`${factor}e-${places}`), Number(`1e-${places}`))).toBe(true);
    }),
  );
});

it.each<[number, number, boolean]>([
  [6, 3, true],
  [7, 3, false],
  [0, 3, true],
  [-0, 0.1, true],
  [-6, 3, true],
  [6, -3, true],
  [0.0075, 0.0001, true],
  [0.00751, 0.0001, false],
  [19.99, 0.01, true],
  [19.999, 0.01, false],
  [4.35, 0.01, true],
  [0.3, 0.1, true],
  [1.5, 1, false],
  [1e308, 0.123456789, false],
  [1e308, 0.5, true],
  [1e308, 1e-300, true],
  [12391239123, 1e-8, true],
  [1e-7, 1e-7, true],
  [3e-7, 1e-7, true],
  [1e-8, 1e-7, false],
  [5e-324, 5e-324, true],
  [1e23, 10, true],
  [1e23, 7, false],
  [2 ** 53, 2, true],
  [1700000000000000, 1000, true],
  [1700000000000001, 1000, false],
  [999999999999999, 0.1, true],
  [99999999999.9999, 0.0001, true],
  [90071992547409.95, 0.03, false],
  [90071992547409.95, 0.07, true],
  [0.1 + 0.2, 0.1, false],
  [NaN, 1, false],
  [Infinity, 1, false],
  [-Infinity, 0.1, false],
])("%d of %d: %s", (value, divisor, expected) => {
  expect(isMultipleOf(value, divisor)).toBe(expected);
});
