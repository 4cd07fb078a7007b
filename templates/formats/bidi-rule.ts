import { spellClasses, type CharacterClasses } from "./character-classes.js";

/**
 * Whether the labels of a host name keep their order on the screen: where one is written from right to left, none may
 * mix directions. The labels hold nothing but what international host names permit.
 * @see https://www.rfc-editor.org/rfc/rfc5893#section-2
 */
export function followsBidiRule(labels: readonly string[]): boolean {
  const spelled = labels.map((label) => spellClasses(label, bidiClasses, "L"));
  if (!spelled.some((label) => /[RA]/.test(label))) return true;
  return spelled.every(
    (label) => leftToRight.test(label) || rightToLeft.test(label),
  );
}

const leftToRight = /^L(?:[LENM]*[LE])?M*$/;

// Not with both kinds of digits.
const rightToLeft = /^(?!.*A.*E|.*E.*A)R(?:[RAENM]*[RAE])?M*$/;

// European and Arabic digits, marks, letters from right to left, neutral characters; all others are from left to right.
const bidiClasses: CharacterClasses = [
  ["E", /[\d\u06F0-\u06F9]/],
  ["A", /[\u0660-\u0669\u{10D30}-\u{10D39}]/u],
  ["M", /(?![\u0CBF\u0CC6\u{11A07}\u{11A08}\u{11C3F}])\p{Mn}/u],
  ["R", /[\u0590-\u08FF\uFE73\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u],
  [
    "N",
    /[\xB7\u02B9\u02BA\u02C6-\u02CF\u02EC\u0375\p{Join_Control}\u2E2F\u30FB\uA67F\uA717-\uA71F\uA788-]/u,
  ],
];
