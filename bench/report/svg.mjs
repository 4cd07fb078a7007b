// What all plots share: text, colours for light and dark pages, and logarithmic axes.

const palette = [
  "#d55e00",
  "#e69f00",
  "#0072b2",
  "#56b4e9",
  "#009e73",
  "#cc79a7",
  "#8a6fdf",
  "#7f7f7f",
  "#b8a200",
];

/** @type {(index: number) => string} */
export const colorOf = (index) => palette[index % palette.length] ?? "#7f7f7f";

/** @type {(text: string) => string} */
export const escapeText = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** @type {(value: number) => string} */
export const round = (value) => String(Math.round(value * 10) / 10);

/**
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {string} [attributes]
 */
export const printText = (x, y, text, attributes = "") =>
  `<text x="${round(x)}" y="${round(y)}"${attributes === "" ? "" : ` ${attributes}`}>${escapeText(text)}</text>`;

/** @type {(text: string) => number} */
export const widthOf = (text) => text.length * 6.6;

/** @type {(x1: number, y1: number, x2: number, y2: number, attributes?: string) => string} */
export const printLine = (x1, y1, x2, y2, attributes = 'class="grid"') =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ${attributes}/>`;

/**
 * @param {{ title: string, width: number, height: number }} size
 * @param {readonly string[]} parts
 */
export function printSvg({ title, width, height }, parts) {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img">
<title>${escapeText(title)}</title>
<style>
  .page { fill: #ffffff; }
  text { fill: #1f2328; font: 12px system-ui, sans-serif; }
  .title { font-size: 15px; font-weight: 600; }
  .grid { stroke: #d1d9e0; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; }
    text { fill: #e6edf3; }
    .grid { stroke: #30363d; }
  }
</style>
<rect class="page" width="${w}" height="${h}"/>
${parts.join("\n")}
</svg>
`;
}

/**
 * @typedef {object} Scale
 * @property {(value: number) => number} place Where a value stands, in pixels from the start.
 * @property {readonly number[]} ticks
 */

/**
 * Logarithmic where the values span more than a decade, else from zero.
 * @param {readonly number[]} values
 * @param {number} length In pixels.
 * @returns {Scale}
 */
export function scaleValues(values, length) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least > 0 && most / least > 10 ? scaleByDecades(least, most, length) : scaleEvenly(most, length);
}

/** @type {(least: number, most: number, length: number) => Scale} */
function scaleByDecades(least, most, length) {
  const first = Math.floor(Math.log10(least));
  const last = Math.ceil(Math.log10(most * 1.001));
  const place = (/** @type {number} */ value) => ((Math.log10(value) - first) / (last - first)) * length;
  return { place, ticks: Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index)) };
}

/** @type {(most: number, length: number) => Scale} */
function scaleEvenly(most, length) {
  const rough = (most || 1) / 4;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * decade >= rough) ?? 10) * decade;
  const count = Math.max(1, Math.ceil(most / step));
  const place = (/** @type {number} */ value) => (value / (step * count)) * length;
  return { place, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** @type {(value: number) => string} */
export const showTick = (value) => {
  if (value >= 1e6) return `${value / 1e6} M`;
  return value >= 1000 ? `${value / 1000} k` : String(Number(value.toPrecision(3)));
};

/**
 * Names with their colours, in as many lines as they need.
 * @param {readonly string[]} names
 * @param {number} left
 * @param {number} top
 * @param {number} width
 */
export function printLegend(names, left, top, width) {
  let [x, y] = [left, top];
  const parts = names.flatMap((name, index) => {
    const needed = widthOf(name) + 28;
    if (x + needed > left + width && x > left) [x, y] = [left, y + 18];
    const dot = `<circle cx="${round(x + 5)}" cy="${y - 4}" r="5" fill="${colorOf(index)}"/>`;
    const text = printText(x + 14, y, name);
    x += needed;
    return [dot, text];
  });
  return { parts, bottom: y + 8 };
}
