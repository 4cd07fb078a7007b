/**
 * Text from a schema in PascalCase: letters and digits of any script stay, everything else parts words, and capitals within a word
 * stay (`call_ID` → `CallID`). A `$` stays where nothing else would. Empty where nothing stays; it may start with a digit.
 */
export function toPascalCase(text: string): string {
  // What continues an identifier, but for `_` and its like.
  const words = text.normalize("NFC").match(/(?:(?!\p{Pc})\p{ID_Continue})+/gu) ?? text.match(/\$+/) ?? [];
  return words.map((word) => word.replace(/^./u, (first) => first.toUpperCase())).join("");
}

/** A PascalCase name as camelCase: leading capitals fall together, up to the next word (`URLPath` → `urlPath`). */
export function toCamelCase(pascal: string): string {
  return pascal.replace(/^(\p{Lu}+)(?=\p{Lu}\p{Ll})|^\p{Lu}+/u, (capitals) => capitals.toLowerCase());
}

/** The name with `_` before it where it could not start an identifier. */
export function asIdentifier(name: string): string {
  return isIdentifierName(name) ? name : `_${name}`;
}

/** Whether the text can stand without quotes as a property name. */
export function isIdentifierName(text: string): boolean {
  // Nearly all are of these, and the classes of Unicode take longer.
  if (/^[$_a-zA-Z][$\w]*$/.test(text)) return true;
  return /^[$_\p{ID_Start}][$\u200c\u200d\p{ID_Continue}]*$/u.test(text);
}

/** Every character spelled, those of identifiers as they are and others by code point: distinct texts stay distinct. */
export function spellOut(text: string): string {
  return Array.from(text)
    .map((character) =>
      /[\p{L}\p{Nd}]/u.test(character) ? character : `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
    )
    .join("");
}

/** The English plural of a name that ends in a noun. */
export function toPlural(name: string): string {
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}
