import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, utimes } from "node:fs/promises";
import { hostname, uptime as systemUptime } from "node:os";
import { join } from "node:path";
import { execPath, pid, ppid } from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { claimOutput, releaseOutput } from "../../src/write/claim-output.js";
import { createMark } from "../../src/write/owner-mark.js";
import { write } from "../../src/write/write.js";
import { diagnosticsOf } from "./diagnostics-of.js";
import { filesOf, generatedTree, makeFolder, readTree } from "./output-folder.js";

const id = "01234567-89ab-cdef-0123-456789abcdef";

function markOf(process: number, host = encodeURIComponent(hostname())): string {
  return `owner-${process}-${host}-${id}`;
}

/** An output in which the run of `mark` has staged a file. */
function makeClaimed(mark: string): Promise<string> {
  return makeFolder({ [`.schemist-run/${mark}`]: "", ".schemist-run/0": "staged", "a.ts": "a" });
}

async function setAge(file: string, seconds: number): Promise<void> {
  const time = Date.now() / 1000 - seconds;
  await utimes(file, time, time);
}

/** A process that does nothing until it is killed. */
function startProcess(): { readonly id: number; readonly end: () => Promise<void> } {
  const child = spawn(execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  onTestFinished(end);
  return { id: child.pid ?? 0, end };
}

describe("an output", () => {
  it("is not written while another process is at work on it", async () => {
    const rival = startProcess();
    const output = await makeClaimed(markOf(rival.id));
    const tree = await readTree(output);
    const files = filesOf(output, { "a.ts": "a" });
    expect(await diagnosticsOf(() => write({ files }))).toEqual([
      `run-in-progress: Another run, process ${rival.id}, is writing to ${output}.`,
    ]);
    expect(await readTree(output)).toEqual(tree);
    await rival.end();
    await write({ files });
    expect(await readTree(output)).toEqual(generatedTree({ "a.ts": "a" }));
  });

  it("is taken over from a process that is dead", async () => {
    const dead = startProcess();
    await dead.end();
    const output = await makeClaimed(markOf(dead.id));
    await write({ files: filesOf(output, { "a.ts": "a" }) });
    expect(await readTree(output)).toEqual(generatedTree({ "a.ts": "a" }));
  });

  it("is taken over from a dead process whose number this one, or another, has now", async () => {
    for (const [owner, age] of [
      [pid, 60 * 60],
      [ppid, systemUptime() + 60],
    ] as const) {
      const output = await makeClaimed(markOf(owner));
      await setAge(join(output, ".schemist-run", markOf(owner)), age);
      await write({ files: filesOf(output, { "a.ts": "a" }) });
      expect(await readTree(output)).toEqual(generatedTree({ "a.ts": "a" }));
    }
  });

  it("is left to a process of another host for ten minutes", async () => {
    const mark = markOf(1, "other-host");
    const output = await makeClaimed(mark);
    const files = filesOf(output, { "a.ts": "a" });
    await setAge(join(output, ".schemist-run", mark), 9 * 60);
    expect(await diagnosticsOf(() => write({ files }))).toEqual([
      `run-in-progress: Another run, process 1, is writing to ${output}.`,
    ]);
    await setAge(join(output, ".schemist-run", mark), 11 * 60);
    await write({ files });
    expect(await readTree(output)).toEqual(generatedTree({ "a.ts": "a" }));
  });

  it("is not locked by a check, nor is a check kept out", async () => {
    const output = await makeClaimed(markOf(ppid));
    const tree = await readTree(output);
    const [first] = await write({ files: filesOf(output, { "a.ts": "a" }) }, { check: true });
    expect(first?.kind).toBe("unfinished");
    expect(await readTree(output)).toEqual(tree);
  });

  it("is written by calls at once in one process, one after the other", async () => {
    const output = await makeFolder();
    const versions = Array.from({ length: 4 }, (_, index) => ({
      "a.ts": `${index}`,
      [`only-${index}.ts`]: "x",
    }));
    await Promise.all(versions.map((tree) => write({ files: filesOf(output, tree) })));
    const tree = await readTree(output);
    expect(versions.map(generatedTree)).toContainEqual(tree);
  });
});

describe("claimOutput", () => {
  it("never gives one output to two", async () => {
    const output = await makeFolder();
    let owners = 0;
    let most = 0;
    const work = async () => {
      const claim = await claimOutput(output);
      owners += 1;
      most = Math.max(most, owners);
      await readdir(output);
      owners -= 1;
      await releaseOutput(claim);
    };
    await Promise.all(Array.from({ length: 5 }, work));
    expect(most).toBe(1);
    expect(await readTree(output)).toEqual({});
  });

  it("makes the folder of the run with its parents, and takes it away", async () => {
    const folder = await makeFolder();
    const output = join(folder, "a/b");
    const claim = await claimOutput(output);
    expect(await readTree(folder)).toEqual({ [`a/b/.schemist-run/${claim.mark}`]: "" });
    await releaseOutput(claim);
    expect(await readTree(folder)).toEqual({ "a/b/": "" });
  });

  it("leaves the folder to what is in it", async () => {
    const output = await makeFolder({ ".schemist-run/0": "staged" });
    await releaseOutput(await claimOutput(output));
    expect(await readTree(output)).toEqual({ ".schemist-run/0": "staged" });
  });

  it("gives every run a mark of its own", () => {
    expect(createMark()).not.toBe(createMark());
    expect(createMark()).toMatch(new RegExp(`^owner-${pid}-`));
  });
});
