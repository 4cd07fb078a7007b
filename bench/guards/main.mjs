// Measures guards beside those of others and a check by hand, prints ratios, and writes results/guards.json. Exits with 1 where a
// verdict of ours is wrong, and never for a time. `-- "flat event;strict object" 9`: which cases, how many rounds, and who, where not all.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { cases } from "./cases.mjs";
import { contestants, prepare } from "./contestants.mjs";
import { environment } from "./environment.mjs";
import { start } from "./process.mjs";
import { median, quantile, round } from "./statistics.mjs";

const [, , asked = "", rounds = "15", who = ""] = process.argv;
const warmUpRounds = 6;
/** The engine decides in each process anew what to compile how, and the same guard takes up to twice as long in one as in another. */
const sittings = 3;
const folder = mkdtempSync(join(tmpdir(), "schemist-guards-"));
const results = fileURLToPath(new URL("../results/", import.meta.url));

/**
 * @typedef {{ readonly case: string, readonly contestant: string } & ({ median: number, low: number, high: number, ratio: number } | { note: string })} Row
 * @typedef {{ readonly name: string, readonly file: string, process: Awaited<ReturnType<typeof start>>, readonly times: number[][] }} Running
 */

/** @type {Row[]} */
const rows = [];
let isOursWrong = false;

/** @type {(given: import("./cases.mjs").Case, own: string, inputsFile: string) => Promise<Running[]>} */
async function startAll(given, own, inputsFile) {
  const inputs = given.listInputs();
  writeFileSync(inputsFile, JSON.stringify(inputs));
  /** @type {Running[]} */
  const running = [];
  for (const contestant of contestants) {
    const { name } = contestant;
    if (who !== "" && !who.split(";").includes(name)) continue;
    const refuse = (/** @type {string} */ note) => {
      console.log(`${given.name}: ${name}: ${note}`);
      rows.push({ case: given.name, contestant: name, note });
      if (name === contestants[0]?.name) isOursWrong = true;
    };
    const prepared = await prepare(contestant, given, own);
    if ("reason" in prepared) {
      refuse(prepared.reason);
      continue;
    }
    try {
      const bundled = prepared.file.replace(".mjs", ".bundle.mjs");
      writeFileSync(bundled, await bundle(prepared.file, false));
      const process = await start(bundled, inputsFile);
      /** @type {import("./child.mjs").Answer[]} */
      const answers = [];
      for (const index of inputs.keys()) answers.push(await process.ask(index, false));
      const wrong = inputs.flatMap((input, index) => {
        const { wrong = [] } = answers[index] ?? {};
        return wrong.length === 0 ? [] : [`${wrong.length} of ${input.texts.length} ${input.name}`];
      });
      if (wrong.length > 0) {
        process.stop();
        refuse(`decides otherwise than the schema: ${wrong.join(", ")}`);
      } else running.push({ name, file: bundled, process, times: inputs.map(() => []) });
    } catch (error) {
      refuse(String(error).slice(0, 200));
    }
  }
  return running;
}

/** @type {(running: readonly Running[], inputsFile: string) => Promise<void>} */
async function restart(running, inputsFile) {
  for (const each of running) {
    each.process.stop();
    each.process = await start(each.file, inputsFile);
  }
}

/** @type {(running: readonly Running[], inputNames: readonly string[]) => Promise<void>} */
async function measureRounds(running, inputNames) {
  for (let turn = -warmUpRounds; turn < Number(rounds) / sittings; turn++) {
    for (const at of inputNames.keys()) {
      // Who goes first changes.
      const order = running.map((_, place) => running[(place + Math.abs(turn)) % running.length]);
      for (const contestant of order) {
        const answer = await contestant?.process.ask(at, true);
        if (turn >= 0 && answer) contestant?.times[at]?.push(answer.time);
      }
    }
  }
}

/** @type {(given: import("./cases.mjs").Case, running: readonly Running[], inputNames: readonly string[]) => void} */
function addRows(given, running, inputNames) {
  const [ours] = running;
  for (const [index, input] of inputNames.entries()) {
    const name = inputNames.length === 1 ? given.name : `${given.name}, ${input}`;
    for (const { name: contestant, times } of running) {
      const own = times[index] ?? [];
      // Of samples that stood beside each other: what else the machine does falls out.
      const ratio = median(own.map((time, turn) => time / (ours?.times[index]?.[turn] ?? NaN)));
      rows.push({
        case: name,
        contestant,
        median: round(median(own)),
        low: round(quantile(own, 0.25)),
        high: round(quantile(own, 0.75)),
        ratio: round(ratio),
      });
    }
  }
}

for (const [index, given] of cases.entries()) {
  if (asked !== "" && !asked.split(";").includes(given.name)) continue;
  const own = join(folder, String(index));
  mkdirSync(own, { recursive: true });
  symlinkSync(fileURLToPath(new URL("../node_modules", import.meta.url)), join(own, "node_modules"));
  const running = await startAll(given, own, join(own, "inputs.json"));
  const inputNames = given.listInputs().map(({ name }) => name);
  for (let sitting = 0; sitting < sittings; sitting++) {
    if (sitting > 0) await restart(running, join(own, "inputs.json"));
    await measureRounds(running, inputNames);
  }
  for (const { process } of running) process.stop();
  addRows(given, running, inputNames);
  printTable(given.name);
  if (who === "") writeRows(given.name);
}

/** @type {(name: string) => void} */
function printTable(name) {
  /** @type {Record<string, Record<string, string>>} */
  const table = {};
  for (const row of rows) {
    if (!`${row.case},`.startsWith(`${name},`) || !("ratio" in row)) continue;
    const line = (table[row.case] ??= {});
    line[row.contestant] = row.contestant === "schemist" ? `${row.median} ns` : row.ratio.toPrecision(3);
  }
  console.table(table);
}

/** What is known of other cases stays, so that they can be measured one by one. @type {(name: string) => void} */
function writeRows(name) {
  const file = join(results, "guards.json");
  const isOf = (/** @type {Row} */ row) => row.case === name || row.case.startsWith(`${name}, `);
  /** @type {{ rows: Row[] }} */
  const { rows: known } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { rows: [] };
  const report = {
    question: "How long does a guard take?",
    unit: "ns",
    note: "Per payload, which is parsed anew; median and quartiles of interleaved rounds, each contestant in a process of its own. ratio: beside ours, the median of paired rounds; above 1 ours is faster.",
    environment,
    rows: [...known.filter((row) => !isOf(row)), ...rows.filter(isOf)],
  };
  mkdirSync(results, { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}

rmSync(folder, { recursive: true });
console.log(environment);
process.exitCode = isOursWrong ? 1 : 0;
