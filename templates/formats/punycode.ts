/**
 * The text that `punycode` stands for; undefined where it stands for none. Meant for labels of host names, which are
 * short: the time it takes grows with the square of the length.
 * @see https://www.rfc-editor.org/rfc/rfc3492#section-6.2
 */
export function decodePunycode(punycode: string): string | undefined {
  const delimiter = punycode.lastIndexOf("-");
  const characters = Array.from(punycode.slice(0, Math.max(delimiter, 0)));
  let position = delimiter + 1;
  let codePoint = firstCodePoint;
  let index = 0;
  let bias = firstBias;
  while (position < punycode.length) {
    const digits = readDelta(punycode.slice(position), bias);
    if (digits === undefined) return undefined;
    const count = characters.length + 1;
    position += digits.length;
    bias = adaptBias(digits.delta, count, index === 0);
    codePoint += Math.floor((index + digits.delta) / count);
    if (codePoint > 0x10ffff) return undefined;
    index = (index + digits.delta) % count;
    characters.splice(index, 0, String.fromCodePoint(codePoint));
    index += 1;
  }
  return characters.join("");
}

/**
 * `text` in Punycode. As for decoding, the time grows with the square of the length.
 * @see https://www.rfc-editor.org/rfc/rfc3492#section-6.3
 */
export function encodePunycode(text: string): string {
  const codePoints = Array.from(
    text,
    (character) => character.codePointAt(0) ?? 0,
  );
  const ascii = text.replace(/\P{ASCII}/gu, "");
  let punycode = ascii === "" ? "" : `${ascii}-`;
  let handled = ascii.length;
  let codePoint = firstCodePoint;
  let delta = 0;
  let bias = firstBias;
  while (handled < codePoints.length) {
    const next = nextCodePoint(codePoints, codePoint);
    delta += (next - codePoint) * (handled + 1);
    for (const each of codePoints) {
      if (each < next) delta += 1;
      if (each !== next) continue;
      punycode += writeDelta(delta, bias);
      bias = adaptBias(delta, handled + 1, handled === ascii.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    codePoint = next + 1;
  }
  return punycode;
}

const punycodeDigits = "abcdefghijklmnopqrstuvwxyz0123456789";
const firstCodePoint = 128;
const firstBias = 72;

function nextCodePoint(codePoints: readonly number[], least: number): number {
  return Math.min(...codePoints.filter((codePoint) => codePoint >= least));
}

/** The number that `digits` start with, and how many of them it takes; undefined where it does not end. */
function readDelta(
  digits: string,
  bias: number,
): { delta: number; length: number } | undefined {
  let delta = 0;
  let weight = 1;
  for (let length = 1; length <= digits.length; length += 1) {
    const digit = punycodeDigits.indexOf(digits.charAt(length - 1));
    if (digit === -1) return undefined;
    delta += digit * weight;
    const threshold = digitThreshold(length, bias);
    if (digit < threshold) return { delta, length };
    weight *= punycodeDigits.length - threshold;
  }
  return undefined;
}

function writeDelta(delta: number, bias: number): string {
  let digits = "";
  let rest = delta;
  for (let length = 1; ; length += 1) {
    const threshold = digitThreshold(length, bias);
    if (rest < threshold) return digits + punycodeDigits.charAt(rest);
    const range = punycodeDigits.length - threshold;
    digits += punycodeDigits.charAt(threshold + ((rest - threshold) % range));
    rest = Math.floor((rest - threshold) / range);
  }
}

/** A digit below it is the last one of its number. */
function digitThreshold(length: number, bias: number): number {
  return Math.min(Math.max(punycodeDigits.length * length - bias, 1), 26);
}

/** What the next numbers are likely to be like, told by the one before. */
function adaptBias(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let bias = 0;
  while (rest > 455) {
    rest = Math.floor(rest / 35);
    bias += punycodeDigits.length;
  }
  return bias + Math.floor((punycodeDigits.length * rest) / (rest + 38));
}
