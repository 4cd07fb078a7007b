import { Bench } from "tinybench";

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(value: unknown) => boolean} guard
 *
 * @typedef {object} Input Payloads of one kind, as JSON texts.
 * @property {string} name
 * @property {readonly string[]} texts
 * @property {boolean} isValid
 *
 * @typedef {(values: readonly unknown[]) => number} Count How many of the values a contestant accepts.
 */

const rounds = 5;
/** A round makes so many passes over all payloads, but fewer, and three at least, where they take longer. */
const passes = 40;
const roundMilliseconds = 20;
const warmUpMilliseconds = 1000;

/** @type {(input: Input) => unknown[]} */
const parseAll = ({ texts }) => texts.map((text) => JSON.parse(text));

/**
 * The verdicts that are wrong.
 * @param {readonly Contestant[]} contestants
 * @param {readonly Input[]} inputs
 * @returns {string[]}
 */
export function findWrong(contestants, inputs) {
  return contestants.flatMap(({ name, guard }) =>
    inputs.flatMap((input) => {
      const wrong = parseAll(input).filter((value) => guard(value) !== input.isValid);
      return wrong.length === 0 ? [] : [`${name} is wrong of ${wrong.length} payloads: ${input.name}`];
    }),
  );
}

/**
 * Nanoseconds per payload, by input and contestant: the least of some rounds, in which the contestants take turns; of each round
 * the median. Payloads are parsed anew before each pass, so that their strings are as fresh as a consumer's.
 * @param {readonly Contestant[]} contestants
 * @param {readonly Input[]} inputs
 * @returns {Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>}
 */
export async function measure(contestants, inputs) {
  const counts = await Promise.all(contestants.map(loadCount));
  for (const count of counts) warmUp(count, inputs.map(parseAll));
  /** @type {Map<string, Map<string, number>>} */
  const least = new Map(inputs.map(({ name }) => [name, new Map()]));
  for (let round = 0; round < rounds; round++) {
    for (const input of inputs) {
      const times = least.get(input.name);
      for (const [index, count] of counts.entries()) {
        const name = contestants[index]?.name ?? "";
        times?.set(name, Math.min(await timePayload(count, input), times.get(name) ?? Infinity));
      }
    }
  }
  return least;
}

/** @type {(contestant: Contestant) => Promise<Count>} */
async function loadCount({ name, guard }) {
  const own = new URL(`count-valid.mjs?${encodeURIComponent(name)}-${loads++}`, import.meta.url).href;
  const { countValid } = /** @type {typeof import("./count-valid.mjs")} */ (await import(own));
  return (values) => countValid(guard, values);
}

let loads = 0;

/** @type {(count: Count, batches: readonly (readonly unknown[])[]) => void} */
function warmUp(count, batches) {
  const end = performance.now() + warmUpMilliseconds;
  while (performance.now() < end) for (const batch of batches) count(batch);
}

/** @type {(count: Count, input: Input) => Promise<number>} */
async function timePayload(count, input) {
  let values = parseAll(input);
  let accepted = 0;
  const started = performance.now();
  count(values);
  const affordable = Math.floor(roundMilliseconds / (performance.now() - started));
  const iterations = Math.max(3, Math.min(passes, affordable));
  const bench = new Bench({ time: 0, iterations, warmup: false });
  bench.add(
    input.name,
    () => {
      accepted = count(values);
    },
    {
      beforeEach() {
        values = parseAll(input);
      },
    },
  );
  const [task] = await bench.run();
  if (accepted !== (input.isValid ? input.texts.length : 0))
    throw new Error(`a verdict changed: ${input.name}`);
  if (task?.result.state !== "completed") throw new Error(`not measured: ${input.name}`);
  return (task.result.latency.p50 * 1e6) / input.texts.length;
}
