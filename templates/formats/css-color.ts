/**
 * Whether `text` is a color of CSS 2.1: a name, `#rgb`, `#rrggbb`, or `rgb(…)` of three numbers or three percentages.
 * @see https://www.w3.org/TR/CSS21/syndata.html#color-units
 */
export function isCssColorFormat(text: string): boolean {
  return (
    colorNames.test(text) ||
    /^#(?:[\da-f]{3}){1,2}$/i.test(text) ||
    colorFunction.test(text)
  );
}

const colorNames =
  /^(?:aqua|black|blue|fuchsia|gray|green|lime|maroon|navy|olive|orange|purple|red|silver|teal|white|yellow)$/i;

const colorFunction =
  /^rgb\(\s*(?:[+-]?\d+\s*,\s*[+-]?\d+\s*,\s*[+-]?\d+|[+-]?(?:\d+|\d*\.\d+)%\s*,\s*[+-]?(?:\d+|\d*\.\d+)%\s*,\s*[+-]?(?:\d+|\d*\.\d+)%)\s*\)$/i;
