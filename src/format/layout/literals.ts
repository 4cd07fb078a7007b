/** A string between the quotes that need fewer escapes: double ones, or single ones where they are preferred. */
export function normalizeString(text: string, prefersSingle: boolean): string {
  const [preferred, other] = prefersSingle ? ["'", '"'] : ['"', "'"];
  if (text.startsWith(preferred) && !text.includes(other) && text.indexOf(preferred, 1) === text.length - 1) {
    return text;
  }
  const body = text.slice(1, -1);
  const quote = count(body, preferred) > count(body, other) ? other : preferred;
  if (text.startsWith(quote)) return text;
  const inner = body.replace(/\\(["'\\])|(["'])/g, (whole: string, escaped?: string, plain?: string) => {
    if (escaped !== undefined) return escaped !== quote && escaped !== "\\" ? escaped : whole;
    return plain === quote ? `\\${quote}` : (plain ?? "");
  });
  return quote + inner + quote;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Lower case, without needless zeros, points and signs. */
export function normalizeNumber(text: string): string {
  if (text.length === 1) return text;
  return text
    .toLowerCase()
    .replace(/^([+-]?[\d.]+e)(?:\+|(-))?0*(?=\d)/, "$1$2")
    .replace(/^([+-]?[\d.]+)e[+-]?0+$/, "$1")
    .replace(/^\./, "0.")
    .replace(/(\.\d+?)0+(?=e|$)/, "$1")
    .replace(/\.(?=e|$)/, "");
}
