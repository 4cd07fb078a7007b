import type { CanonicalSchema } from "../schema/schema-graph.js";
import { type Part, Unmakeable } from "./drawing.js";
import type { Random } from "./random.js";

/** Where nothing bounds a number, it is within so much of where it starts. */
const reach = 100;

/** A number that meets the bounds, and is a multiple of all that it must be one of. */
export function drawNumber(
  schemas: readonly CanonicalSchema[],
  kind: "any" | "integer" | "fraction",
  { pointer }: Part,
  random: Random,
): number {
  const bounds = findBounds(schemas);
  const divisors = schemas.flatMap(({ multipleOf }) => multipleOf ?? []);
  const wanted = kind === "integer" || (kind === "any" && random.chance(50)) ? [1, ...divisors] : divisors;
  const steps = wanted.length > 0 ? [findStep(wanted)] : [0.5, 0.1, 0.01, 0.000_001];
  for (const step of steps) {
    const least = Math.ceil(bounds.least / step - 1e-9);
    const most = Math.floor(bounds.most / step + 1e-9);
    if (least > most) continue;
    const value = pickMultiple(step, least, most, bounds, random);
    if (value !== undefined) return value;
  }
  // An integer was only tried; a fraction may be left.
  if (kind === "any" && divisors.length === 0) return (bounds.least + bounds.most) / 2;
  throw new Unmakeable(pointer, "no number lies within the bounds");
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly above: number;
  readonly below: number;
}

function findBounds(schemas: readonly CanonicalSchema[]): Bounds {
  const above = Math.max(-Infinity, ...schemas.flatMap(({ exclusiveMinimum }) => exclusiveMinimum ?? []));
  const below = Math.min(Infinity, ...schemas.flatMap(({ exclusiveMaximum }) => exclusiveMaximum ?? []));
  const least = Math.max(above, ...schemas.flatMap(({ minimum }) => minimum ?? []));
  const most = Math.min(below, ...schemas.flatMap(({ maximum }) => maximum ?? []));
  const divisors = schemas.flatMap(({ multipleOf }) => multipleOf ?? []);
  const width = Math.max(reach, ...divisors.map((divisor) => divisor * 10));
  const start = Number.isFinite(least) ? least : Number.isFinite(most) ? most - width : 0;
  return { least: start, most: Number.isFinite(most) ? most : start + width, above, below };
}

/** The ends now and then, since they are where programs err. */
function pickMultiple(
  step: number,
  least: number,
  most: number,
  { above, below }: Bounds,
  random: Random,
): number | undefined {
  const ends = random.chance(25) ? [least, most] : [];
  const counts = [
    ...random.shuffle(ends),
    ...Array.from({ length: 8 }, () => random.between(least, most)),
    least,
    most,
  ];
  return counts.map((count) => multiply(count, step)).find((value) => value > above && value < below);
}

/** The product as it is written with as many digits as the step has. */
function multiply(count: number, step: number): number {
  const [, digits = ""] = /\.(\d+)$/.exec(String(step)) ?? [];
  const exponent = /e-(\d+)$/.exec(String(step))?.[1];
  const places = exponent === undefined ? digits.length : Number(exponent);
  return places > 20 || Number.isInteger(step) ? count * step : Number((count * step).toFixed(places));
}

/** The least number that is a multiple of all, where they are multiples of a common part. */
function findStep(divisors: readonly number[]): number {
  const scale = divisors.some((divisor) => !Number.isInteger(divisor)) ? 1_000_000 : 1;
  const whole = divisors.map((divisor) => Math.round(divisor * scale));
  if (whole.some((divisor) => divisor < 1)) return Math.max(...divisors);
  return whole.reduce((left, right) => (left / findDivisor(left, right)) * right) / scale;
}

function findDivisor(left: number, right: number): number {
  let [one, other] = [left, right];
  while (other > 0) [one, other] = [other, one % other];
  return one;
}
