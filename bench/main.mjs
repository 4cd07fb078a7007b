// Asks questions of Schemist and its peers, and writes what comes out to `results`: QUESTION... [--rounds N] [--quick] [--only CASE]
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { spawnSync } from "node:child_process";
import { readEnvironment } from "./measure/environment.mjs";
import { printResult } from "./report/print-result.mjs";

/** @typedef {import("./measure/context.mjs").Context} Context */
/** @typedef {import("./measure/context.mjs").Result} Result */

/** @type {Readonly<Record<string, () => Promise<(context: Context) => Result | Promise<Result>>>>} */
const questions = {
  generators: async () => (await import("./generators/measure-generators.mjs")).measureGenerators,
  growth: async () => (await import("./growth/measure-growth.mjs")).measureGrowth,
  unchanged: async () => (await import("./generators/measure-unchanged.mjs")).measureUnchanged,
  compilers: async () => (await import("./compilers/measure-compilers.mjs")).measureCompilers,
  editors: async () => (await import("./compilers/measure-editors.mjs")).measureEditors,
  helpers: async () => (await import("./compilers/measure-helpers.mjs")).measureHelpers,
  output: async () => (await import("./generators/check-generators.mjs")).checkGenerators,
};

/**
 * Benches of their own, which write their results themselves, with what makes them quick: all cases, and few rounds.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const apart = { guards: ["", "3"], size: [] };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string" },
    quick: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    keep: { type: "string" },
  },
});
const known = [...Object.keys(questions), ...Object.keys(apart)];
const unknown = positionals.filter((question) => !known.includes(question));
if (unknown.length > 0) {
  console.error(`no question ${unknown.join(", ")}; there are ${known.join(", ")}`);
  process.exit(2);
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), "schemist-bench-"));
const results = fileURLToPath(new URL("results", import.meta.url));
mkdirSync(results, { recursive: true });
mkdirSync(folder, { recursive: true });
const environment = readEnvironment();
console.log(JSON.stringify(environment, undefined, 2));

/** @type {Context} */
const context = {
  folder,
  rounds: Number(values.rounds ?? (values.quick ? 1 : 5)),
  isQuick: values.quick,
  only: values.only,
  log: (text) => {
    console.log(`  ${text}`);
  },
  generated: new Map(),
};

for (const question of positionals.length > 0 ? positionals : known) {
  const started = performance.now();
  console.log(`\n${question}`);
  const load = questions[question];
  if (load) {
    const result = await (await load())(context);
    writeFileSync(
      join(results, `${question}.json`),
      `${JSON.stringify({ ...result, environment }, undefined, 2)}\n`,
    );
    printResult(result);
  } else askApart(question);
  console.log(`${question} took ${Math.round((performance.now() - started) / 1000)} s`);
}
if (values.keep === undefined) rmSync(folder, { recursive: true });

/** @param {string} question */
function askApart(question) {
  const script = fileURLToPath(new URL(`${question}/main.mjs`, import.meta.url));
  if (!existsSync(script)) {
    console.log("  is not there");
    return;
  }
  const quick = context.isQuick ? (apart[question] ?? []) : [];
  const { status } = spawnSync(process.execPath, [script, ...quick], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
