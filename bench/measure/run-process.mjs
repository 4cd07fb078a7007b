import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Run A whole process, from its start to its end.
 * @property {number} wall In seconds.
 * @property {number} user Processor time of its own code, in seconds; NaN where it did not end by itself.
 * @property {number} memory The most that it held, in megabytes; NaN as above.
 * @property {string} stdout
 * @property {string} [failure] Why it did not do what was asked.
 */

/**
 * @typedef {object} RunOptions
 * @property {number} [limit] In seconds.
 * @property {string} [cwd]
 * @property {readonly number[]} [accepted] Exit codes of a run that did what was asked; 0 alone by default.
 */

const usage = fileURLToPath(new URL("usage.cjs", import.meta.url));

/**
 * Runs Node with these arguments.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Run}
 */
export function runProcess(args, { limit = 120, cwd, accepted = [0] } = {}) {
  const started = performance.now();
  const { status, signal, output, error } = spawnSync(process.execPath, ["--require", usage, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, BENCH_USAGE: "3" },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: limit * 1000,
    killSignal: "SIGKILL",
    maxBuffer: 2 ** 28,
  });
  const wall = (performance.now() - started) / 1000;
  const [, stdout = "", stderr = "", used = ""] = (output ?? []).map(String);
  const { userCPUTime = NaN, maxRSS = NaN } = used === "" ? {} : readUsage(used);
  const run = { wall, user: userCPUTime / 1e6, memory: maxRSS / 1000, stdout };
  if (error && "code" in error && error.code === "ETIMEDOUT") return { ...run, failure: `over ${limit} s` };
  if (error) throw error;
  if (status !== null && accepted.includes(status)) return run;
  return { ...run, failure: explainFailure(stderr || stdout, status ?? signal ?? "") };
}

/** @type {(text: string) => { userCPUTime: number, maxRSS: number }} */
const readUsage = (text) => JSON.parse(text);

/** @type {(text: string, ending: string | number) => string} */
function explainFailure(text, ending) {
  if (/heap out of memory|heap limit/.test(text)) return "out of memory";
  if (/Maximum call stack size exceeded/.test(text)) return "overflows the stack";
  const lines = text.split("\n").map((line) => line.trim());
  const told = lines.find((line) => /^\W*\w*error\b.*\w/i.test(line)) ?? lines.find((line) => line !== "");
  return (told ?? `ends with ${ending}`).slice(0, 200);
}
