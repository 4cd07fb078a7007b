import { pairedRatio } from "../measure/statistics.mjs";
import { readPoint } from "./plot-growth.mjs";
import { printTable } from "./print-tables.mjs";
import { findRow, isOurs, listCases, showNumber } from "./read-results.mjs";

/** @typedef {import("./read-results.mjs").Row} Row */

/**
 * @typedef {object} Verdict Of one case.
 * @property {string} case
 * @property {number} figure
 * @property {string} [beside] Whose figure ours is divided by.
 */

/**
 * @typedef {object} Goal
 * @property {string} text
 * @property {string} question What decides it.
 * @property {number} limit What no figure may be above.
 * @property {(rows: readonly Row[]) => readonly Verdict[]} judge
 */

const types = "schemist, types";
const whole = "schemist, whole";
const formatted = "json-schema-to-typescript";

/**
 * Of those that do the whole job.
 * @type {(rows: readonly Row[], name: string) => Row | undefined}
 */
const findFastest = (rows, name) =>
  rows
    .filter((row) => row.case === name && !isOurs(row.contestant) && row.contestant !== "by hand")
    .filter(({ median, remark }) => median !== undefined && remark === undefined)
    .toSorted((a, b) => (a.median ?? NaN) - (b.median ?? NaN))[0];

/** @type {(row: Row | undefined, other: Row | undefined) => number} */
function divide(row, other) {
  if (row?.samples && other?.samples) return pairedRatio(row.samples, other.samples);
  return (row?.median ?? NaN) / (other?.median ?? NaN);
}

/**
 * Ours divided by another's, in each case that has both; infinite where ours fails.
 * @param {string} ours
 * @param {(rows: readonly Row[], name: string) => Row | undefined} findOther
 * @param {(row: Row) => boolean} [isAsked]
 * @returns {Goal["judge"]}
 */
const compare =
  (ours, findOther, isAsked = () => true) =>
  (rows) =>
    listCases(rows.filter(isAsked)).flatMap((name) => {
      const [own, other] = [findRow(rows, name, ours), findOther(rows, name)];
      if (other?.median === undefined || !own) return [];
      const figure = own.median === undefined ? Infinity : divide(own, other);
      return [{ case: name, figure, beside: other.contestant }];
    });

/** @type {(contestant: string) => (rows: readonly Row[], name: string) => Row | undefined} */
const named = (contestant) => (rows, name) => findRow(rows, name, contestant);

/** @type {Goal["judge"]} */
const compareMemory = (rows) => {
  const held = rows.map(({ case: name, contestant, more }) => {
    const memory = more?.["memory MB"];
    return { case: name, contestant, ...(typeof memory === "number" ? { median: memory } : {}) };
  });
  return compare(whole, named(formatted))(held);
};

/** @type {Goal["judge"]} */
const judgeGrowth = (rows) =>
  [types, whole].flatMap((contestant) => {
    const points = rows.filter((row) => row.contestant === contestant).flatMap(readPoint);
    const failures = rows.filter((row) => row.contestant === contestant && row.failure !== undefined);
    const ratios = points
      .filter(({ size }) => size === 10_000)
      .map(({ shape, value }) => {
        const few = points.find((point) => point.shape === shape && point.size === 1000);
        return { case: `${shape}, ${contestant}`, figure: value / (few?.value ?? NaN) };
      });
    return [...ratios, ...failures.map((row) => ({ case: `${row.case}, ${contestant}`, figure: Infinity }))];
  });

/** @type {Goal["judge"]} */
const countFlaws = (rows) =>
  rows
    .filter((row) => isOurs(row.contestant))
    .map(({ case: name, contestant, median, more = {} }) => {
      const [taken, all] = String(more["payloads assignable"] ?? "0 of 0").split(" of ");
      const counted = ["duplicates", "numbered", "any"].map((label) => Number(more[label] ?? 0));
      const flaws = [median ?? Infinity, ...counted, Number(all) - Number(taken)];
      return { case: `${name}, ${contestant}`, figure: flaws.reduce((sum, each) => sum + each, 0) };
    });

/** @type {(row: Row) => boolean} */
const isLarge = ({ definitions = 0 }) => definitions >= 100;

/** @type {readonly Goal[]} */
const goals = [
  {
    text: "The whole output, divided by the fastest peer's types, of 100 definitions and more",
    question: "generators",
    limit: 1,
    judge: compare(whole, findFastest, isLarge),
  },
  {
    text: "Types alone, divided by the same",
    question: "generators",
    limit: 0.6,
    judge: compare(types, findFastest, isLarge),
  },
  {
    text: "The whole output of small schemas, divided by json-schema-to-typescript's types",
    question: "generators",
    limit: 1.3,
    judge: compare(whole, named(formatted), (row) => !isLarge(row)),
  },
  {
    text: "Peak memory of the whole output, divided by json-schema-to-typescript's",
    question: "generators",
    limit: 1,
    judge: compareMemory,
  },
  { text: "10,000 definitions, divided by 1,000", question: "growth", limit: 11, judge: judgeGrowth },
  {
    text: "Guards, divided by the fastest peer",
    question: "guards",
    limit: 1.05,
    judge: compare("schemist", findFastest),
  },
  {
    text: "Guards, divided by the check that is written by hand",
    question: "guards",
    limit: 1.25,
    judge: compare("schemist", named("by hand")),
  },
  {
    text: "Size of a guard, divided by the check that is written by hand",
    question: "size",
    limit: 1.3,
    judge: compare("schemist", named("by hand")),
  },
  {
    text: "Size of a guard, divided by the smallest peer",
    question: "size",
    limit: 1,
    judge: compare("schemist", findFastest),
  },
  {
    text: "A run with nothing changed, divided by a Node that does nothing",
    question: "unchanged",
    limit: 2,
    judge: compare("schemist generate", named("node -e 0")),
  },
  {
    text: "A consumer's compiler, divided by the same on json-schema-to-typescript's types",
    question: "compilers",
    limit: 1,
    judge: compare(types, named(formatted)),
  },
  {
    text: "Errors, duplicates, numbered copies, `any` and refused payloads of what we generate",
    question: "output",
    limit: 0,
    judge: countFlaws,
  },
];

/**
 * Which goals are met, and where the others are not.
 * @param {(question: string) => { readonly rows: readonly Row[] } | undefined} read
 */
export function printGoals(read) {
  const judged = goals.map((goal) => {
    const verdicts = goal.judge(read(goal.question)?.rows ?? []).toSorted((a, b) => b.figure - a.figure);
    return { ...goal, verdicts, missed: verdicts.filter(({ figure }) => !(figure <= goal.limit)) };
  });
  const lines = judged.map(({ text, limit, verdicts, missed }) => {
    const [worst] = verdicts;
    if (!worst) return [text, `${limit}`, "", "not measured"];
    const verdict = missed.length === 0 ? "met" : `missed in ${missed.length} of ${verdicts.length}`;
    return [text, `${limit}`, showFigure(worst.figure), verdict];
  });
  const losses = judged
    .filter(({ missed }) => missed.length > 0)
    .map(({ text, missed }) => `- ${text}: ${missed.map(showVerdict).join("; ")}.`);
  const table = printTable(["goal", "at most", "worst", "verdict"], lines);
  return losses.length === 0 ? table : `${table}\n\nWhere they are missed:\n\n${losses.join("\n")}`;
}

/** @type {(verdict: Verdict) => string} */
const showVerdict = ({ case: name, figure, beside }) =>
  `${name} ${showFigure(figure)}${beside === undefined ? "" : ` (${beside})`}`;

/** @type {(figure: number) => string} */
const showFigure = (figure) => (Number.isFinite(figure) ? showNumber(figure) : "fails");
