import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * @typedef {import("../measure/context.mjs").Row} Row
 * @typedef {import("../measure/environment.mjs").Environment} Environment
 */

/**
 * @typedef {object} Results What a question brought.
 * @property {string} unit
 * @property {string} note
 * @property {Environment} environment
 * @property {readonly Row[]} rows
 */

/**
 * @param {string} question
 * @returns {Results | undefined} Undefined where it was not asked yet.
 */
export function readResults(question) {
  const file = fileURLToPath(new URL(`../results/${question}.json`, import.meta.url));
  if (!existsSync(file)) return undefined;
  /** @type {Omit<Results, "rows"> & { rows: readonly (Row & { note?: string })[] }} */
  const results = JSON.parse(readFileSync(file, "utf8"));
  // Some say as a note what others say as a failure.
  const rows = results.rows.map(({ note, ...row }) =>
    row.median === undefined && note !== undefined ? { ...row, failure: note } : row,
  );
  return { ...results, rows };
}

/** @type {(rows: readonly Row[]) => readonly string[]} */
export const listCases = (rows) => [...new Set(rows.map((row) => row.case))];

/** @type {(contestant: string) => boolean} */
export const isOurs = (contestant) => contestant.startsWith("schemist");

/** Ours first. @type {(rows: readonly Row[]) => readonly string[]} */
export function listContestants(rows) {
  const names = [...new Set(rows.map(({ contestant }) => contestant))];
  return names.toSorted((a, b) => Number(isOurs(b)) - Number(isOurs(a)));
}

/** @type {(rows: readonly Row[], name: string, contestant: string) => Row | undefined} */
export const findRow = (rows, name, contestant) =>
  rows.find((row) => row.case === name && row.contestant === contestant);

/** Three digits, and no power of ten. */
export const showNumber = (/** @type {number} */ value) => {
  if (Number.isInteger(value) && value < 1e5) return String(value);
  const rounded = Number(value.toPrecision(3));
  return rounded >= 1000 ? rounded.toLocaleString("en") : String(rounded);
};
