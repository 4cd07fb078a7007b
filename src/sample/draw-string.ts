import type { CanonicalSchema } from "../schema/schema-graph.js";
import { drawMatch } from "./draw-match.js";
import type { Part } from "./drawing.js";
import { drawFormat } from "./draw-format.js";
import type { Random } from "./random.js";

const words = [
  "amber",
  "birch",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "grove",
  "heron",
  "iris",
  "juniper",
  "kelp",
  "lotus",
];

/** As long a text is made where a shorter one would do. */
const wantedLength = 24;

/** A text of the wanted length, that matches a pattern or has a format where it must. */
export function drawString(schemas: readonly CanonicalSchema[], _part: Part, random: Random): string {
  const least = Math.max(0, ...schemas.flatMap(({ minLength }) => minLength ?? []));
  const most = Math.min(Infinity, ...schemas.flatMap(({ maxLength }) => maxLength ?? []));
  const patterns = schemas.flatMap(({ pattern }) => pattern ?? []);
  const formats = schemas.flatMap(({ format }) => format?.name ?? []);
  const format = random.pick(formats);
  const pattern = random.pick(patterns);
  // Where both are there, a text of the format may match the pattern, and the other way round.
  if (format !== undefined && (pattern === undefined || random.chance(50))) {
    const text = drawFormat(format, random);
    if (text !== undefined) return text;
  }
  if (pattern !== undefined) {
    const match = drawMatch(pattern, { least, most }, random);
    if (match !== undefined) return match;
  }
  return drawText(least, most, random);
}

function drawText(least: number, most: number, random: Random): string {
  const wanted = random.chance(20)
    ? least
    : random.between(Math.min(least + 3, most), Math.min(most, least + wantedLength));
  let text = random.pick(words) ?? "";
  while (text.length < wanted) text += ` ${random.pick(words) ?? "a"}`;
  const end = Math.max(least, Math.min(most, wanted === least ? least : text.length));
  return text.slice(0, end).replace(/ $/, "s");
}
