import { hasJoinersInContext } from "./joiners.js";
import { decodePunycode, encodePunycode } from "./punycode.js";

/** A label of a host name as the DNS holds it and as people read it. Without a character beyond ASCII both are one. */
export interface IdnLabel {
  readonly ascii: string;
  readonly unicode: string;
}

/**
 * Both forms of `label`, whichever it is written in; undefined where it is no valid label. Made for texts no longer than a
 * host name: the time it takes grows with the square of the length.
 * @see https://www.rfc-editor.org/rfc/rfc5890#section-2.3.2.1
 */
export function readIdnLabel(label: string): IdnLabel | undefined {
  if (/\P{ASCII}/u.test(label)) return readUnicodeLabel(label);
  if (/^xn--/i.test(label)) return readPunycodeLabel(label.toLowerCase());
  const isPlain = /^[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?$/.test(label);
  return isPlain && label.length <= longestLabel
    ? { ascii: label, unicode: label }
    : undefined;
}

const longestLabel = 63;

function readUnicodeLabel(unicode: string): IdnLabel | undefined {
  if (!isUnicodeLabel(unicode)) return undefined;
  const ascii = `xn--${encodePunycode(unicode)}`;
  return ascii.length <= longestLabel ? { ascii, unicode } : undefined;
}

function readPunycodeLabel(ascii: string): IdnLabel | undefined {
  if (ascii.length > longestLabel) return undefined;
  const unicode = decodePunycode(ascii.slice(4));
  const label = unicode === undefined ? undefined : readUnicodeLabel(unicode);
  // Several texts may decode to the same label; only the one that encoding makes is valid.
  return label?.ascii === ascii ? label : undefined;
}

/** @see https://www.rfc-editor.org/rfc/rfc5891#section-4.2 */
function isUnicodeLabel(label: string): boolean {
  return (
    label === label.normalize("NFC") &&
    /\P{ASCII}/u.test(label) &&
    !/^-|-$|^..--|^\p{M}/u.test(label) &&
    Array.from(label).every(isPermittedCharacter) &&
    !contextViolations.some((violation) => violation.test(label)) &&
    hasJoinersInContext(label)
  );
}

/** @see https://www.rfc-editor.org/rfc/rfc5892#section-3 */
function isPermittedCharacter(character: string): boolean {
  if (permittedExceptions.test(character)) return true;
  return (
    /[\p{L}\p{Mn}\p{Mc}\p{Nd}-]/u.test(character) &&
    !excludedCharacters.some((set) => set.test(character))
  );
}

const permittedExceptions =
  /[\p{Join_Control}\xB7\xDF\u0375\u03C2\u05F3\u05F4\u06FD\u06FE\u0F0B\u3007\u30FB]/u;

const excludedCharacters: readonly RegExp[] = [
  // Capitals and other characters that stand for simpler ones.
  /\p{Changes_When_NFKC_Casefolded}/u,
  // Marks for symbols and for music.
  /[\u20D0-\u20FF\u{1D100}-\u{1D24F}]/u,
  // Parts of which Hangul syllables are made.
  /[\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]/,
  // Fillers, tone marks and repetition marks.
  /[\u302E\u302F\u0640\u07FA\u3031-\u3035\u303B]/,
];

// Characters that are permitted only beside certain others. https://www.rfc-editor.org/rfc/rfc5892#appendix-A
const contextViolations: readonly RegExp[] = [
  // A middle dot that does not stand between two `l`.
  /(?:^|[^l])\xB7|\xB7(?!l)/,
  // A Greek keraia without a Greek letter behind it.
  /\u0375(?!\p{Script=Greek})/u,
  // A Hebrew geresh or gershayim without a Hebrew letter before it.
  /(?:^|[^\p{Script=Hebrew}])[\u05F3\u05F4]/u,
  // A Katakana middle dot in a label that has nothing Japanese.
  /^(?=.*\u30FB)(?!.*[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])/u,
  // Arabic-Indic digits of both kinds.
  /[\u0660-\u0669].*[\u06F0-\u06F9]|[\u06F0-\u06F9].*[\u0660-\u0669]/,
];
