import { existsSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { write } from "../../src/write/write.js";
import { bundleWriter } from "./bundle-writer.js";
import { generateFiles } from "./generate-files.js";
import type { Target } from "./kill-runs.js";
import { endOf, expectWhole, killAtRandom, readVersions, start } from "./kill-runs.js";
import { createRandom } from "./random.js";
import { readTree } from "./output-folder.js";

/** `KILL_SEED` repeats a run that failed. */
const seed = Number(env["KILL_SEED"] ?? Date.now() % 1_000_000);

let folder = "";
let program = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-kill-")));
  program = await bundleWriter(folder);
});

afterAll(() => rm(folder, { recursive: true }));

const stopAtCall = ["--import", new URL("stop-at-call.js", import.meta.url).href];

function stopBy(cause: string, call: number): Record<string, string> {
  return { STOP_BY: cause, STOP_AT: `${call}` };
}

function makeTarget(name: string, count: number, size: number): Target {
  const output = join(folder, name);
  return {
    output,
    command: (version) => [program, output, `${version}`, `${count}`, `${size}`],
    reportsUnfinished: async (version) => {
      const changes = await write({ files: generateFiles(output, version, count, size) }, { check: true });
      return changes[0]?.kind === "unfinished";
    },
  };
}

describe("a run that is killed leaves every file old or new, and the next completes", () => {
  it(`at fifty random moments (seed ${seed})`, async () => {
    const lanes = ["one", "two"].map((name, lane) => {
      return killAtRandom(makeTarget(name, 40, 50_000), 25, createRandom(seed + lane));
    });
    const killed = await Promise.all(lanes);
    expect(killed.reduce((sum, count) => sum + count)).toBeGreaterThan(20);
  });

  it.each(["kill", "error"])("at each call that changes the disk, by %s", async (cause) => {
    const target = makeTarget(`calls-${cause}`, 2, 100);
    const trees = await readVersions(target);
    const stopped = new Set<string | undefined>();
    for (let call = 1; ; call += 1) {
      const { code, signal, errors } = await endOf(
        start([...stopAtCall, ...target.command(1)], stopBy(cause, call)),
      );
      const name = /^stopped at (\w+)/.exec(errors)?.[1];
      if (name === undefined) break;
      stopped.add(name);
      expect({ code, signal }).toEqual(
        cause === "kill" ? { code: null, signal: "SIGKILL" } : { code: 1, signal: null },
      );
      // What could not be staged is thrown away at once; a journal stays for the next run.
      if (cause === "error" && name === "writeFile") {
        expect(existsSync(join(target.output, ".schemist-run"))).toBe(false);
      }
      if (cause === "error")
        expect(errors).toContain("output-unwritable: The output cannot be written: ENOSPC");
      await expectWhole(target, trees, 0, 1);
      for (const next of [1, 0] as const) {
        await write({ files: generateFiles(target.output, next, 2, 100) });
        expect(await readTree(target.output)).toEqual(trees[next]);
      }
    }
    expect(stopped).toEqual(new Set(["mkdir", "writeFile", "rename", "rm", "rmdir"]));
    expect(await readTree(target.output)).toEqual(trees[1]);
  });
});

describe("runs at once", () => {
  it("leave the output of one of them", async () => {
    const target = makeTarget("at-once", 20, 1000);
    const trees = await readVersions(target);
    for (let round = 0; round < 3; round += 1) {
      const children = ([0, 1, 0, 1] as const).map((version) => endOf(start(target.command(version))));
      for (const { code, errors } of await Promise.all(children)) {
        if (code !== 0) expect(errors).toMatch(/run-in-progress/);
      }
      expect(Object.values(trees)).toContainEqual(await readTree(target.output));
    }
  });
});
