import { findRow, isOurs, listCases, listContestants } from "./read-results.mjs";
import {
  colorOf,
  printLegend,
  printLine,
  printSvg,
  printText,
  round,
  scaleValues,
  showTick,
  widthOf,
} from "./svg.mjs";

const lane = 24;
const plotWidth = 560;

/**
 * A lane per case, in it a dot per contestant with a line between its quartiles; what has a remark is hollow.
 * @param {string} title
 * @param {string} unit
 * @param {readonly import("./read-results.mjs").Row[]} rows
 */
export function plotDots(title, unit, rows) {
  const cases = listCases(rows.filter(({ median }) => median !== undefined));
  const contestants = listContestants(rows);
  const values = rows.flatMap(({ median, low, high }) => (median === undefined ? [] : [median, low, high]));
  const scale = scaleValues(
    values.filter((value) => value !== undefined),
    plotWidth,
  );
  const left = Math.max(...cases.map(widthOf)) + 24;
  const width = left + plotWidth + 30;
  const legend = printLegend(contestants, 12, 50, width - 24);
  const top = legend.bottom + 12;
  const bottom = top + cases.length * lane;
  const grid = scale.ticks.flatMap((tick) => {
    const x = left + scale.place(tick);
    const label = `${showTick(tick)} ${unit}`;
    return [printLine(x, top, x, bottom), printText(x, bottom + 16, label, 'text-anchor="middle"')];
  });
  const lanes = cases.flatMap((name, index) => {
    const y = top + (index + 0.5) * lane;
    // Ours comes first in what is measured, and is drawn last.
    const dots = contestants.map((contestant, at) => {
      const row = findRow(rows, name, contestant);
      if (row?.median === undefined) return "";
      return printDot(row, (value) => left + scale.place(value), y, colorOf(at), isOurs(contestant));
    });
    const label = printText(left - 12, y + 4, name, 'text-anchor="end"');
    return [label, printLine(left, y, left + plotWidth, y), ...dots.toReversed()];
  });
  const head = printText(12, 24, title, 'class="title"');
  const parts = [head, ...legend.parts, ...grid, ...lanes].filter((part) => part !== "");
  return printSvg({ title, width, height: bottom + 30 }, parts);
}

/** @type {(row: import("./read-results.mjs").Row, place: (value: number) => number, y: number, color: string, isLarge: boolean) => string} */
function printDot({ median = NaN, low = median, high = median, remark }, place, y, color, isLarge) {
  const spread =
    high > low ? printLine(place(low), y, place(high), y, `stroke="${color}" stroke-width="2.5"`) : "";
  const fill = remark === undefined ? `fill="${color}"` : `fill="none" stroke="${color}" stroke-width="1.5"`;
  return `${spread}<circle cx="${round(place(median))}" cy="${round(y)}" r="${isLarge ? 6 : 4.5}" ${fill}/>`;
}
