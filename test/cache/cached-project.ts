import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { main } from "../../src/cli/main.js";
import { repeatRun } from "../../src/cli/repeat-run.js";
import { createFolder } from "../config/temporary-folder.js";

/** What a run has printed; times are left out, since they differ. */
export interface CachedRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether the run was recalled, without taking its command line apart. */
  readonly isRecalled: boolean;
}

/** A project that may cache, as its package.json and node_modules say. */
export function createProject(files: Readonly<Record<string, string>>): string {
  return createFolder({ "package.json": '{"name": "project"}', "node_modules/.gitkeep": "", ...files });
}

/** Runs the command line as `cli.ts` does. What was just written is too young to be cached, so it waits a little. */
export async function runCached(argv: readonly string[], cwd: string): Promise<CachedRun> {
  await setTimeout(30);
  const written = { stdout: "", stderr: "" };
  const streams = {
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
    isTerminal: false,
    cwd,
  };
  const recalled = await repeatRun(argv, streams);
  const code = recalled ?? (await main(argv, streams));
  const stdout = written.stdout.replaceAll(/ \([\d.]+ m?s\)/g, "");
  return { code, stdout, stderr: written.stderr, isRecalled: recalled !== undefined };
}

export function writeTo(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The files of the cache whose names begin so. */
export function listCache(folder: string, prefix: "run-" | "texts-"): readonly string[] {
  const cache = join(folder, "node_modules/.cache/schemist");
  return readdirSync(cache)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(cache, name));
}
