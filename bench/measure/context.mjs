import { runContestant, outputOf } from "../generators/contestants.mjs";

/** @typedef {import("../generators/contestants.mjs").Contestant} Contestant */
/** @typedef {import("../generators/inputs.mjs").Input} Input */
/** @typedef {import("./run-process.mjs").Run} Run */

/**
 * @typedef {object} Context What a question is asked with.
 * @property {string} folder Where all that is generated stays until the last question.
 * @property {number} rounds How often each thing is measured at most.
 * @property {boolean} isQuick Whether a few cases do.
 * @property {string} only What the name of a case must hold.
 * @property {(text: string) => void} log
 * @property {Map<string, Run>} generated What became of generating, by the folder that was written.
 */

/**
 * @typedef {object} Row One thing measured: the middle of its samples, and their quartiles.
 * @property {string} case
 * @property {string} contestant
 * @property {number} [median] Missing where there is a failure.
 * @property {number} [low]
 * @property {number} [high]
 * @property {number} [runs]
 * @property {readonly number[]} [samples] By round, so that those of one round can be compared.
 * @property {string} [failure] Why there is nothing.
 * @property {string} [remark] Why it counts for less than it seems.
 * @property {number} [definitions] How many the case has.
 * @property {Readonly<Record<string, number | string>>} [more] What else is known, by what it is called.
 */

/**
 * @typedef {object} Result
 * @property {string} question
 * @property {string} unit Of medians, quartiles and samples.
 * @property {string} note
 * @property {readonly Row[]} rows
 */

/** In seconds; who needs more has lost. */
export const timeLimit = 120;

/** In seconds: what has taken longer in all is measured no more. */
const usualPatience = 6;

/** @type {(context: Context, contestant: Contestant, input: Input, limit?: number) => Run} */
export function generateAgain(context, contestant, input, limit = timeLimit) {
  const output = outputOf(context.folder, input, contestant);
  const run = runContestant(contestant, input, output, limit);
  context.generated.set(output, run);
  return run;
}

/** @type {(context: Context, contestant: Contestant, input: Input) => Run} */
export const generateOnce = (context, contestant, input) =>
  context.generated.get(outputOf(context.folder, input, contestant)) ??
  generateAgain(context, contestant, input);

/**
 * Runs all in turns, round after round, so that what else the machine does hits all alike. What fails is not run again, and what
 * takes long only as often as patience allows.
 * @template Name
 * @param {number} rounds
 * @param {readonly Name[]} names
 * @param {(name: Name) => Run} run
 * @param {number} [patience] In seconds.
 * @returns {ReadonlyMap<Name, readonly Run[]>}
 */
export function takeTurns(rounds, names, run, patience = usualPatience) {
  /** @type {Map<Name, Run[]>} */
  const runs = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, taken] of runs) {
      const spent = taken.reduce((sum, { wall }) => sum + wall, 0);
      const isDone = taken.some(({ failure }) => failure !== undefined) || spent > patience;
      if (!isDone) taken.push(run(name));
    }
  }
  return runs;
}
