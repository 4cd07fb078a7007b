import { plotDots } from "./plot-dots.mjs";
import { plotGrowth, readPoint } from "./plot-growth.mjs";
import { printMatrix, printTable, showMore } from "./print-tables.mjs";
import { listContestants, showNumber } from "./read-results.mjs";

/** @typedef {import("./read-results.mjs").Results} Results */
/** @typedef {import("./read-results.mjs").Row} Row */

/**
 * @typedef {object} Section What docs/performance.md shows of a question.
 * @property {string} title The plot's.
 * @property {((title: string, unit: string, rows: readonly Row[]) => string) | undefined} plot
 * @property {(results: Results) => string} print Its tables.
 */

/** @type {(heading: string, body: string) => string} */
const titled = (heading, body) => `**${heading}**\n\n${body}`;

/** @type {(title: string) => Section} */
const plain = (title) => ({ title, plot: plotDots, print: ({ rows }) => printMatrix(rows) });

/**
 * By question, in the order of the page.
 * @type {Readonly<Record<string, Section>>}
 */
export const sections = {
  generators: {
    title: "Generating types, the whole process",
    plot: plotDots,
    print: ({ rows }) =>
      [
        titled("Wall time, s", printMatrix(rows)),
        titled("Processor time of its own code, s", printMatrix(rows.filter(isMeasured), showMore("user s"))),
        titled("Peak memory, MB", printMatrix(rows.filter(isMeasured), showMore("memory MB"))),
      ].join("\n\n"),
  },
  output: {
    title: "What is generated",
    plot: undefined,
    print: printOutput,
  },
  growth: {
    title: "Growth, the whole process",
    plot: plotGrowth,
    print: ({ rows }) =>
      [
        titled("Wall time, s", printMatrix(rows)),
        titled("Peak memory, MB", printMatrix(rows.filter(isMeasured), showMore("memory MB"))),
        titled("Time of 10,000 divided by that of 1,000", printRatios(rows)),
      ].join("\n\n"),
  },
  guards: plain("How long a guard takes"),
  size: plain("How large a guard is, minified and gzipped"),
  unchanged: plain("A run with nothing changed"),
  compilers: {
    title: "A consumer's compiler, the whole process",
    plot: plotDots,
    print: ({ rows }) =>
      [
        titled("Wall time, s", printMatrix(rows)),
        titled("Of it the check, s", printMatrix(rows.filter(isMeasured), showMore("check s"))),
        titled(
          "Memory, as the compiler says, MB",
          printMatrix(rows.filter(isMeasured), showMore("memory MB")),
        ),
      ].join("\n\n"),
  },
  editors: plain("What an editor waits for"),
  helpers: plain("What the helpers of a union cost a compiler"),
};

/** @type {(row: Row) => boolean} */
const isMeasured = ({ median }) => median !== undefined;

/** @type {(results: Results) => string} */
function printOutput({ rows }) {
  const made = rows.filter(isMeasured);
  const labels = [...new Set(made.flatMap(({ more = {} }) => Object.keys(more)))];
  const lines = made.map((row) => {
    const told = labels.map((label) => showMore(label)(row));
    return [row.case, row.contestant, showNumber(row.median ?? NaN), ...told];
  });
  return printTable(["", "", "errors", ...labels], lines);
}

/** @type {(rows: readonly Row[]) => string} */
function printRatios(rows) {
  const points = rows.flatMap(readPoint);
  const contestants = listContestants(rows);
  const lines = [...new Set(points.map(({ shape }) => shape))].map((shape) => {
    const ratios = contestants.map((contestant) => {
      const [few, many] = [1000, 10_000].map((size) =>
        points.find(
          (point) => point.shape === shape && point.size === size && point.contestant === contestant,
        ),
      );
      return few && many ? showNumber(many.value / few.value) : "–";
    });
    return [shape, ...ratios];
  });
  return printTable(["", ...contestants], lines);
}
