import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildCli } from "../support/build-cli.js";
import type { Target, Version } from "../write/kill-runs.js";
import { killAtRandom } from "../write/kill-runs.js";
import { createRandom } from "../write/random.js";
import { runCli } from "./run-cli.js";

/** `KILL_SEED` repeats a run that failed. */
const seed = Number(env["KILL_SEED"] ?? Date.now() % 1_000_000);

let folder = "";
let cli: { program: string; folder: string };

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-kill-cli-")));
  cli = await buildCli();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(cli.folder, { recursive: true, force: true });
});

/** A schema whose two versions share no text, so that every file of the output differs. */
function makeSchema(version: Version): object {
  const word = version === 0 ? "First" : "Second";
  const definitions = Array.from({ length: 12 }, (_, index) => [
    `${index % 3 === version ? word : "Common"}${index}`,
    {
      type: "object",
      description: `${word}: ${"text ".repeat(40)}`,
      required: ["kind"],
      properties: { kind: { const: `${word}${index}` }, [`name${word}`]: { type: "string" } },
    },
  ]);
  const names = definitions.map(([name]) => ({ $ref: `#/$defs/${String(name)}` }));
  return { title: "Thing", description: word, oneOf: names, $defs: Object.fromEntries(definitions) };
}

async function makeTarget(lane: string): Promise<Target> {
  const root = join(folder, lane);
  const output = join(root, "out");
  await mkdir(root);
  for (const version of [0, 1] as const) {
    await writeFile(join(root, `schema-${version}.json`), JSON.stringify(makeSchema(version)));
    const input = {
      schema: `schema-${version}.json`,
      output: "out",
      format: false,
      package: { name: "things", version: `1.0.${version}` },
    };
    await writeFile(join(root, `config-${version}.json`), JSON.stringify({ inputs: [input] }));
  }
  return {
    output,
    command: (version) => [cli.program, "generate", "--config", join(root, `config-${version}.json`)],
    reportsUnfinished: async (version) => {
      const checked = await runCli(["check", "--config", join(root, `config-${version}.json`)], root);
      return checked.code === 1 && /unfinished/.test(checked.stdout + checked.stderr);
    },
  };
}

it(`schemist generate, killed at fifty random moments, leaves every file old or new (seed ${seed})`, async () => {
  const targets = await Promise.all(["one", "two"].map(makeTarget));
  const killed = await Promise.all(
    targets.map((target, lane) => killAtRandom(target, 25, createRandom(seed + lane))),
  );
  expect(killed.reduce((sum, count) => sum + count)).toBeGreaterThan(25);
}, 400_000);
