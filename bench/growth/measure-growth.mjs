import { contestants } from "../generators/contestants.mjs";
import { prepareInput } from "../generators/inputs.mjs";
import { describeRuns } from "../generators/measure-generators.mjs";
import { generateAgain, takeTurns } from "../measure/context.mjs";
import { shapes } from "./shapes.mjs";

/** @typedef {import("../generators/contestants.mjs").Contestant} Contestant */
/** @typedef {import("../measure/context.mjs").Context} Context */
/** @typedef {import("../measure/context.mjs").Result} Result */

const sizes = [10, 100, 1000, 10_000];

/** In seconds: for one run, and for all of one thing. */
const [limit, patience] = [30, 2];

/** Of those in two forms the faster. */
const growing = contestants.filter(({ name }) => name !== "json-schema-to-typescript");

/**
 * How time and memory grow with the number of definitions, and along chains of them. Who fails at one size is not given the next.
 * @param {Context} context
 * @returns {Result}
 */
export function measureGrowth(context) {
  const rows = Object.entries(shapes)
    .filter(([shape]) => shape.includes(context.only))
    .flatMap(([shape, describe]) => {
      /** @type {Map<Contestant, string>} */
      const failed = new Map();
      return (context.isQuick ? sizes.slice(0, 3) : sizes).flatMap((size) => {
        const name = `${shape}, ${size.toLocaleString("en")}`;
        context.log(name);
        const source = { name: `growth ${name}`, root: "Root", read: () => describe(size) };
        const input = prepareInput(context.folder, source);
        const able = growing.filter((contestant) => !failed.has(contestant));
        const generate = (/** @type {Contestant} */ each) => generateAgain(context, each, input, limit);
        const runs = takeTurns(Math.min(context.rounds, 3), able, generate, patience);
        return growing.map((contestant) => {
          const taken = runs.get(contestant);
          if (!taken)
            return { case: name, contestant: contestant.name, failure: failed.get(contestant) ?? "" };
          const row = describeRuns(name, contestant.name, taken);
          if (row.failure !== undefined) failed.set(contestant, `${row.failure}, at ${size}`);
          return row;
        });
      });
    });
  return {
    question: "growth",
    unit: "s",
    note: "Wall time of the whole process, by the number of definitions.",
    rows,
  };
}
