import { generateAgain, takeTurns } from "../measure/context.mjs";
import { median, roundTo, summarize } from "../measure/statistics.mjs";
import { checkOutputs } from "./check-outputs.mjs";
import { contestants } from "./contestants.mjs";
import { prepareInput, selectSources } from "./inputs.mjs";

/** @typedef {import("../measure/context.mjs").Context} Context */
/** @typedef {import("../measure/context.mjs").Result} Result */
/** @typedef {import("../measure/context.mjs").Row} Row */

/**
 * How long generating takes, as a whole process, and how much memory.
 * @param {Context} context
 * @returns {Result}
 */
export function measureGenerators(context) {
  const rows = selectSources(context).flatMap((source) => {
    const input = prepareInput(context.folder, source);
    context.log(input.name);
    const runs = takeTurns(context.rounds, contestants, (contestant) =>
      generateAgain(context, contestant, input),
    );
    const checks = checkOutputs(context, input);
    return [...runs].map(([contestant, taken]) => ({
      ...describeRuns(input.name, contestant.name, taken, checks.get(contestant)?.flaw),
      definitions: input.definitions,
    }));
  });
  return {
    question: "generators",
    unit: "s",
    note: "Wall time of the whole process. What does not compile or declares next to nothing is no match.",
    rows,
  };
}

/** @type {(name: string, contestant: string, runs: readonly import("../measure/context.mjs").Run[], flaw?: string) => Row} */
export function describeRuns(name, contestant, runs, flaw) {
  const failure = runs.find((run) => run.failure !== undefined)?.failure;
  if (failure !== undefined) return { case: name, contestant, failure };
  const samples = runs.map(({ wall }) => roundTo(wall));
  return {
    case: name,
    contestant,
    ...summarize(samples),
    samples,
    ...(flaw === undefined ? {} : { remark: flaw }),
    more: {
      "user s": roundTo(median(runs.map(({ user }) => user))),
      "memory MB": roundTo(median(runs.map(({ memory }) => memory))),
    },
  };
}
