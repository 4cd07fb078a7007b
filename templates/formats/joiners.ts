import { spellClasses, type CharacterClasses } from "./character-classes.js";

/**
 * Whether each zero width joiner and non-joiner in a label has an effect on how the label looks: behind a virama, or, for
 * the non-joiner, between two letters that would join without it.
 * @see https://www.rfc-editor.org/rfc/rfc5892#appendix-A.1
 */
export function hasJoinersInContext(label: string): boolean {
  if (!/\p{Join_Control}/u.test(label)) return true;
  const types = spellClasses(label, joiningTypes, "U");
  return Array.from(label).every((character, index, characters) => {
    if (!/\p{Join_Control}/u.test(character) || isVirama(characters[index - 1]))
      return true;
    const joinsOtherwise =
      /[LD]T*$/.test(types.slice(0, index)) &&
      /^T*[RD]/.test(types.slice(index + 1));
    return character === "\u200C" && joinsOtherwise;
  });
}

/**
 * Normalisation sorts neighbouring marks by their combining class, and that of viramas is 9: they alone come to stand
 * between U+3099 (8) and U+05B0 (10).
 */
function isVirama(character: string | undefined): boolean {
  if (
    character === undefined ||
    character === "\u3099" ||
    character === "\u05B0"
  )
    return false;
  return (
    `\u05B0${character}\u3099`.normalize("NFD") === `\u3099${character}\u05B0`
  );
}

// Joining_Type: the letters of cursive scripts join on both sides (D), but for those that join to none (U), only to the
// letter behind them (L) or only to the one before (R). Marks are transparent (T). The first row that has a letter counts.
const joiningTypes: CharacterClasses = [
  [
    "U",
    /[\p{Join_Control}\u0621\u0674\u06E5\u06E6\u07F4\u07F5\u0861\u0866\u0883-\u0885\u0887\u08AD\u08C9]/u,
  ],
  [
    "U",
    /[\u1880-\u1884\uA873\u{10AC6}\u{10ACB}\u{10ACC}\u{10AE2}\u{10AE3}\u{10EC5}\u{10F45}]/u,
  ],
  ["U", /[\u{10FB1}\u{10FB7}\u{10FC0}]/u],
  ["L", /[\uA872\u{10ACD}\u{10AD7}\u{10D00}]/u],
  // Arabic
  [
    "R",
    /[\u0622-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0673\u0688-\u0699\u06C0\u06C3-\u06CB]/,
  ],
  [
    "R",
    /[\u06CD\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF\u0759-\u075B\u076B\u076C\u0771\u0773\u0774]/,
  ],
  [
    "R",
    /[\u0778\u0779\u0870-\u0882\u088E\u08AA-\u08AC\u08AE\u08B1\u08B2\u08B9\u{10EC2}]/u,
  ],
  // Syriac and Mandaic
  [
    "R",
    /[\u0710\u0715-\u0719\u071E\u0728\u072A\u072C\u072F\u074D\u0867\u0869\u086A]/,
  ],
  ["R", /[\u0840\u0846\u0847\u0849\u0854\u0856-\u0858]/],
  // Manichaean, Psalter Pahlavi, Hanifi Rohingya, Sogdian, Old Uyghur, Chorasmian
  [
    "R",
    /[\u{10AC5}\u{10AC7}\u{10AC9}\u{10ACA}\u{10ACE}-\u{10AD2}\u{10ADD}\u{10AE1}\u{10AE4}]/u,
  ],
  [
    "R",
    /[\u{10B81}\u{10B83}-\u{10B85}\u{10B89}\u{10B8C}\u{10B8E}\u{10B8F}\u{10B91}\u{10D22}]/u,
  ],
  [
    "R",
    /[\u{10F33}\u{10F74}\u{10F75}\u{10FB4}-\u{10FB6}\u{10FB9}\u{10FBA}\u{10FBD}\u{10FC2}\u{10FC3}]/u,
  ],
  ["T", /[\p{Mn}\u{1E94B}]/u],
  [
    "D",
    /(?=\p{L})[\u0600-\u077F\u07C0-\u07FF\u0840-\u08FF\u1820-\u18AA\uA840-\uA871]/u,
  ],
  [
    "D",
    /(?=\p{L})[\u{10AC0}-\u{10AFF}\u{10B80}-\u{10BAF}\u{10D00}-\u{10D3F}\u{10EC0}-\u{10EFF}]/u,
  ],
  ["D", /(?=\p{L})[\u{10F30}-\u{10FDF}\u{1E900}-\u{1E95F}]/u],
];
