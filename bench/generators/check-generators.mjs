import { generateOnce } from "../measure/context.mjs";
import { checkOutputs } from "./check-outputs.mjs";
import { contestants } from "./contestants.mjs";
import { prepareInput, selectSources } from "./inputs.mjs";

/** @typedef {import("./check-outputs.mjs").Check} Check */
/** @typedef {import("../measure/context.mjs").Context} Context */
/** @typedef {import("../measure/context.mjs").Result} Result */
/** @typedef {import("../measure/context.mjs").Row} Row */

/**
 * What is wrong with what is generated, and what it holds.
 * @param {Context} context
 * @returns {Result}
 */
export function checkGenerators(context) {
  const rows = selectSources(context).flatMap((source) => {
    const input = prepareInput(context.folder, source);
    context.log(input.name);
    const checks = checkOutputs(context, input);
    return contestants.map((contestant) => {
      const named = { case: input.name, contestant: contestant.name };
      const check = checks.get(contestant);
      if (check) return describeCheck(named, check);
      return { ...named, failure: generateOnce(context, contestant, input).failure ?? "" };
    });
  });
  return {
    question: "output",
    unit: "errors",
    note: "What TypeScript 5.9 finds in the generated types with `strict`, and what they declare.",
    rows,
  };
}

/** @type {(named: { case: string, contestant: string }, check: Check) => Row} */
function describeCheck(named, { errors, flaw, assignable, ...counts }) {
  const [first] = errors;
  const { declarations, duplicates, numbered, anys, kilobytes } = counts;
  return {
    ...named,
    median: errors.length,
    low: errors.length,
    high: errors.length,
    ...(flaw === undefined ? {} : { remark: first === undefined ? flaw : `${flaw}: ${first}` }),
    more: {
      declarations,
      duplicates,
      numbered,
      any: anys,
      kB: kilobytes,
      ...(assignable === undefined ? {} : { "payloads assignable": assignable }),
    },
  };
}
