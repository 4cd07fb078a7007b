/** Letters that name classes of characters, with the characters of each. The first class that has a character counts. */
export type CharacterClasses = readonly (readonly [
  letter: string,
  members: RegExp,
])[];

/** `text` with each character replaced by the letter of its class, so that rules about classes become patterns. */
export function spellClasses(
  text: string,
  classes: CharacterClasses,
  otherwise: string,
): string {
  const letterOf = (character: string): string =>
    classes.find(([, members]) => members.test(character))?.[0] ?? otherwise;
  return Array.from(text, letterOf).join("");
}
