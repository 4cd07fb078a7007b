import { dirname } from "node:path";
import { contestants } from "../generators/contestants.mjs";
import { prepareInput, selectSources } from "../generators/inputs.mjs";
import { generateOnce, takeTurns } from "../measure/context.mjs";
import { median, roundTo, summarize } from "../measure/statistics.mjs";
import { consumers, printConsumer } from "./consumers.mjs";
import { compileProgram, versions, writeProgram } from "./programs.mjs";

/** @typedef {import("../measure/context.mjs").Context} Context */
/** @typedef {import("../measure/context.mjs").Result} Result */
/** @typedef {import("../measure/context.mjs").Row} Row */
/** @typedef {import("../measure/context.mjs").Run} Run */

const compared = contestants.filter(({ name }) =>
  ["schemist, types", "json-schema-to-typescript"].includes(name),
);

/**
 * What types cost the compiler of who uses them.
 * @param {Context} context
 * @returns {Result}
 */
export function measureCompilers(context) {
  const rows = selectSources(context).flatMap((source) => {
    const consumer = consumers[source.name];
    if (!consumer) return [];
    const input = prepareInput(context.folder, source);
    context.log(input.name);
    const programs = compared.flatMap((contestant) => {
      if (generateOnce(context, contestant, input).failure !== undefined) return [];
      return versions.map((version) => ({
        version,
        contestant: contestant.name,
        config: writeProgram(
          dirname(input.openapi),
          contestant.script,
          printConsumer(consumer, `./${contestant.script}/index.js`),
        ),
      }));
    });
    const runs = takeTurns(context.rounds, programs, ({ version, config }) =>
      compileProgram(version, config),
    );
    return [...runs].map(([{ version, contestant }, taken]) =>
      describeCompiling(`${input.name}, TypeScript ${version}`, contestant, taken),
    );
  });
  return {
    question: "compilers",
    unit: "s",
    note: "Wall time of the whole `tsc` on a file that imports the generated types, as sources, and reads some properties.",
    rows,
  };
}

/** @type {(name: string, contestant: string, runs: readonly Run[]) => Row} */
export function describeCompiling(name, contestant, runs) {
  const failure = runs.find((run) => run.failure !== undefined)?.failure;
  if (failure !== undefined) return { case: name, contestant, failure };
  const samples = runs.map(({ wall }) => roundTo(wall));
  /** @type {(label: string) => number} */
  const told = (label) => roundTo(median(runs.map(({ stdout }) => readDiagnostic(stdout, label))));
  return {
    case: name,
    contestant,
    ...summarize(samples),
    samples,
    more: {
      "check s": told("Check time"),
      "total s": told("Total time"),
      "memory MB": roundTo(told("Memory used") / 1000),
      types: told("Types"),
      instantiations: told("Instantiations"),
      lines: median(runs.map(({ stdout }) => countLines(stdout))),
    },
  };
}

/** @type {(text: string, label: string) => number} */
const readDiagnostic = (text, label) =>
  Number(new RegExp(String.raw`^(?:${label}):\s*([\d.]+)`, "m").exec(text)?.[1] ?? NaN);

/** Those of all that is no library; TypeScript 7 says only how many lines there are. */
const countLines = (/** @type {string} */ text) => readDiagnostic(text, "Lines of TypeScript|Lines");
