import { isOurs, listContestants } from "./read-results.mjs";
import {
  colorOf,
  printLegend,
  printLine,
  printSvg,
  printText,
  round,
  scaleValues,
  showTick,
} from "./svg.mjs";

/** @typedef {import("./read-results.mjs").Row} Row */

/**
 * @typedef {object} Point
 * @property {string} shape
 * @property {number} size
 * @property {string} contestant
 * @property {number} value
 */

const panel = { width: 360, height: 240, left: 56, top: 34 };

/**
 * A panel per shape, in which each contestant is a line from one size to the next, as far as it gets.
 * @param {string} title
 * @param {string} unit
 * @param {readonly Row[]} rows
 */
export function plotGrowth(title, unit, rows) {
  const points = rows.flatMap(readPoint);
  const contestants = listContestants(rows);
  const shapes = [...new Set(points.map(({ shape }) => shape))];
  const width = 2 * (panel.width + panel.left + 20);
  const legend = printLegend(contestants, 12, 50, width - 24);
  const xs = scaleValues(
    points.map(({ size }) => size),
    panel.width,
  );
  const ys = scaleValues(
    points.map(({ value }) => value),
    panel.height,
  );
  const panels = shapes.flatMap((shape, index) => {
    const x = panel.left + (index % 2) * (panel.width + panel.left + 20);
    const y = legend.bottom + panel.top + Math.floor(index / 2) * (panel.height + panel.top + 40);
    const own = points.filter((point) => point.shape === shape);
    const place = (/** @type {Point} */ { size, value }) =>
      /** @type {const} */ ([x + xs.place(size), y + panel.height - ys.place(value)]);
    const lines = contestants.flatMap((contestant, at) =>
      printPath(
        own.filter((point) => point.contestant === contestant).map(place),
        colorOf(at),
        isOurs(contestant),
      ),
    );
    return [printText(x, y - 10, shape), ...printGrid(x, y, unit, xs, ys), ...lines];
  });
  const height = legend.bottom + Math.ceil(shapes.length / 2) * (panel.height + panel.top + 40) + 10;
  const head = printText(12, 24, title, 'class="title"');
  return printSvg({ title, width, height }, [head, ...legend.parts, ...panels]);
}

/** @type {(row: Row) => readonly Point[]} */
export function readPoint({ case: name, contestant, median }) {
  const [, shape = "", size = ""] = /^(.*), ([\d,]+)$/.exec(name) ?? [];
  return median === undefined
    ? []
    : [{ shape, size: Number(size.replaceAll(",", "")), contestant, value: median }];
}

/** @type {(x: number, y: number, unit: string, xs: import("./svg.mjs").Scale, ys: import("./svg.mjs").Scale) => readonly string[]} */
function printGrid(x, y, unit, xs, ys) {
  const bottom = y + panel.height;
  const columns = xs.ticks.flatMap((tick) => {
    const at = x + xs.place(tick);
    return [printLine(at, y, at, bottom), printText(at, bottom + 16, showTick(tick), 'text-anchor="middle"')];
  });
  const rows = ys.ticks.flatMap((tick) => {
    const at = bottom - ys.place(tick);
    const label = printText(x - 6, at + 4, `${showTick(tick)} ${unit}`, 'text-anchor="end"');
    return [printLine(x, at, x + panel.width, at), label];
  });
  return [...columns, ...rows];
}

/** @type {(places: readonly (readonly [number, number])[], color: string, isThick: boolean) => readonly string[]} */
function printPath(places, color, isThick) {
  if (places.length === 0) return [];
  const coordinates = places.map(([x, y]) => `${round(x)},${round(y)}`);
  const dots = places.map(([x, y]) => `<circle cx="${round(x)}" cy="${round(y)}" r="3.5" fill="${color}"/>`);
  const style = `fill="none" stroke="${color}" stroke-width="${isThick ? 3 : 1.5}"`;
  return [`<polyline points="${coordinates.join(" ")}" ${style}/>`, ...dots];
}
