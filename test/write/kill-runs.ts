import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { setImmediate, setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { readTree } from "./output-folder.js";

export type Version = 0 | 1;

/** A program that writes an output, in either of two versions, and may be killed. */
export interface Target {
  /** The folder that is written. */
  readonly output: string;
  /** The arguments of node that write a version. */
  readonly command: (version: Version) => readonly string[];
  /** Whether a check against a version says that a run is unfinished. */
  readonly reportsUnfinished: (version: Version) => Promise<boolean>;
}

/** The files of each version, as runs that are not killed leave them. */
export type Trees = Readonly<Record<Version, Record<string, string>>>;

/** How long a run took, and how long its folder stood, in milliseconds. */
export interface Timing {
  readonly total: number;
  readonly window: number;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
}

/** When a run is killed: so many milliseconds after the process starts, or after the folder of the run appears. */
export interface KillPoint {
  readonly since: "start" | "stage";
  readonly delay: number;
}

/** Writes both versions, from one to the other, and leaves version 0. */
export async function readVersions(target: Target): Promise<Trees> {
  await runToEnd(target, 0);
  const first = await readTree(target.output);
  await runToEnd(target, 1);
  const second = await readTree(target.output);
  await runToEnd(target, 0);
  expect(await readTree(target.output)).toEqual(first);
  return { 0: first, 1: second };
}

/** Runs until the end, without being killed. */
export async function runToEnd(target: Target, version: Version): Promise<Timing> {
  const started = performance.now();
  const child = start(target.command(version));
  const ended = endOf(child);
  await waitForRun(target.output, true, child);
  const appeared = performance.now();
  await waitForRun(target.output, false, child);
  const window = performance.now() - appeared;
  expect(await ended).toMatchObject({ code: 0, errors: "" });
  return { total: performance.now() - started, window };
}

/** Starts to write `version`, and kills it. Says whether it was still running. */
export async function killRun(
  target: Target,
  version: Version,
  { since, delay }: KillPoint,
): Promise<boolean> {
  const child = start(target.command(version));
  const ended = endOf(child);
  if (since === "stage") await waitForRun(target.output, true, child);
  await pause(delay);
  child.kill("SIGKILL");
  return (await ended).signal === "SIGKILL";
}

/**
 * What holds of an output wherever the run that led from one version to another was stopped: no file is torn, none
 * that both versions have is missing, none is there that neither has, with the new manifest all are new, and a check
 * knows whether the run ended.
 */
export async function expectWhole(target: Target, trees: Trees, from: Version, to: Version): Promise<void> {
  const tree = await readTree(target.output);
  const unfinished = existsSync(join(target.output, ".schemist-run"));
  const files = Object.entries(tree).filter(
    ([path]) => !path.startsWith(".schemist-run/") && !path.endsWith("/"),
  );
  for (const [path, text] of files) {
    const wanted = [trees[from][path], trees[to][path]];
    expect(wanted.includes(text), `${path} is neither old nor new`).toBe(true);
  }
  const shared = Object.keys(trees[from]).filter((path) => path in trees[to]);
  expect(files.map(([path]) => path)).toEqual(expect.arrayContaining(shared));
  const isNew = tree["schemist.manifest.json"] === trees[to]["schemist.manifest.json"];
  if (isNew) expect(Object.fromEntries(files)).toEqual(trees[to]);
  expect(await target.reportsUnfinished(to)).toBe(unfinished);
  if (!unfinished) expect([trees[from], trees[to]]).toContainEqual(tree);
}

/** Writes a version after a run was stopped: the output is as if no run had been. */
export async function expectRecovery(target: Target, trees: Trees, version: Version): Promise<Timing> {
  const timing = await runToEnd(target, version);
  expect(await readTree(target.output)).toEqual(trees[version]);
  return timing;
}

/**
 * Kills `runs` runs from one version to the other, at moments spread over as long as the run before took, and holds
 * after each that no file is torn and that the next run completes. Returns how many were killed before they ended.
 */
export async function killAtRandom(target: Target, runs: number, random: () => number): Promise<number> {
  const trees = await readVersions(target);
  let timing = await runToEnd(target, 0);
  let there: Version = 0;
  let killed = 0;
  for (let run = 0; run < runs; run += 1) {
    const since = run % 5 === 0 ? "start" : "stage";
    const length = since === "start" ? timing.total : timing.window;
    const next: Version = there === 0 ? 1 : 0;
    if (await killRun(target, next, { since, delay: ((run + random()) / runs) * length })) killed += 1;
    await expectWhole(target, trees, there, next);
    there = random() < 0.5 ? there : next;
    const recovered = await expectRecovery(target, trees, there);
    // A run that found everything done says nothing about how long one takes.
    if (recovered.window > 0) timing = recovered;
  }
  return killed;
}

export function start(command: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(execPath, command, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...environment },
  });
}

export async function endOf(child: ChildProcess): Promise<Ending> {
  let errors = "";
  child.stderr?.on("data", (data: Buffer) => {
    errors += data.toString();
  });
  await once(child, "close");
  return { code: child.exitCode, signal: child.signalCode, errors };
}

async function waitForRun(output: string, present: boolean, child: ChildProcess): Promise<void> {
  const folder = join(output, ".schemist-run");
  while (existsSync(folder) !== present && child.exitCode === null && child.signalCode === null) {
    await setTimeout(1);
  }
}

/** Timers count whole milliseconds; the rest is waited for. */
async function pause(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  if (milliseconds > 2) await setTimeout(milliseconds - 2);
  while (performance.now() < end) await setImmediate();
}
