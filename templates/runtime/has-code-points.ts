/** Whether a text has at least `minimum` and at most `maximum` characters. JSON Schema counts Unicode code points. */
export function hasCodePoints(
  text: string,
  minimum: number,
  maximum: number = Infinity,
): boolean {
  // A code point takes one or two units of `text.length`, so that most texts are decided without counting.
  if (text.length < minimum || text.length > 2 * maximum) return false;
  if (text.length >= 2 * minimum && text.length <= maximum) return true;
  const count = countCodePoints(text);
  return count >= minimum && count <= maximum;
}

function countCodePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; count++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return count;
}
