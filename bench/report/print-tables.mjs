import { findRow, listCases, listContestants, showNumber } from "./read-results.mjs";

/** @typedef {import("./read-results.mjs").Row} Row */

/** @type {(header: readonly string[], lines: readonly (readonly string[])[]) => string} */
export const printTable = (header, lines) =>
  [header, header.map((_, index) => (index === 0 ? "---" : "--:")), ...lines]
    .map((line) => `| ${line.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`)
    .join("\n");

/** Remarks, each once, with the number that refers to it. */
class Remarks {
  /** @type {string[]} */
  #texts = [];

  /** @param {string} text */
  refer(text) {
    if (!this.#texts.includes(text)) this.#texts.push(text);
    return `<sup>${this.#texts.indexOf(text) + 1}</sup>`;
  }

  print() {
    return this.#texts.map((text, index) => `${index + 1}. ${escape(text)}`).join("\n");
  }
}

/** No mark-up of what tools say, and no path of the machine that they ran on. */
const escape = (/** @type {string} */ text) =>
  `\`${text.replaceAll("`", "'").replaceAll(/(?<![\w:#/.~^$])(?:\/[\w.-]+){2,}\/([\w.-]+)/g, "$1")}\``;

/**
 * A line per case, a column per contestant: the median with its quartiles, and remarks below.
 * @param {readonly Row[]} rows
 * @param {(row: Row) => string} [show]
 */
export function printMatrix(rows, show = showSpread) {
  const contestants = listContestants(rows);
  const remarks = new Remarks();
  const lines = listCases(rows).map((name) => {
    const cells = contestants.map((contestant) => {
      const row = findRow(rows, name, contestant);
      if (!row) return "";
      if (row.failure !== undefined) return `–${remarks.refer(row.failure)}`;
      return show(row) + (row.remark === undefined ? "" : remarks.refer(row.remark));
    });
    return [name, ...cells];
  });
  const table = printTable(["", ...contestants], lines);
  return [table, remarks.print()].filter((part) => part !== "").join("\n\n");
}

/** @type {(row: Row) => string} */
export function showSpread({ median = NaN, low = median, high = median }) {
  if (low === high) return showNumber(median);
  return `${showNumber(median)} (${showNumber(low)}–${showNumber(high)})`;
}

/** @type {(label: string) => (row: Row) => string} */
export const showMore = (label) => (row) => {
  const value = row.more?.[label];
  return typeof value === "number" ? showNumber(value) : (value ?? "");
};

/** @type {(environment: import("./read-results.mjs").Environment) => string} */
export const printEnvironment = ({ processor, cores, memory, system, node, versions }) =>
  [
    `${processor}, ${cores} cores, ${memory} GB; ${system}; Node ${node}.`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ") + ".",
  ].join("\n\n");
