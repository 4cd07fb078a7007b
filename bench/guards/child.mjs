// One contestant in a process of its own, so that the engine learns nothing from the others: given the files of its module and of the
// payloads, it answers with how many it accepts, and with times.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Answer
 * @property {number} accepted How many of the payloads.
 * @property {readonly number[]} wrong Those whose verdict is wrong.
 * @property {number} time Nanoseconds per payload.
 */

const [, , moduleFile = "", inputsFile = ""] = process.argv;
/** @type {{ guard: (value: unknown) => unknown }} */
const { guard } = await import(pathToFileURL(moduleFile).href);
/** @type {readonly import("./cases.mjs").Input[]} */
const inputs = JSON.parse(readFileSync(inputsFile, "utf8"));

const sampleMilliseconds = 25;
const mostPasses = 40;

/** @type {(texts: readonly string[]) => unknown[]} */
const parseAll = (texts) => texts.map((text) => JSON.parse(text));

/** @type {(values: readonly unknown[]) => number} */
function countValid(values) {
  let count = 0;
  for (const value of values) if (guard(value)) count += 1;
  return count;
}

/**
 * The median of some passes. Payloads are parsed anew before each, so that their strings are as fresh as a consumer's.
 * @param {import("./cases.mjs").Input} input
 * @returns {Answer}
 */
function measure({ texts, isValid }) {
  /** @type {number[]} */
  const times = [];
  let accepted = 0;
  for (let spent = 0; times.length < mostPasses && (spent < sampleMilliseconds || times.length < 3);) {
    const values = parseAll(texts);
    const started = process.hrtime.bigint();
    accepted = countValid(values);
    const time = Number(process.hrtime.bigint() - started);
    spent += time / 1e6;
    times.push(time / texts.length);
  }
  if (accepted !== (isValid ? texts.length : 0)) throw new Error("a verdict changed");
  return { accepted, wrong: [], time: times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN };
}

/** @type {(input: import("./cases.mjs").Input) => Answer} */
function verify({ texts, isValid }) {
  const verdicts = parseAll(texts).map((value) => Boolean(guard(value)));
  const wrong = verdicts.flatMap((verdict, index) => (verdict === isValid ? [] : [index]));
  return { accepted: verdicts.filter(Boolean).length, wrong, time: NaN };
}

process.on("message", (/** @type {{ index: number, isTimed: boolean }} */ { index, isTimed }) => {
  const input = inputs[index];
  if (input) process.send?.(isTimed ? measure(input) : verify(input));
});
process.send?.("ready");
