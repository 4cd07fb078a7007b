/**
 * Whether `text` is a duration in whole units, as in `P1Y2M3DT4H5M6S` or `P2W`. No unit between the first and the
 * last of a date or of a time may be left out, and weeks stand alone.
 * @see https://www.rfc-editor.org/rfc/rfc3339#appendix-A
 */
export function isDurationFormat(text: string): boolean {
  return durationGrammar.test(text);
}

// ABNF knows no case: `p1d` is as good as `P1D`.
const durationGrammar =
  /^P(?=.)(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/i;
